// Many writes, one synchronous commit: each waiting write gets a savepoint of its own, so that one that fails or is not
// to be kept undoes only itself. Nothing resolves before the commit.
import Driver from 'better-sqlite3'
import { BatonError } from '../../../core/errors.ts'
import type { Database, Run } from './database.ts'
import { createRunner } from './run-sqlite.ts'

interface Waiting {
  /** Runs the work; resolves to whether its changes stay. */
  attempt(run: Run): Promise<boolean>
  resolve(): void
  reject(error: unknown): void
}

/** How long to wait for another process that is writing, in ms. */
const BUSY_LIMIT = 5000

/** Most writes of one commit: a flood must not keep the event loop from everything else. */
const GROUP = 250

export function createGroupCommit(connection: Driver.Database): Pick<Database, 'write' | 'close'> {
  const waiting: Waiting[] = []
  const commitGroup = createCommit(connection)
  let flushing: Promise<void> | undefined
  let closed = false

  const flush = async () => {
    while (waiting.length > 0) {
      // Until the end of this turn of the event loop, so that whatever arrived together shares the commit.
      await new Promise((resolve) => setImmediate(resolve))
      await commitGroup(waiting.splice(0, GROUP))
    }
    flushing = undefined
  }

  return {
    write(work, keep = () => true) {
      if (closed) return Promise.reject(new BatonError('store-closed', 'The store is closed.'))
      return new Promise((resolve, reject) => {
        let settle = () => {}
        const attempt = async (run: Run) => {
          const result = await work(run)
          settle = () => resolve(result)
          return keep(result)
        }
        waiting.push({ attempt, resolve: () => settle(), reject })
        flushing ??= flush()
      })
    },
    async close() {
      closed = true
      await flushing
    },
  }
}

/** Settles every write of a group, in one transaction if it can. Never rejects. */
function createCommit(connection: Driver.Database): (group: readonly Waiting[]) => Promise<void> {
  const runNow = createRunner(connection)
  const run: Run = async (query) => runNow(query)
  const say = (text: string) => connection.prepare(text)
  const [begin, commit, rollback] = [say('begin immediate'), say('commit'), say('rollback')]
  const [save, undo, release] = [say('savepoint one'), say('rollback to one'), say('release one')]

  /** The error of the work; throws when the whole transaction is gone with it. */
  const inSavepoint = async (write: Waiting): Promise<{ error: unknown } | undefined> => {
    save.run()
    try {
      if (!(await write.attempt(run))) undo.run()
    } catch (error) {
      if (!connection.inTransaction) throw error
      undo.run()
      release.run()
      return { error }
    }
    release.run()
    return undefined
  }

  const inTransaction = async (group: readonly Waiting[]) => {
    try {
      const outcomes = []
      for (const write of group) outcomes.push(await inSavepoint(write))
      commit.run()
      return outcomes
    } catch (error) {
      if (connection.inTransaction) rollback.run()
      throw error
    }
  }

  return async function commitGroup(group) {
    try {
      await patiently(() => begin.run())
    } catch (error) {
      for (const write of group) write.reject(error)
      return
    }
    try {
      const outcomes = await inTransaction(group)
      for (const [place, write] of group.entries()) {
        const failed = outcomes[place]
        if (failed) write.reject(failed.error)
        else write.resolve()
      }
    } catch (error) {
      // The disk may be too full for one of them and not for the others: each on its own, then.
      if (group.length > 1) for (const write of group) await commitGroup([write])
      else group[0]?.reject(error)
    }
  }
}

/** While another process is writing, the event loop goes on. */
async function patiently(begin: () => void): Promise<void> {
  const end = performance.now() + BUSY_LIMIT
  for (;;) {
    try {
      return begin()
    } catch (error) {
      const busy = error instanceof Driver.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
