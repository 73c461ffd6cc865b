// Counts failures, so that guessing passwords is slow: in a fixed window per key, forgotten when it has passed.
import type { Clock } from '../ports/system.ts'
import { HttpProblem } from './problem.ts'

export interface Attempts {
  /** Books a try against every key. Throws `HttpProblem` 429 when one of them has none left; then none is booked. */
  book(tries: readonly { key: string; most: number }[]): void
  /** Success: the key's tries are forgiven. */
  forgive(key: string): void
}

const MOST_KEYS = 20_000

export function createAttempts(clock: Clock, windowMs = 15 * 60_000): Attempts {
  const windows = new Map<string, { until: number; tries: number }>()
  const current = (key: string, now: number) => {
    const window = windows.get(key)
    return window && window.until > now ? window : { until: now + windowMs, tries: 0 }
  }
  return {
    book: (tries) => {
      const now = clock.now()
      const booked = tries.map(({ key, most }) => ({ key, most, window: current(key, now) }))
      const full = booked.find(({ most, window }) => window.tries >= most)
      if (full) {
        const seconds = Math.ceil((full.window.until - now) / 1000)
        throw new HttpProblem(429, 'too-many-tries', 'Too many tries. Please wait a little and try again.', {
          'retry-after': String(seconds),
        })
      }
      for (const { key, window } of booked) windows.set(key, { ...window, tries: window.tries + 1 })
      if (windows.size > MOST_KEYS) forgetOldest(windows)
    },
    forgive: (key) => void windows.delete(key),
  }
}

/** Memory stays bounded whatever comes: the oldest tenth goes. */
function forgetOldest(windows: Map<string, unknown>): void {
  for (const key of [...windows.keys()].slice(0, MOST_KEYS / 10)) windows.delete(key)
}
