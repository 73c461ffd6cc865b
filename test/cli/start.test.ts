// `npm start`, as the README says: up, down, twice, and killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { root } from './run.ts'

interface Started {
  child: ChildProcess
  said(): string
  url: string
}

let folder: string
let running: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-start-'))
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running = []
  rmSync(folder, { recursive: true, force: true })
})

function launch(env: Record<string, string> = {}): { child: ChildProcess; said(): string } {
  const child = spawn(process.execPath, [join(root, 'bin/run.mjs'), 'src/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: folder, ...env },
  })
  running.push(child)
  let text = ''
  child.stdout.on('data', (piece) => {
    text += piece
  })
  child.stderr.on('data', (piece) => {
    text += piece
  })
  return { child, said: () => text }
}

async function start(env: Record<string, string> = {}): Promise<Started> {
  const { child, said } = launch(env)
  const url = await vi.waitFor(() => {
    const found = /Baton is ready: (http:\S+)/.exec(said())?.[1]
    if (!found) throw new Error(said())
    return found
  }, 20_000)
  return { child, said, url }
}

describe('npm start', () => {
  it('says where to look, and prints a link for the first account', async () => {
    const { said, url } = await start()
    expect(said()).toMatch(new RegExp(`Console:\\s+${url}/console`))
    expect(said()).toMatch(/console\/welcome\?link=/)
    const ready = (await (await fetch(`${url}/readyz`)).json()) as {
      ready: boolean
      parts: Record<string, { state: string }>
    }
    expect(ready).toMatchObject({
      ready: true,
      parts: { store: { state: 'ready' }, knowledge: { state: 'ready' }, webchat: { state: 'ready' } },
    })
  })

  it('prints a new link at each start until there is an account', async () => {
    const first = await start()
    const link = /link=([\w-]+)/.exec(first.said())?.[1] ?? ''
    first.child.kill('SIGTERM')
    await once(first.child, 'exit')
    const second = await start()
    expect(/link=([\w-]+)/.exec(second.said())?.[1]).not.toBe(link)
    const made = await fetch(`${second.url}/api/v1/links/${link}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-baton': '1' },
      body: JSON.stringify({ name: 'Olga', password: 'a long password' }),
    })
    expect(made.status).toBeLessThan(300)
    second.child.kill('SIGTERM')
    await once(second.child, 'exit')
    expect((await start()).said()).not.toMatch(/welcome\?link=/)
  })

  it('stops in order on SIGTERM', async () => {
    const { child, said, url } = await start()
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(said()).toMatch(/stopping/)
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  it('leaves no server behind when its launcher is killed', async () => {
    const { child, url } = await start()
    child.kill('SIGKILL')
    await vi.waitFor(() => expect(fetch(`${url}/healthz`)).rejects.toThrow(), 10_000)
  })

  it('refuses a data folder that another server has', async () => {
    await start()
    const { child, said } = launch()
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(said()).toMatch(/another|already/i)
  })

  it('says which port is taken', async () => {
    const { url } = await start()
    const { child, said } = launch({ PORT: new URL(url).port, DATA_DIR: join(folder, 'other') })
    expect((await once(child, 'exit'))[0]).toBe(1)
    expect(said()).toMatch(/Port \d+ is taken/)
  })

  it('writes no message text into its log', async () => {
    const { said, url } = await start({ LOG_LEVEL: 'info' })
    const session = (await (await fetch(`${url}/webchat/sessions`, { method: 'POST' })).json()) as {
      token: string
      conversationId: string
    }
    const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' }
    await fetch(`${url}/webchat/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: 'm1', text: 'my secret is swordfish, where is my parcel?' }),
    })
    await vi.waitFor(
      () =>
        expect(said()).toMatch(
          new RegExp(`turn concluded.*${session.conversationId}|${session.conversationId}.*turn concluded`),
        ),
      10_000,
    )
    expect(said()).not.toMatch(/swordfish/)
    expect(said()).not.toContain(session.token)
  })
})
