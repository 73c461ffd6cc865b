// Time that stands still until it is told, and wake-ups that come only by hand.
import type { Clock } from '../../src/ports/system.ts'
import type { WakeHandler, WakeOptions, Wakeups } from '../../src/ports/wakeups.ts'

export function byHand() {
  let now = 1_000_000
  let handler: WakeHandler | undefined
  const wakes: (WakeOptions | undefined)[] = []
  const clock: Clock = { now: () => now, at: () => () => {} }
  const wakeups: Wakeups = {
    wake: async (_key, options) => void wakes.push(options),
    cancel: async () => {},
    start: async (given) => {
      handler = given
    },
    stop: async () => {},
    health: () => ({ state: 'ready' }),
  }
  return {
    clock,
    wakeups,
    /** What the app asked for, in order. */
    wakes,
    pass(ms: number): void {
      now += ms
    },
    /** One plain wake-up of a conversation. */
    look: (id: string) => handler?.(id, undefined, new AbortController().signal),
  }
}
