// Runs compiled queries on one SQLite connection. Statements are kept: preparing one costs more than running it.
import type Driver from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import type { Result } from './database.ts'

export type RunNow = <Row>(query: CompiledQuery<Row>) => Result<Row>

export function createRunner(connection: Driver.Database, most = 500): RunNow {
  const kept = new Map<string, Driver.Statement>()
  const statement = (text: string): Driver.Statement => {
    const known = kept.get(text)
    if (known) return known
    const made = connection.prepare(text)
    if (kept.size >= most) kept.clear()
    kept.set(text, made)
    return made
  }
  return <Row>(query: CompiledQuery<Row>): Result<Row> => {
    const prepared = statement(query.sql)
    if (prepared.reader) return { rows: prepared.all(...query.parameters) as Row[], changes: 0 }
    return { rows: [], changes: prepared.run(...query.parameters).changes }
  }
}
