// The machine's clock and the one for tests keep the same contract.
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/adapters/system/clock.ts'
import { createManualClock } from '../../../src/adapters/system/manual-clock.ts'
import { clockContract } from '../../contracts/clock.ts'

clockContract('the system', () => ({
  clock: systemClock,
  pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}))

clockContract('a manual clock', () => {
  const clock = createManualClock()
  return {
    clock,
    async pass(ms) {
      clock.advance(ms)
      await Promise.resolve()
    },
  }
})

describe('A manual clock', () => {
  it('runs each callback at its own time, also those that callbacks ask for', () => {
    const clock = createManualClock(1000)
    const seen: number[] = []
    clock.at(1500, () => {
      seen.push(clock.now())
      clock.at(1700, () => seen.push(clock.now()))
      clock.at(9000, () => seen.push(clock.now()))
    })
    clock.advance(1000)
    expect(seen).toEqual([1500, 1700])
    expect(clock.now()).toBe(2000)
  })

  it('may be set back, which runs nothing and keeps what is to come', () => {
    const clock = createManualClock(1000)
    let called = 0
    clock.at(2000, () => called++)
    clock.set(500)
    expect([clock.now(), called]).toEqual([500, 0])
    clock.set(2000)
    expect(called).toBe(1)
  })
})
