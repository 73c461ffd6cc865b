// The embedded database: one file beside the program, durable at every commit.
import Driver from 'better-sqlite3'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { BatonError } from '../../../core/errors.ts'
import type { Store } from '../../../ports/store.ts'
import type { Builder, Database } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
import { migrate } from './migrate.ts'
import { makePrivateFile } from './private-file.ts'
import { createRunner } from './run-sqlite.ts'
import { createSqlStore } from './store.ts'

/**
 * Opens the file, or makes it (mode 0600, its folder 0700), and brings its tables up to date. Rejects with a
 * `BatonError` in plain words when the file is no database of ours; it is then left as it was.
 */
export async function createSqliteStore(options: { file: string }): Promise<Store> {
  const database = await openSqlite(options.file)
  return createSqlStore(database)
}

async function openSqlite(file: string): Promise<Database> {
  // The database's own journals inherit its mode.
  makePrivateFile(file)
  const open: Driver.Database[] = []
  try {
    const writer = connect(file, open)
    writer.pragma('journal_mode = wal')
    writer.pragma('synchronous = full')
    // A reader of its own sees nothing but commits, so reads need not wait for a transaction to end.
    const reader = connect(file, open)
    reader.pragma('query_only = on')
    const database = compose(writer, reader)
    await migrate(database, { bytes: 'blob' })
    return database
  } catch (error) {
    for (const connection of open) connection.close()
    throw explained(error, file)
  }
}

function connect(file: string, open: Driver.Database[]): Driver.Database {
  const connection = new Driver(file, { timeout: 100 })
  open.push(connection)
  connection.pragma('journal_size_limit = 67108864')
  return connection
}

function compose(writer: Driver.Database, reader: Driver.Database): Database {
  const read = createRunner(reader)
  const commits = createGroupCommit(writer)
  let closing: Promise<void> | undefined
  return {
    builder: BUILDER,
    async read(query) {
      if (!reader.open) throw new BatonError('store-closed', 'The store is closed.')
      return read(query).rows
    },
    write: commits.write,
    close() {
      closing ??= commits.close().then(() => {
        reader.close()
        writer.close()
      })
      return closing
    },
  }
}

const BUILDER: Builder = new Kysely({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

function explained(error: unknown, file: string): unknown {
  const code = error instanceof Driver.SqliteError ? error.code : ''
  if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return error
  const remedy = 'It was left as it is: move it away, and put a backup in its place.'
  return new BatonError('data-damaged', `${file} is damaged or is not a database of Baton. ${remedy}`, { cause: error })
}
