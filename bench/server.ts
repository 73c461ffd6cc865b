// The real server in a process of its own, on a data folder of its own, and customers who write to it over HTTP.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { faqCsv } from './corpus.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** Of the FAQ that `makeKnowledge` makes. */
export const SEED = 1

export interface Server {
  url: string
  /** From spawning the launcher to `/readyz` answering 200. */
  readyMs: number
  /** Resident memory now, and the most it ever was; MB. Linux only. */
  memory(): { now: number; peak: number }
  stop(): Promise<void>
}

/** A folder on the checkout's own disk, so that commits are real ones; `remove` deletes it. */
export function makeFolder(): { path: string; remove(): void } {
  const cache = join(ROOT, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const path = mkdtempSync(join(cache, 'baton-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A knowledge folder, within this one, with one FAQ of this many entries. */
export function makeKnowledge(within: string, entries: number): string {
  const folder = join(within, 'knowledge')
  mkdirSync(folder)
  writeFileSync(join(folder, 'faq.csv'), faqCsv(entries, SEED))
  return folder
}

/** `knowledge`: default is the sample shop. `compiled`: where compiled code is kept, instead of the usual folder. */
export async function startServer(dataDir: string, knowledge?: string, compiled?: string): Promise<Server> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'run.mjs'), join('src', 'main.ts')], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      ...(knowledge ? { KNOWLEDGE_DIR: knowledge } : {}),
      ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const kill = () => void child.kill()
  process.once('exit', kill)
  const port = await new Promise<string>((found, fail) => {
    let said = ''
    child.once('exit', (code) => fail(new Error(`the server ended with code ${code}: ${said}`)))
    const listen = (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-20_000)
      const port = /"url":"http:\/\/localhost:(\d+)"/.exec(said)?.[1]
      if (port === undefined) return
      child.stdout.off('data', listen).resume()
      found(port)
    }
    child.stdout.on('data', listen)
  })
  const url = `http://127.0.0.1:${port}`
  const { status } = await fetch(`${url}/readyz`)
  if (status !== 200) throw new Error(`/readyz says ${status}`)
  return {
    url,
    readyMs: performance.now() - began,
    memory() {
      // The launcher's only child is the server.
      const pid = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
      return { now: mb('VmRSS'), peak: mb('VmHWM') }
    },
    async stop() {
      kill()
      await ended
      process.off('exit', kill)
    },
  }
}

export interface Customer {
  /** Milliseconds from sending a message to reading the bot's answer on the stream; undefined: handed off. */
  ask(text: string): Promise<number | undefined>
  leave(): void
}

/** A new chat with its stream open. */
export async function arrive(url: string): Promise<Customer> {
  const opened = await fetch(`${url}/webchat/sessions`, { method: 'POST' })
  const { token } = (await opened.json()) as { token: string }
  const abort = new AbortController()
  const { body } = await fetch(`${url}/webchat/events?token=${token}`, { signal: abort.signal })
  if (!body) throw new Error('the stream has no body')
  const events = eventsOf(body)
  return {
    async ask(text) {
      const began = performance.now()
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const message = JSON.stringify({ id: crypto.randomUUID(), text })
      const sent = await fetch(`${url}/webchat/messages`, { method: 'POST', headers, body: message })
      if (sent.status !== 202) throw new Error(`/webchat/messages says ${sent.status}`)
      for await (const event of events) {
        if (event.includes('"from":"bot"') && event.startsWith('event: message')) return performance.now() - began
        if (event.includes('"owner":"queue"')) return undefined
      }
      throw new Error('the stream ended')
    },
    leave: () => abort.abort(),
  }
}

/** Whole events, one after another; may be left and taken up again. */
function eventsOf(body: ReadableStream<Uint8Array>): AsyncIterable<string> {
  const pieces = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  const next = async (): Promise<IteratorResult<string>> => {
    for (;;) {
      const end = rest.indexOf('\n\n')
      if (end >= 0) {
        const value = rest.slice(0, end)
        rest = rest.slice(end + 2)
        return { done: false, value }
      }
      const { done, value } = await pieces.read()
      if (done) return { done, value: undefined }
      rest += decoder.decode(value, { stream: true })
    }
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}
