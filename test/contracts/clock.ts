// What every clock must do: never early, never at once, and forget what was cancelled.
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../src/ports/system.ts'

export interface ClockUnderTest {
  clock: Clock
  /** Lets ms pass on that clock. */
  pass(ms: number): Promise<void>
}

export function clockContract(name: string, make: () => ClockUnderTest): void {
  describe(`${name} as a clock`, () => {
    it('calls back when the time has come, and not before', async () => {
      const { clock, pass } = make()
      const due = clock.now() + 40
      let at: number | undefined
      clock.at(due, () => {
        at = clock.now()
      })
      await pass(20)
      expect(at).toBeUndefined()
      await pass(120)
      expect(at).toBeGreaterThanOrEqual(due)
    })

    it('calls back soon for a time that has passed, but never while it is being asked', async () => {
      const { clock, pass } = make()
      let called = 0
      clock.at(clock.now() - 1000, () => called++)
      clock.at(clock.now(), () => called++)
      expect(called).toBe(0)
      await pass(20)
      expect(called).toBe(2)
    })

    it('keeps the order of times, and of calls for the same time', async () => {
      const { clock, pass } = make()
      const seen: string[] = []
      const now = clock.now()
      clock.at(now + 60, () => seen.push('late'))
      clock.at(now + 20, () => seen.push('early'))
      clock.at(now + 20, () => seen.push('early too'))
      await pass(150)
      expect(seen).toEqual(['early', 'early too', 'late'])
    })

    it('forgets what was cancelled, before and after its time', async () => {
      const { clock, pass } = make()
      let called = 0
      const cancel = clock.at(clock.now() + 20, () => called++)
      cancel()
      const ran = clock.at(clock.now() + 20, () => called++)
      clock.at(clock.now() - 1, () => called++)()
      await pass(120)
      expect(called).toBe(1)
      ran()
    })

    it('waits for a far day without ringing at once', async () => {
      const { clock, pass } = make()
      let called = 0
      const cancel = clock.at(clock.now() + 400 * 24 * 3_600_000, () => called++)
      await pass(20)
      expect(called).toBe(0)
      cancel()
    })
  })
}
