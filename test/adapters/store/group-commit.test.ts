// Writes that share a commit do not share their fate, also when the disk is full.

import { join } from 'node:path'
import Driver from 'better-sqlite3'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Run } from '../../../src/adapters/store/sql/database.ts'
import { createGroupCommit } from '../../../src/adapters/store/sql/group-commit.ts'
import { tempFolder } from './temp-folder.ts'

const folder = tempFolder()
let files = 0

describe('A group commit', () => {
  let driver: Driver.Database
  let commits: ReturnType<typeof createGroupCommit>
  beforeEach(() => {
    driver = new Driver(join(folder, `${++files}.db`))
    driver.pragma('journal_mode = wal')
    driver.exec('create table note (id integer primary key, text text not null)')
    commits = createGroupCommit(driver)
  })
  afterEach(async () => {
    await commits.close()
    driver.close()
  })

  const insert = (id: number, text: string) => (run: Run) =>
    run(CompiledQuery.raw('insert into note values (?, ?)', [id, text]))
  const ids = () => driver.prepare('select id from note order by id').pluck().all()
  const fates = async (writes: Promise<unknown>[]) => (await Promise.allSettled(writes)).map((one) => one.status)

  it('shares one commit among the writes that were asked for together', async () => {
    const beside = new Driver(driver.name, { readonly: true })
    const committed = beside.prepare('select count(*) from note').pluck()
    const seen: unknown[] = []
    const writes = Array.from({ length: 100 }, (_, id) => async (run: Run) => {
      seen.push(committed.get())
      return insert(id, 'x')(run)
    })
    await Promise.all(writes.map((write) => commits.write(write)))
    expect(seen).toEqual(writes.map(() => 0))
    expect(committed.get()).toBe(100)
    beside.close()
  })

  it('undoes what rejects, what breaks a rule and what is not to be kept, and nothing else', async () => {
    const boom = async (run: Run) => {
      await insert(2, 'gone')(run)
      throw new Error('boom')
    }
    const outcome = await fates([
      commits.write(insert(1, 'a')),
      commits.write(boom),
      commits.write(insert(3, 'c')),
      commits.write(insert(1, 'double')),
      commits.write(insert(4, 'not kept'), () => false),
      commits.write(insert(5, 'e')),
    ])
    expect(outcome).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(ids()).toEqual([1, 3, 5])
  })

  it('resolves nobody before the commit', async () => {
    const beside = new Driver(driver.name, { readonly: true })
    const count = beside.prepare('select count(*) from note').pluck()
    const seen = await Promise.all(
      [1, 2, 3].map(async (id) => {
        await commits.write(insert(id, 'x'))
        return count.get()
      }),
    )
    expect(seen).toEqual([3, 3, 3])
    beside.close()
  })

  it('rejects the write that the disk has no room for, stores the others, and goes on', async () => {
    driver.pragma('max_page_count = 40')
    const writes = [insert(1, 'small'), insert(2, 'x'.repeat(400_000)), insert(3, 'small')]
    expect(await fates(writes.map((write) => commits.write(write)))).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(ids()).toEqual([1, 3])
    driver.pragma('max_page_count = 4000')
    await commits.write(insert(2, 'x'.repeat(400_000)))
    expect(ids()).toEqual([1, 2, 3])
  })

  it('rejects all while the disk has no room at all, and goes on when it has', async () => {
    driver.pragma('max_page_count = 2')
    const big = 'x'.repeat(100_000)
    expect(await fates([commits.write(insert(1, big)), commits.write(insert(2, big))])).toEqual([
      'rejected',
      'rejected',
    ])
    expect(driver.inTransaction).toBe(false)
    driver.pragma('max_page_count = 4000')
    expect(await fates([commits.write(insert(1, big))])).toEqual(['fulfilled'])
  })

  it('finishes what was asked for before it closes', async () => {
    const asked = Array.from({ length: 600 }, (_, id) => commits.write(insert(id, 'x')))
    await commits.close()
    expect(await fates(asked)).toEqual(asked.map(() => 'fulfilled'))
    await expect(commits.write(insert(1000, 'late'))).rejects.toThrow('closed')
  })
})
