// Answers given under an idempotency key.
import type { Answers } from '../../../../ports/store.ts'
import type { Database } from '../database.ts'

/** Answers that ended this long before a new one ends go with it, in ms. */
const KEPT = 7 * 24 * 60 * 60 * 1000

export function createAnswers({ builder, read, write }: Database): Answers {
  return {
    async get(key, now) {
      const query = builder.selectFrom('answer').select(['fingerprint', 'status', 'body']).where('key', '=', key)
      return (await read(query.where('expires_at', '>', now).compile()))[0]
    },
    put: (key, { expiresAt, ...answer }) =>
      write(async (run) => {
        await run(
          builder
            .deleteFrom('answer')
            .where('expires_at', '<', expiresAt - KEPT)
            .compile(),
        )
        const row = { ...answer, expires_at: expiresAt }
        const upsert = builder.insertInto('answer').values({ key, ...row })
        await run(upsert.onConflict((conflict) => conflict.column('key').doUpdateSet(row)).compile())
      }),
  }
}
