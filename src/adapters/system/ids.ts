// Ids that sort by the time they were made and that nobody can guess.
import { randomFillSync } from 'node:crypto'
import type { Clock, Ids } from '../../ports/system.ts'

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Nine digits of time last until the year 5188; sixteen of chance are 82 bits. */
const TIME_DIGITS = 9
const CHANCE_DIGITS = 16

/** Bytes from here on would make the first digits likelier than the last. */
const FAIR = 256 - (256 % DIGITS.length)

export function createIds(clock: Clock): Ids {
  const digit = createDigits()
  return {
    next() {
      let id = Math.max(0, clock.now()).toString(36).padStart(TIME_DIGITS, '0')
      for (let n = 0; n < CHANCE_DIGITS; n++) id += digit()
      return id
    },
  }
}

/** Random digits, drawn from a pool, since asking the system for each costs more than the rest of an id. */
function createDigits(): () => string {
  const pool = new Uint8Array(4096)
  let used = pool.length
  return () => {
    for (;;) {
      if (used === pool.length) {
        randomFillSync(pool)
        used = 0
      }
      const byte = pool[used++] ?? FAIR
      if (byte < FAIR) return DIGITS.charAt(byte % DIGITS.length)
    }
  }
}
