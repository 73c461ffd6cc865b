// What every query here is written against: something that runs compiled queries, one by one or as one transaction.
import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Builds and compiles queries in the dialect of a database; it has no connection. */
export type Builder = Kysely<Tables>

export interface Result<Row> {
  rows: Row[]
  /** Rows that were inserted, updated or deleted. */
  changes: number
}

export type Run = <Row>(query: CompiledQuery<Row>) => Promise<Result<Row>>

export interface Database {
  builder: Builder
  /** Sees what is committed, and nothing of a transaction that is still open. */
  read<Row>(query: CompiledQuery<Row>): Promise<Row[]>
  /**
   * Runs `work` as one transaction. It is undone when `work` rejects, and when `keep` says so of its result. `work` only
   * awaits `run`, and may be run a second time.
   */
  write<T>(work: (run: Run) => Promise<T>, keep?: (result: T) => boolean): Promise<T>
  /** Finishes what was asked for, then closes. */
  close(): Promise<void>
}

/**
 * Compiles a query once; the function that comes back fills in the named values. Building a query costs more than
 * running it on an embedded database, so whatever is on the path of a message is prepared.
 */
export function prepare<Values extends object, Row>(
  build: (value: <Name extends keyof Values>(name: Name) => Values[Name]) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  // The compiler keeps parameters as it was given them: a slot stands where its value will be.
  const compiled = build((name) => new Slot(name) as never).compile()
  return (values) => ({
    ...compiled,
    parameters: compiled.parameters.map((parameter) =>
      parameter instanceof Slot ? values[parameter.name as keyof Values] : parameter,
    ),
  })
}

class Slot {
  readonly name: PropertyKey
  constructor(name: PropertyKey) {
    this.name = name
  }
}
