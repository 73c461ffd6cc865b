// The store in SQLite keeps the contract of every store, and what only a file can: modes, versions, damage, a second door.

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Driver from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createSqliteStore } from '../../../src/adapters/store/sql/sqlite.ts'
import { NOON, row, unit } from '../../contracts/given-units.ts'
import { storeContract } from '../../contracts/store.ts'
import { tempFolder } from './temp-folder.ts'

const folder = tempFolder()
let files = 0
const file = () => join(folder, `deep${++files}`, 'baton.db')

storeContract('SQLite', () => createSqliteStore({ file: file() }))

describe('The file of SQLite', () => {
  it('has everything again when it is opened anew', async () => {
    const at = file()
    const before = await createSqliteStore({ file: at })
    await before.log.append(unit('a', 0, { outbox: [row('a', 'r')], timers: [{ name: 'return', at: NOON }] }))
    await before.close()
    const after = await createSqliteStore({ file: at })
    expect(await after.log.read('a')).toEqual(unit('a').events)
    expect(await after.outbox.next('a')).toEqual(row('a', 'r'))
    expect(await after.agenda.due(NOON, 1)).toHaveLength(1)
    await after.close()
  })

  it.skipIf(process.platform === 'win32')(
    'is for the eyes of its own account only, with its journals and folder',
    async () => {
      const at = file()
      const store = await createSqliteStore({ file: at })
      await store.log.append(unit('a'))
      for (const name of [at, `${at}-wal`, `${at}-shm`]) expect(statSync(name).mode & 0o777).toBe(0o600)
      expect(statSync(join(at, '..')).mode & 0o777).toBe(0o700)
      await store.close()
    },
  )

  it('writes ahead, so that readers never wait for a writer', async () => {
    const at = file()
    const store = await createSqliteStore({ file: at })
    const beside = new Driver(at)
    expect(beside.pragma('journal_mode', { simple: true })).toBe('wal')
    beside.close()
    await store.close()
  })

  it('may be open beside a running server, and both see what the other wrote', async () => {
    const at = file()
    const server = await createSqliteStore({ file: at })
    const command = await createSqliteStore({ file: at })
    await server.log.append(unit('a'))
    expect(await command.log.append(unit('a'))).toBe('conflict')
    expect(await command.log.append(unit('a', 1))).toBe('stored')
    expect(await server.log.read('a')).toHaveLength(2)
    await command.close()
    expect(await server.log.append(unit('a', 2))).toBe('stored')
    await server.close()
  })

  it('waits for a writer of another process without stopping this one', async () => {
    const at = file()
    const store = await createSqliteStore({ file: at })
    const other = new Driver(at)
    other.exec('begin immediate')
    let stored = false
    const appending = store.log.append(unit('a')).then(() => {
      stored = true
    })
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(stored).toBe(false)
    other.exec('commit')
    await appending
    expect(stored).toBe(true)
    other.close()
    await store.close()
  })

  it('refuses data of a newer Baton, and says so', async () => {
    const at = file()
    await (await createSqliteStore({ file: at })).close()
    const driver = new Driver(at)
    driver.exec('insert into migration (version, at) values (99, 0)')
    driver.close()
    await expect(createSqliteStore({ file: at })).rejects.toThrow('newer version of Baton')
  })

  it('refuses a file that is no database, and leaves it as it was', async () => {
    const at = join(folder, 'notes.db')
    const words = 'these are not the pages you are looking for '.repeat(50)
    writeFileSync(at, words)
    await expect(createSqliteStore({ file: at })).rejects.toThrow('is damaged or is not a database of Baton')
    expect(readFileSync(at, 'utf8')).toBe(words)
  })

  it('finds what is open and what is due without reading what is done', async () => {
    const at = file()
    await (await createSqliteStore({ file: at })).close()
    const driver = new Driver(at)
    const plan = (sql: string) => JSON.stringify(driver.prepare(`explain query plan ${sql}`).all())
    const open = `state in ('held', 'ready', 'sending', 'unsure')`
    expect(plan(`select * from outbox where conversation_id = 'a' and ${open} limit 1`)).toContain('outbox_open')
    expect(plan(`select * from outbox where state = 'sending' and ${open} limit 1`)).toContain('outbox_open')
    expect(plan(`select id from conversation where turn_due <= 5 order by turn_due, id`)).toContain('conversation_turn')
    expect(
      plan(`select data from conversation where queue_priority is not null order by queue_priority, queue_since, id`),
    ).toContain('conversation_queue')
    expect(plan('select data from conversation order by last_at desc, id desc limit 5')).toContain(
      'conversation_latest',
    )
    expect(plan('select * from timer where at <= 5')).toContain('timer_at')
    driver.close()
  })
})
