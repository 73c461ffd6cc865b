// A clock for tests: time passes when it is told to.
import type { Clock } from '../../ports/system.ts'

export interface ManualClock extends Clock {
  /** Moves to an epoch ms, running what falls due on the way, in order, each at its own time. Back runs nothing. */
  set(time: number): void
  /** Moves on by ms. */
  advance(ms: number): void
}

interface Alarm {
  time: number
  run: () => void
}

/** 1 January 2026, noon in Greenwich. */
const NOON = Date.UTC(2026, 0, 1, 12)

export function createManualClock(start = NOON): ManualClock {
  let now = start
  const alarms = new Set<Alarm>()

  const ring = (alarm: Alarm) => {
    if (alarms.delete(alarm)) alarm.run()
  }
  const nextUntil = (time: number): Alarm | undefined => {
    let next: Alarm | undefined
    for (const alarm of alarms) if (alarm.time <= time && (!next || alarm.time < next.time)) next = alarm
    return next
  }
  const set = (time: number) => {
    for (let next = nextUntil(time); next; next = nextUntil(time)) {
      now = Math.max(now, next.time)
      ring(next)
    }
    now = time
  }

  return {
    now: () => now,
    at(time, run) {
      const alarm = { time, run }
      alarms.add(alarm)
      // Like the machine's clock: what is due already comes as soon as possible, but never at once.
      if (time <= now) queueMicrotask(() => ring(alarm))
      return () => void alarms.delete(alarm)
    },
    set,
    advance: (ms) => set(now + ms),
  }
}
