// The handoff's timers on BullMQ, and a Redis that forgets everything: the sweep carries them all the same.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSqliteStore } from '../../src/adapters/store/index.ts'
import { systemClock } from '../../src/adapters/system/clock.ts'
import { createBullWakeups } from '../../src/adapters/wakeups/index.ts'
import type { Bound } from '../../src/app/create-app.ts'
import type { TimerName } from '../../src/core/conversation/timer.ts'
import type { Store } from '../../src/ports/store.ts'
import type { Wakeups } from '../../src/ports/wakeups.ts'
import { createTestApp, type TestApp } from '../app/test-app.ts'

const SERVER = '/usr/bin/redis-server'
const there = existsSync(SERVER)
if (!there) console.warn('Redis is missing, so its tests are skipped. Install it: apt-get install redis-server')

const HANDOFF_TIMERS: TimerName[] = ['claim-deadline', 'next-alert', 'wait-update', 'return', 'survey']

describe.skipIf(!there)('wake-ups on Redis', () => {
  let folder: string
  let redis: ChildProcess
  let socket: string
  let store: Store
  let wakeups: Wakeups
  let test: TestApp
  let bound: Bound

  const startRedis = async (): Promise<void> => {
    redis = spawn(
      SERVER,
      ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--dir', folder],
      { stdio: 'ignore' },
    )
    await vi.waitFor(() => expect(existsSync(socket)).toBe(true), 10_000)
  }
  const command = async (...words: [string, ...string[]]): Promise<unknown> => {
    const client = new Redis({ path: socket })
    try {
      const [name, ...rest] = words
      return await client.call(name, ...rest)
    } finally {
      client.disconnect()
    }
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'baton-redis-'))
    socket = join(folder, 'redis.sock')
    await startRedis()
    store = await createSqliteStore({ file: join(folder, 'baton.db') })
    wakeups = createBullWakeups({ redisUrl: socket })
    test = createTestApp({ store, wakeups, clock: systemClock, claimMinutes: 1 / 60 })
    bound = test.bound
    await bound.start()
  })
  afterEach(async () => {
    await bound.stop()
    await store.close()
    redis.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const typesOf = async (chat: string): Promise<string[]> =>
    (await store.log.read(test.idOf(chat))).map((event) => event.type)

  it('[R17] a handoff that nobody claims is named, by a job in Redis', async () => {
    await test.hear('a', 'I want to talk to a person')
    await vi.waitFor(async () => expect(await typesOf('a')).toContain('claim-overdue'), 10_000)
  })

  it('a FLUSHALL loses no timer: each of the five still comes due', async () => {
    await test.hear('b', 'I want to talk to a person')
    const at = Date.now() + 1500
    await vi.waitFor(async () => expect(await store.agenda.timer(test.idOf('b'), 'claim-deadline')).toBeDefined())
    await test.setTimers(
      'b',
      HANDOFF_TIMERS.map((name) => ({ name, at })),
    )
    await command('FLUSHALL')
    await vi.waitFor(async () => {
      const left = await Promise.all(HANDOFF_TIMERS.map((name) => store.agenda.timer(test.idOf('b'), name)))
      expect(left.filter(Boolean)).toEqual([])
    }, 15_000)
    expect(Date.now()).toBeGreaterThanOrEqual(at)
    expect(await typesOf('b')).toContain('claim-overdue')
  })

  it('with Redis killed, customers are still answered and still reach a person; with Redis back, it is used again', async () => {
    redis.kill('SIGKILL')
    await test.hear('c', 'How long does delivery take?')
    await vi.waitFor(async () => expect(await typesOf('c')).toContain('answered'), 15_000)
    await test.hear('c', 'I want to talk to a person')
    expect(await typesOf('c')).toContain('handoff-opened')
    expect(wakeups.health().state).toBe('down')
    rmSync(socket, { force: true })
    await startRedis()
    await vi.waitFor(() => expect(wakeups.health().state).toBe('ready'), 20_000)
    await test.hear('d', 'How long does delivery take?')
    await vi.waitFor(async () => expect(await typesOf('d')).toContain('answered'), 10_000)
  })
})
