// Wake-ups through BullMQ keep the contract on a real Redis, and outlive whatever happens to it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createBullWakeups } from '../../../src/adapters/wakeups/bullmq.ts'
import type { Wakeups } from '../../../src/ports/wakeups.ts'
import { wakeupsContract } from '../../contracts/wakeups.ts'
import { createRedisServer, noRedis, type RedisServer } from './redis-server.ts'

describe.skipIf(noRedis !== undefined)(`BullMQ${noRedis ? ` (${noRedis})` : ''}`, () => {
  let redis: RedisServer
  let prefixes = 0
  beforeAll(async () => {
    redis = createRedisServer()
    await redis.start()
  })
  afterAll(() => redis.remove())

  wakeupsContract('BullMQ', () => ({
    create: (options = {}) => createBullWakeups({ redisUrl: redis.socket, prefix: `test${++prefixes}`, ...options }),
    now: () => Date.now(),
  }))

  it('keeps only ids and names in Redis, and leaves nothing of what is done', async () => {
    const wakeups = createBullWakeups({ redisUrl: redis.socket, prefix: 'tidy' })
    let runs = 0
    await wakeups.start(async () => {
      runs++
      return undefined
    })
    for (let n = 0; n < 20; n++) await wakeups.wake(`conversation${n}`)
    await wakeups.wake('conversation1', { name: 'return' })
    await expect.poll(() => runs).toBe(21)
    const left = () =>
      redis.command(
        `EVAL "return #redis.call('keys', 'tidy:wakeups:*-*-*-*') + #redis.call('keys', 'tidy:wakeups:de:*')" 0`,
      )
    await expect.poll(left).toBe(':0')
    await wakeups.stop()
  })
})

describe.skipIf(noRedis !== undefined)(`A Redis that has a bad day${noRedis ? ` (${noRedis})` : ''}`, () => {
  let redis: RedisServer
  let wakeups: Wakeups
  let seen: string[]
  const handler = async (key: string) => {
    seen.push(key)
    return undefined
  }
  /** Hints may be lost, so it is the asking that is repeated, as the sweep does. */
  const askUntilSeen = (key: string) =>
    expect
      .poll(
        async () => {
          await wakeups.wake(key)
          return seen.includes(key)
        },
        { timeout: 15_000, interval: 100 },
      )
      .toBe(true)
  const health = () => wakeups.health().state

  beforeEach(() => {
    seen = []
    redis = createRedisServer()
    wakeups = createBullWakeups({ redisUrl: redis.socket })
  })
  afterEach(async () => {
    await wakeups.stop(0)
    await redis.remove()
  })

  it('may be away at the start: nothing throws, nothing hangs, and work begins when it comes', async () => {
    const started = performance.now()
    await wakeups.start(handler)
    await wakeups.wake('lost')
    await wakeups.cancel('lost', 'return')
    expect(performance.now() - started).toBeLessThan(2500)
    expect(wakeups.health()).toMatchObject({ state: 'down', detail: expect.stringContaining('Redis') })
    await redis.start()
    await askUntilSeen('found')
    await expect.poll(health).toBe('ready')
  })

  it('may forget everything with FLUSHALL, also in the middle of a run', async () => {
    await redis.start()
    const gate = Promise.withResolvers<void>()
    await wakeups.start(async (key) => {
      seen.push(key)
      if (key === 'running') await gate.promise
      return undefined
    })
    await wakeups.wake('running')
    await expect.poll(() => seen).toEqual(['running'])
    await wakeups.wake('running')
    await wakeups.wake('timer', { at: Date.now() + 60_000, name: 'return' })
    await redis.command('FLUSHALL')
    gate.resolve()
    await askUntilSeen('after')
    seen = []
    await askUntilSeen('running')
    await wakeups.wake('timer', { at: Date.now() + 100, name: 'return' })
    await expect.poll(() => seen.includes('timer'), { timeout: 5000 }).toBe(true)
    await expect.poll(health).toBe('ready')
  })

  it('may be killed and come back empty, again and again', async () => {
    await redis.start()
    await wakeups.start(handler)
    for (const round of ['one', 'two', 'three']) {
      await askUntilSeen(`before ${round}`)
      await redis.kill('SIGKILL')
      const asked = performance.now()
      await wakeups.wake(`during ${round}`)
      expect(performance.now() - asked).toBeLessThan(1000)
      await expect.poll(health).toBe('down')
      await redis.start()
      await askUntilSeen(`after ${round}`)
      await expect.poll(health).toBe('ready')
    }
  }, 60_000)

  it('may freeze: a wake-up gives up within a second, and health says so', async () => {
    await redis.start()
    await wakeups.start(handler)
    await askUntilSeen('before')
    await redis.command('CLIENT PAUSE 3000 ALL')
    const asked = performance.now()
    await wakeups.wake('during')
    expect(performance.now() - asked).toBeLessThan(1000)
    await expect.poll(health).toBe('down')
    await askUntilSeen('after')
    await expect.poll(health).toBe('ready')
  })

  it('may be gone when Baton stops', async () => {
    await redis.start()
    await wakeups.start(handler)
    await askUntilSeen('before')
    await redis.kill('SIGKILL')
    const asked = performance.now()
    await wakeups.stop(5000)
    expect(performance.now() - asked).toBeLessThan(1500)
  })
})
