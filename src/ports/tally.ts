// Counts of what the program did since it started, for /metrics. Whatever must survive is a fold over the log instead.

export type TallyName =
  | 'messages_accepted'
  | 'messages_repeated'
  | 'turns'
  | 'model_calls'
  | 'model_failures'
  | 'conflicts'
  | 'sends'

export type DurationName = 'accept_ms' | 'turn_ms' | 'model_ms'

export interface Tally {
  /** Low-cardinality labels only: never an id, never a text. */
  count(name: TallyName, labels?: Readonly<Record<string, string>>): void
  /** Milliseconds. */
  observe(name: DurationName, ms: number): void
  read(): TallyRow[]
  /** How a part did when it was last needed; `trouble` in plain words when it failed. */
  outcome(part: 'model', trouble?: string): void
  /** Undefined while it was not needed. */
  lastOutcome(part: 'model'): { trouble?: string } | undefined
}

/** A duration is read as its sum (`…_ms_sum`) and its count (`…_ms_count`). */
export interface TallyRow {
  name: string
  labels: Readonly<Record<string, string>>
  value: number
}
