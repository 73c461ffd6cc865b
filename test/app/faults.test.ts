// What goes wrong inside and around the app must not reach the customer, and must not be tried for ever.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryStore } from '../../src/adapters/store/index.ts'
import { systemClock } from '../../src/adapters/system/clock.ts'
import { createMemoryWakeups } from '../../src/adapters/wakeups/index.ts'
import { fromStored } from '../../src/core/conversation/stored-event.ts'
import { ChannelFault } from '../../src/ports/channel.ts'
import { byHand } from './by-hand.ts'
import { createTestApp, type TestApp, type TestAppOptions } from './test-app.ts'

let test: TestApp | undefined
afterEach(async () => {
  vi.restoreAllMocks()
  await test?.bound.stop()
})

async function open(more: Partial<TestAppOptions> = {}) {
  const store = createMemoryStore()
  const wakeups = createMemoryWakeups({ clock: systemClock })
  test = createTestApp({ store, wakeups, clock: systemClock, ...more })
  await test.bound.start()
  return { app: test, store, events: async () => (await store.log.read('conversation-a')).map(fromStored) }
}

describe('a fault of our own in the middle of a turn', () => {
  it('[T52] hands the customer to a person, instead of failing again and again', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { app, events } = await open({ search: () => ({ hits: [undefined as never], evidence: {} }) })
    await app.hear('a', 'How long does delivery take?')
    const handoff = await vi.waitFor(async () => {
      const found = (await events()).find((event) => event.type === 'handoff-opened')
      if (found?.type !== 'handoff-opened') throw new Error('no handoff yet')
      return found
    }, 5_000)
    expect(handoff.grounds.reasons).toMatchObject([{ trigger: 'dependency-failure' }])
    expect(handoff.covers).toEqual(['a-1'])
    expect(errors.mock.calls.map(([message]) => message)).toEqual(['a turn could not be thought through'])
  })
})

describe('a channel that asks to be left alone for a while', () => {
  it('is, however often the sweep comes by', async () => {
    const hand = byHand()
    const tries: number[] = []
    const { app, store } = await open({
      clock: hand.clock,
      wakeups: hand.wakeups,
      send: async () => {
        tries.push(hand.clock.now())
        if (tries.length === 1) throw new ChannelFault('rate', 'slow down', { retryAfterMs: 60_000 })
        return { messageId: 'p', at: 0 }
      },
    })
    await app.hear('a', 'How long does delivery take?')
    expect(await hand.look('conversation-a')).toEqual({ again: 1_060_000 })
    hand.pass(1_000)
    expect(await hand.look('conversation-a')).toEqual({ again: 1_060_000 })
    expect(tries).toEqual([1_000_000])
    hand.pass(59_000)
    expect(await hand.look('conversation-a')).toBeUndefined()
    expect(tries).toEqual([1_000_000, 1_060_000])
    expect(await store.outbox.of('conversation-a')).toMatchObject([{ state: 'sent' }])
  })
})

describe('readiness', () => {
  it('is not claimed before everything has started', async () => {
    const gate = Promise.withResolvers<void>()
    const store = createMemoryStore()
    const wakeups = createMemoryWakeups({ clock: systemClock })
    test = createTestApp({ store, wakeups, clock: systemClock, startChannel: () => gate.promise })
    const starting = test.bound.start()
    expect((await test.bound.app.health()).ready).toBe(false)
    gate.resolve()
    await starting
    expect((await test.bound.app.health()).ready).toBe(true)
  })

  it('outlives a channel that does not start, which is named', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { app } = await open({ startChannel: () => Promise.reject(new Error('not linked')) })
    const health = await app.bound.app.health()
    expect(health).toMatchObject({ ready: true, parts: { webchat: { state: 'down', detail: 'not linked' } } })
  })
})

describe('closing', () => {
  it('needs no reason, whatever reasons the merchant lists', async () => {
    const { app, events } = await open({ policy: { rootCauses: ['our own'] } })
    await app.hear('a', 'I want to talk to a person')
    await app.bound.app.conversations.close('conversation-a', { id: 'ana', name: 'Ana' })
    expect((await events()).at(-1)).toMatchObject({ type: 'case-ended', rootCause: 'unstated' })
  })
})
