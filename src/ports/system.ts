// Time, chance and the log book, handed in so that nothing hides them.

export interface Clock {
  /** Epoch ms. */
  now(): number
  /** Calls back at an epoch ms; returns the way to cancel. */
  at(time: number, run: () => void): () => void
}

export interface Ids {
  /** A new id: sortable by time, unguessable, `[0-9a-z]`. */
  next(): string
}

/** Static messages, data beside them; never a customer's text at info or above, never a secret. */
export interface Logger {
  debug(message: string, data?: Record<string, unknown>): void
  info(message: string, data?: Record<string, unknown>): void
  warn(message: string, data?: Record<string, unknown>): void
  error(message: string, data?: Record<string, unknown>): void
}
