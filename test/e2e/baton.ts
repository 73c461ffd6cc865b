// The real server, started as the README says, on a free port with folders of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

export interface Baton {
  url: string
  /** The one-time link that the terminal shows at the first start. */
  ownerLink: string
  /** A copy of the sample shop, to be spoilt at will. */
  knowledge: string
  data: string
}

const root = resolve(import.meta.dirname, '../..')

/** Starts one server for a file's tests and stops it after them. */
export function useBaton(): () => Baton {
  let baton: Baton | undefined
  let child: ChildProcess | undefined
  let folder: string | undefined
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'baton-e2e-'))
    const knowledge = join(folder, 'knowledge')
    const prompts = join(folder, 'prompts')
    const data = join(folder, 'data')
    cpSync(join(root, 'knowledge'), knowledge, { recursive: true })
    cpSync(join(root, 'prompts'), prompts, { recursive: true })
    const port = await freePort()
    child = spawn(process.execPath, [join(root, 'bin/run.mjs'), 'src/main.ts'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATA_DIR: data,
        KNOWLEDGE_DIR: knowledge,
        PROMPTS_DIR: prompts,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ownerLink = await linkIn(child)
    const url = new URL(ownerLink).origin
    // The first page waits for the build of the pages, if there is one.
    await fetch(`${url}/console/`)
    baton = { url, ownerLink, knowledge, data }
  }, 60_000)
  afterAll(async () => {
    if (child && child.exitCode === null) {
      const gone = new Promise((done) => child?.once('exit', done))
      child.kill('SIGTERM')
      await gone
    }
    if (folder) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    if (!baton) throw new Error('The server has not been started yet.')
    return baton
  }
}

/** Resolves to the owner's link as soon as it is printed; rejects with all that was said when the server ends first. */
function linkIn(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (piece: Buffer) => {
      said += piece.toString('utf8')
      const link = /https?:\/\/\S+\/console\/welcome\?link=[\w.-]+/.exec(said)
      if (link) resolve(link[0])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code}:\n${said}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
