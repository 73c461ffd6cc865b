// Staff accounts, their one-time links and their sessions.
import type { Accounts, StaffAccount } from '../../../../ports/store.ts'
import { NameTaken } from '../../../../ports/store.ts'
import { nameKey } from '../../name-key.ts'
import type { Builder, Database, Run } from '../database.ts'
import type { Tables } from '../tables.ts'

/** Ended links and sessions are kept this long, in ms: whoever holds an old link is told so, and no table grows forever. */
const KEPT = 366 * 24 * 60 * 60 * 1000

export function createAccounts(database: Database): Accounts {
  const { builder, read, write } = database
  const staff = builder.selectFrom('staff').selectAll()
  const one = async (query: typeof staff) => (await read(query.compile())).map(fromRow)[0]
  return {
    async count() {
      const rows = await read(
        builder
          .selectFrom('staff')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .compile(),
      )
      return Number(rows[0]?.n ?? 0)
    },
    async list() {
      return (await read(staff.orderBy('created_at').orderBy('id').compile())).map(fromRow)
    },
    get: (id) => one(staff.where('id', '=', id)),
    byName: (name) => one(staff.where('name_key', '=', nameKey(name))),
    put: (account) => write((run) => put(builder, run, account)),
    addLink: ({ token, kind, role, expiresAt }) =>
      write(async (run) => {
        await run(
          builder
            .deleteFrom('link')
            .where('expires_at', '<', expiresAt - KEPT)
            .compile(),
        )
        await run(
          builder.insertInto('link').values({ token, kind, role, expires_at: expiresAt, spent_at: null }).compile(),
        )
      }),
    async link(token, now) {
      const query = builder.selectFrom('link').select(['kind', 'role']).where('token', '=', token)
      return (await read(query.where('spent_at', 'is', null).where('expires_at', '>', now).compile()))[0]
    },
    redeem: (token, now, account) =>
      write(async (run) => {
        const spend = builder.updateTable('link').set({ spent_at: now }).where('token', '=', token)
        const { changes } = await run(spend.where('spent_at', 'is', null).where('expires_at', '>', now).compile())
        if (changes === 0) return false
        await put(builder, run, account)
        return true
      }),
    addSession: ({ token, staffId, expiresAt }) =>
      write(async (run) => {
        await run(
          builder
            .deleteFrom('session')
            .where('expires_at', '<', expiresAt - KEPT)
            .compile(),
        )
        await run(builder.insertInto('session').values({ token, staff_id: staffId, expires_at: expiresAt }).compile())
      }),
    async session(token, now) {
      const query = builder.selectFrom('session').select('staff_id as staffId').where('token', '=', token)
      return (await read(query.where('expires_at', '>', now).compile()))[0]
    },
    endSession: (token) =>
      write(async (run) => void (await run(builder.deleteFrom('session').where('token', '=', token).compile()))),
  }
}

async function put(builder: Builder, run: Run, account: StaffAccount): Promise<void> {
  const { id, name, role, password, createdAt } = account
  const row = { name, name_key: nameKey(name), role, password, created_at: createdAt }
  const namesake = builder.selectFrom('staff').select('id').where('name_key', '=', row.name_key).where('id', '!=', id)
  if ((await run(namesake.compile())).rows.length > 0)
    throw new NameTaken(`There is a staff member named ${name} already.`)
  const upsert = builder.insertInto('staff').values({ id, ...row })
  await run(upsert.onConflict((conflict) => conflict.column('id').doUpdateSet(row)).compile())
}

function fromRow({ name_key: _, created_at: createdAt, ...row }: Tables['staff']): StaffAccount {
  return { ...row, createdAt }
}
