// Counts of what the program did since it started, for /metrics. Whatever must survive is a fold over the log instead.

export interface Tally {
  /** Low-cardinality names only: never an id, never a text. */
  count(name: TallyName, labels?: Readonly<Record<string, string>>): void
  /** Milliseconds. */
  observe(name: 'turn_ms' | 'model_ms' | 'accept_ms', ms: number): void
}

export type TallyName =
  | 'messages_accepted'
  | 'messages_repeated'
  | 'turns'
  | 'model_calls'
  | 'model_failures'
  | 'prompt_tokens'
  | 'conflicts'
  | 'sends'

export const NO_TALLY: Tally = { count: () => {}, observe: () => {} }
