// Brings a database's tables to what this version of Baton needs, one step a transaction.
import { sql } from 'kysely'
import { BatonError } from '../../../core/errors.ts'
import type { Database } from './database.ts'
import { migrations } from './migrations/index.ts'

/** Rejects when a newer Baton wrote the data: an older one must not touch it. */
export async function migrate(database: Database, types: { bytes: 'blob' | 'bytea' }): Promise<void> {
  const { builder } = database
  const create = sql`create table if not exists migration (version integer primary key, at bigint not null)`.compile(
    builder,
  )
  const latest = builder
    .selectFrom('migration')
    .select((eb) => eb.fn.max('version').as('version'))
    .compile()
  const known = Math.max(...migrations.map((migration) => migration.version))
  const done = await database.write(async (run) => {
    await run(create)
    return (await run(latest)).rows[0]?.version ?? 0
  })
  if (done > known) {
    const remedy = 'Install that version again, or restore a backup made before it.'
    throw new BatonError(
      'data-too-new',
      `The data was written by a newer version of Baton (${done}, this is ${known}). ${remedy}`,
    )
  }
  for (const migration of migrations) {
    if (migration.version <= done) continue
    await database.write(async (run) => {
      // Another process may have been faster.
      if (((await run(latest)).rows[0]?.version ?? 0) >= migration.version) return
      for (const statement of migration.statements(builder, types)) await run(statement.compile())
      await run(builder.insertInto('migration').values({ version: migration.version, at: Date.now() }).compile())
    })
  }
}
