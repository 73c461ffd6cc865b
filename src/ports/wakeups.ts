// "Look at conversation X, now or at T." Lossy by contract: the rows in the store are the truth, and the sweep finds
// what no wake-up reported.

export interface WakeOptions {
  /** Epoch ms; absent or past means now. */
  at?: number
  /** A named wake-up has its own slot beside the plain one, so neither swallows the other. Later calls replace it. */
  name?: string
  /** 1 first; only orders what waits at the same moment. Default 3. */
  priority?: number
}

/** `name` is absent for a plain wake-up. Resolving means looked at. `again` asks for another look at that epoch ms. */
export type WakeHandler = (
  key: string,
  name: string | undefined,
  signal: AbortSignal,
) => Promise<{ again: number } | undefined>

/**
 * Many wakes of one key and name while none runs become one run; wakes during a run become exactly one more. A plain
 * wake never waits for a timer of the same key. One key is never promised to run alone: the store's versions see to
 * that. A handler that rejects is not run again by this port.
 */
export interface Wakeups {
  wake(key: string, options?: WakeOptions): Promise<void>
  cancel(key: string, name: string): Promise<void>
  start(handler: WakeHandler): Promise<void>
  /** Stops taking work, lets running handlers end (their signal aborts after `graceMs`, default 5000). */
  stop(graceMs?: number): Promise<void>
  health(): { state: 'ready' | 'down'; detail?: string }
}
