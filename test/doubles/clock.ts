// The machine's clock behind the port, for tests that run real servers.
import type { Clock } from '../../src/ports/system.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  at: (time, run) => {
    const timer = setTimeout(run, Math.max(0, time - Date.now()))
    return () => clearTimeout(timer)
  },
}

/** A clock that stands until it is moved; what is due then runs, in order. */
export function createHandClock(start = 1_700_000_000_000): Clock & { move(ms: number): void; waiting(): number } {
  let now = start
  let due: { time: number; run: () => void }[] = []
  return {
    now: () => now,
    at: (time, run) => {
      const one = { time, run }
      due.push(one)
      return () => {
        due = due.filter((other) => other !== one)
      }
    },
    move: (ms) => {
      const end = now + ms
      for (;;) {
        const [next] = due.filter((one) => one.time <= end).sort((a, b) => a.time - b.time)
        if (!next) break
        due = due.filter((one) => one !== next)
        now = Math.max(now, next.time)
        next.run()
      }
      now = end
    },
    waiting: () => due.length,
  }
}
