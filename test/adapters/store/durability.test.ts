// What was acknowledged is there after a SIGKILL at any moment, whole and in order. (A crash of the program: a loss of
// power is the matter of the synchronous commit, which a test on a running machine cannot show.)

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import Driver from 'better-sqlite3'
import { expect, it } from 'vitest'
import { createSqliteStore } from '../../../src/adapters/store/sql/sqlite.ts'
import { tempFolder } from './temp-folder.ts'

const folder = tempFolder()
const program = join(import.meta.dirname, 'append-until-killed.ts')
const KILLS = 20

/** Runs until a number of acknowledgements came, then some microseconds more, and kills. Resolves to all of them. */
function appendAndKill(file: string, run: string, kill: { after: number; delay: number }): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, file, run], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    let doomed = false
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      if (doomed || said.split('\n').length < kill.after) return
      doomed = true
      setTimeout(() => child.kill('SIGKILL'), kill.delay)
    })
    child.once('error', reject)
    child.once('close', () => {
      const lines = said.split('\n').slice(1, -1)
      if (doomed) resolve(lines)
      else reject(new Error('the program ended by itself'))
    })
  })
}

it(`loses nothing that was acknowledged in ${KILLS} kills`, async () => {
  const file = join(folder, 'baton.db')
  const acknowledged: string[] = []
  for (let n = 0; n < KILLS; n++) {
    // Every other run goes on with the conversations of the one before.
    const kill = { after: 1 + ((n * 37) % 150), delay: (n * 7) % 23 }
    acknowledged.push(...(await appendAndKill(file, `run${n >> 1}`, kill)))
  }

  const store = await createSqliteStore({ file })
  const ids = await store.lists.ids(undefined, 1000)
  const versions = new Map<string, number>()
  for (const id of ids) {
    const events = await store.log.read(id)
    expect(events.map((event) => event.seq)).toEqual(events.map((_, place) => place + 1))
    expect((await store.lists.summary(id))?.version).toBe(events.length)
    expect((await store.outbox.of(id)).map((row) => row.seq)).toEqual(events.map((event) => event.seq))
    for (const event of events) expect(await store.log.seen('webchat', `${id} ${event.seq}`)).toBe(true)
    versions.set(id, events.length)
  }
  const lost = acknowledged.filter((line) => {
    const [id = '', version] = line.split(' ')
    return (versions.get(id) ?? 0) < Number(version)
  })
  expect(acknowledged.length).toBeGreaterThan(KILLS * 10)
  expect(lost).toEqual([])
  await store.close()
  const driver = new Driver(file)
  expect(driver.pragma('integrity_check', { simple: true })).toBe('ok')
  driver.close()
}, 60_000)
