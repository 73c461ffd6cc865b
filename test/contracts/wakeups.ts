// What every way of waking must do, whoever carries the message. Times are real: the engine behind may have its own clock.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WakeHandler, Wakeups } from '../../src/ports/wakeups.ts'

export interface WakeupsUnderTest {
  /** Made anew for each test, on an empty engine; `lanes` is how many handlers may run at once. */
  create(options?: { lanes?: number }): Wakeups
  now(): number
}

/** Nothing more happens for this long: what was not to come did not come. ms. */
const STILL = 250

export function wakeupsContract(name: string, under: () => WakeupsUnderTest): void {
  describe(`${name} as wake-ups`, () => {
    let wakeups: Wakeups
    let runs: { key: string; name: string | undefined; at: number }[]
    const create = (options?: { lanes?: number }) => {
      wakeups = under().create(options)
      return wakeups
    }
    const record: WakeHandler = async (key, name) => {
      runs.push({ key, name, at: under().now() })
      return undefined
    }
    const count = () => runs.length
    const until = (runsWanted: number) => expect.poll(count, { timeout: 8000, interval: 5 }).toBe(runsWanted)
    const still = async (runsWanted: number) => {
      await until(runsWanted)
      await new Promise((resolve) => setTimeout(resolve, STILL))
      expect(count()).toBe(runsWanted)
    }

    beforeEach(() => {
      runs = []
    })
    afterEach(() => wakeups.stop(0))

    it('wakes for a key', async () => {
      await create().start(record)
      await wakeups.wake('a')
      await until(1)
      expect(runs[0]).toMatchObject({ key: 'a', name: undefined })
    })

    it('keeps what was woken before it was started', async () => {
      await create().wake('early')
      await wakeups.start(record)
      await until(1)
    })

    it('makes one run of a burst of fifty', async () => {
      create()
      await Promise.all(Array.from({ length: 50 }, () => wakeups.wake('a')))
      await wakeups.start(record)
      await still(1)
    })

    it('makes exactly one more run of five wakes during a run', async () => {
      const gate = Promise.withResolvers<void>()
      await create().start(async (key, name, signal) => {
        await record(key, name, signal)
        if (runs.length === 1) await gate.promise
        return undefined
      })
      await wakeups.wake('a')
      await until(1)
      for (let n = 0; n < 5; n++) await wakeups.wake('a')
      gate.resolve()
      await still(2)
    })

    it('runs other keys while one is busy', async () => {
      const gate = Promise.withResolvers<void>()
      await create().start(async (key, name, signal) => {
        await record(key, name, signal)
        if (key === 'busy') await gate.promise
        return undefined
      })
      await wakeups.wake('busy')
      await until(1)
      await wakeups.wake('other')
      await until(2)
      gate.resolve()
    })

    it('never wakes early, and wakes by itself when the time has come', async () => {
      await create().start(record)
      const at = under().now() + 150
      await wakeups.wake('a', { at, name: 'return' })
      await until(1)
      expect(runs[0]).toMatchObject({ key: 'a', name: 'return' })
      expect(runs[0]?.at).toBeGreaterThanOrEqual(at)
      expect(runs[0]?.at).toBeLessThan(at + 1500)
    })

    it('takes a time that has passed as now', async () => {
      await create().start(record)
      await wakeups.wake('a', { at: under().now() - 60_000 })
      await wakeups.wake('a', { at: 0, name: 'brief' })
      await until(2)
    })

    it('replaces a named wake-up by the later call, in both directions', async () => {
      await create().start(record)
      const now = under().now()
      await wakeups.wake('quiet', { at: now + 100, name: 'turn' })
      await wakeups.wake('quiet', { at: now + 400, name: 'turn' })
      await wakeups.wake('sooner', { at: now + 60_000, name: 'turn' })
      await wakeups.wake('sooner', { at: now + 100, name: 'turn' })
      await still(2)
      expect(runs.map((run) => run.key)).toEqual(['sooner', 'quiet'])
      expect(runs[1]?.at).toBeGreaterThanOrEqual(now + 400)
    })

    it('lets a named wake-up for now take the place of its timer', async () => {
      await create().start(record)
      await wakeups.wake('a', { at: under().now() + 300, name: 'turn' })
      await wakeups.wake('a', { name: 'turn' })
      await until(1)
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(count()).toBe(1)
    })

    it('does not let a timer stand in the way of a plain wake, named or not', async () => {
      await create().start(record)
      await wakeups.wake('a', { at: under().now() + 60_000 })
      await wakeups.wake('a', { at: under().now() + 60_000, name: 'return' })
      await wakeups.wake('a')
      await until(1)
      expect(runs[0]?.name).toBeUndefined()
    })

    it('keeps names apart', async () => {
      await create().start(record)
      const at = under().now() + 50
      await wakeups.wake('a', { at, name: 'return' })
      await wakeups.wake('a', { at, name: 'claim-deadline' })
      await still(2)
      expect(runs.map((run) => run.name).sort()).toEqual(['claim-deadline', 'return'])
    })

    it('cancels a named wake-up, and only that one', async () => {
      await create().start(record)
      const at = under().now() + 100
      await wakeups.wake('a', { at, name: 'return' })
      await wakeups.wake('a', { at, name: 'case-end' })
      await wakeups.cancel('a', 'return')
      await wakeups.cancel('a', 'never-set')
      await still(1)
      expect(runs[0]?.name).toBe('case-end')
    })

    it('runs what waits at the same moment by priority, then in order', async () => {
      const gate = Promise.withResolvers<void>()
      await create({ lanes: 1 }).start(async (key, name, signal) => {
        await record(key, name, signal)
        if (key === 'first') await gate.promise
        return undefined
      })
      await wakeups.wake('first')
      await until(1)
      await wakeups.wake('five', { priority: 5 })
      await wakeups.wake('plain')
      await wakeups.wake('one', { priority: 1 })
      await wakeups.wake('plain too')
      gate.resolve()
      await until(5)
      expect(runs.map((run) => run.key)).toEqual(['first', 'one', 'plain', 'plain too', 'five'])
    })

    it('looks again when the handler asks for it', async () => {
      const at = under().now() + 200
      await create().start(async (key, name, signal) => {
        await record(key, name, signal)
        return runs.length === 1 ? { again: at } : undefined
      })
      await wakeups.wake('a', { name: 'brief' })
      await still(2)
      expect(runs[1]).toMatchObject({ key: 'a', name: 'brief' })
      expect(runs[1]?.at).toBeGreaterThanOrEqual(at)
    })

    it('goes on after a handler that rejects, and does not run it again', async () => {
      await create().start(async (key, name, signal) => {
        await record(key, name, signal)
        if (key === 'broken') throw new Error('no')
        return undefined
      })
      await wakeups.wake('broken')
      await wakeups.wake('whole')
      await still(2)
      await wakeups.wake('broken')
      await until(3)
    })

    it('carries any key: colons, slashes, other scripts', async () => {
      await create().start(record)
      const keys = ['a:b', 'a/b', 'محادثة', '🦉', 'a%2Fb', ' ']
      for (const key of keys) await wakeups.wake(key)
      await until(keys.length)
      expect(runs.map((run) => run.key).sort()).toEqual([...keys].sort())
    })

    it('lets a running handler end when it stops, and takes no more work', async () => {
      const gate = Promise.withResolvers<void>()
      let ended = false
      await create().start(async (key, name, signal) => {
        await record(key, name, signal)
        await gate.promise
        ended = !signal.aborted
        return undefined
      })
      await wakeups.wake('a')
      await until(1)
      const stopping = wakeups.stop(5000)
      await wakeups.wake('late')
      gate.resolve()
      await stopping
      expect(ended).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, STILL))
      expect(runs.map((run) => run.key)).toEqual(['a'])
    })

    it('aborts the signal of a handler that outlasts the grace', async () => {
      const aborted = vi.fn()
      await create().start(async (key, name, signal) => {
        await record(key, name, signal)
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
        aborted()
        return undefined
      })
      await wakeups.wake('a')
      await until(1)
      expect(aborted).not.toHaveBeenCalled()
      await wakeups.stop(50)
      expect(aborted).toHaveBeenCalledOnce()
    })

    it('is healthy while it works, and stopping twice is the same as once', async () => {
      await create().start(record)
      await expect.poll(() => wakeups.health().state).toBe('ready')
      await wakeups.stop(0)
      await wakeups.stop(0)
    })
  })
}
