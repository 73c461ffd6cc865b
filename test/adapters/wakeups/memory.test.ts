// Wake-ups inside the process keep the contract, and pass time only when the clock does.
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/adapters/system/clock.ts'
import { createManualClock } from '../../../src/adapters/system/manual-clock.ts'
import { createMemoryWakeups } from '../../../src/adapters/wakeups/memory.ts'
import { wakeupsContract } from '../../contracts/wakeups.ts'

wakeupsContract('memory', () => ({
  create: (options = {}) => createMemoryWakeups({ clock: systemClock, ...options }),
  now: () => Date.now(),
}))

describe('memory wake-ups on a clock that is told the time', () => {
  it('fires timers as the clock passes them, in order', async () => {
    const clock = createManualClock()
    const wakeups = createMemoryWakeups({ clock })
    const seen: string[] = []
    await wakeups.start(async (key) => {
      seen.push(key)
      return undefined
    })
    await wakeups.wake('second', { at: clock.now() + 2000, name: 'turn' })
    await wakeups.wake('first', { at: clock.now() + 1000, name: 'turn' })
    clock.advance(999)
    await Promise.resolve()
    expect(seen).toEqual([])
    clock.advance(5000)
    await expect.poll(() => seen).toEqual(['first', 'second'])
    await wakeups.stop()
  })

  it('leaves no timer behind when it stops', async () => {
    const clock = createManualClock()
    const wakeups = createMemoryWakeups({ clock })
    const seen: string[] = []
    await wakeups.start(async (key) => {
      seen.push(key)
      return undefined
    })
    await wakeups.wake('a', { at: clock.now() + 1000 })
    await wakeups.stop()
    clock.advance(10_000)
    await new Promise((resolve) => setImmediate(resolve))
    expect(seen).toEqual([])
  })
})
