// A person who is asked for: at once, with the question they are needed for, whatever another process has done since.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryStore } from '../../src/adapters/store/index.ts'
import { systemClock } from '../../src/adapters/system/clock.ts'
import { createMemoryWakeups } from '../../src/adapters/wakeups/index.ts'
import { fromStored } from '../../src/core/conversation/stored-event.ts'
import { NO_TOPIC } from '../../src/core/conversation/write-brief.ts'
import { NOTHING_FOUND } from '../../src/core/knowledge/evidence.ts'
import type { Store } from '../../src/ports/store.ts'
import { createTestApp, type TestApp, type TestAppOptions } from './test-app.ts'

const open: TestApp[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.bound.stop()
})

async function start(store: Store, more: Partial<TestAppOptions> = {}): Promise<TestApp> {
  const app = createTestApp({
    store,
    wakeups: createMemoryWakeups({ clock: systemClock }),
    clock: systemClock,
    ...more,
  })
  open.push(app)
  await app.bound.start()
  return app
}

const eventsOf = async (store: Store) => (await store.log.read('conversation-a')).map(fromStored)

async function handoffOf(store: Store) {
  const found = (await eventsOf(store)).find((event) => event.type === 'handoff-opened')
  if (found?.type !== 'handoff-opened') throw new Error('no handoff')
  return found
}

async function said(store: Store, type: string, times = 1): Promise<void> {
  await vi.waitFor(
    async () => expect((await eventsOf(store)).filter((event) => event.type === type)).toHaveLength(times),
    10_000,
  )
}

describe('a person who is asked for', () => {
  it('is given the passages that are nearest to the open question, not to the words that ask for a person', async () => {
    const store = createMemoryStore()
    const searched: string[] = []
    const app = await start(store, { search: (text) => void searched.push(text) as never })
    await app.hear('a', 'How long does delivery take?')
    await said(store, 'answered')
    searched.length = 0
    await app.hear('a', 'I want to talk to a person')
    const { grounds, brief } = await handoffOf(store)
    expect(searched).toEqual(['How long does delivery take?'])
    expect(grounds.nearest[0]).toMatchObject({ quote: 'Delivery takes 3 days.' })
    expect(brief.wants).toBe('Asks: “How long does delivery take?”')
  })

  it.each([
    ['My parcel 1234 never came. Let me talk to a human', /My parcel 1234 never came/],
    ['I want to talk to a person', NO_TOPIC],
    ['Hi! Can I talk to a person please?', NO_TOPIC],
  ])('knows from “%s” what about', async (text, wants) => {
    const store = createMemoryStore()
    const app = await start(store)
    await app.hear('a', text)
    expect((await handoffOf(store)).brief.wants).toMatch(wants)
  })

  it('does not take a greeting, or the yes to its own offer, for what the customer wants', async () => {
    const store = createMemoryStore()
    const app = await start(store, { search: () => NOTHING_FOUND })
    await app.hear('a', 'hello')
    await said(store, 'courtesy-said')
    await app.hear('a', 'Do you rent out tractors?')
    await said(store, 'clarified')
    await app.hear('a', 'yes please')
    expect((await handoffOf(store)).brief.wants).toBe('Asks: “Do you rent out tractors?”')
  })

  it('[X8] comes at the first yes, also when another process made the offer', async () => {
    const store = createMemoryStore()
    const none = { search: () => NOTHING_FOUND }
    const one = await start(store, { ...none, prefix: 'one-' })
    await one.hear('a', 'hello')
    await said(store, 'courtesy-said')
    const other = await start(store, { ...none, prefix: 'other-' })
    await other.hear('a', 'Do you rent out tractors?')
    await said(store, 'clarified')
    await one.hear('a', 'yes please')
    expect((await handoffOf(store)).grounds.reasons[0]).toMatchObject({ trigger: 'explicit-request' })
    expect((await eventsOf(store)).filter((event) => event.type === 'handoff-opened')).toHaveLength(1)
  })
})

describe('staff on the platform’s own app', () => {
  it('takes over with whatever they send, also what nobody can read', async () => {
    const store = createMemoryStore()
    const app = await start(store)
    await app.hear('a', 'How long does delivery take?')
    const at = systemClock.now()
    await app.accept({ type: 'unsupported', by: 'staff', id: 'p1', messageId: 'p1', chat: 'a', at, what: 'a poll' })
    const owners = (await eventsOf(store)).filter((event) => event.type === 'taken-over')
    expect(owners).toMatchObject([{ place: 'phone' }])
    expect(await store.lists.summary('conversation-a')).toMatchObject({ owner: 'staff', lastText: '[a poll]' })
  })
})
