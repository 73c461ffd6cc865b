// The machine's clock.
import type { Clock } from '../../ports/system.ts'

/** The longest delay that a timer of the platform can hold, in ms. */
const LONGEST = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  at(time, run) {
    let timer: NodeJS.Timeout
    // Timers may fire a little early, and long ones come in pieces: look at the clock again each time.
    const wait = () => {
      timer = setTimeout(() => (Date.now() >= time ? run() : wait()), Math.min(LONGEST, Math.max(0, time - Date.now())))
    }
    wait()
    return () => clearTimeout(timer)
  },
}
