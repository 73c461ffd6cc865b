// A model that is slow, wrong or gone: the customer never waits for it longer than its limit, and never sees an error.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createModel } from '../../src/adapters/llm/index.ts'
import { createMemoryStore } from '../../src/adapters/store/index.ts'
import { systemClock } from '../../src/adapters/system/clock.ts'
import { createMemoryWakeups } from '../../src/adapters/wakeups/index.ts'
import { fromStored } from '../../src/core/conversation/stored-event.ts'
import { type ModelServer, startModelServer } from '../doubles/model-server/server.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let server: ModelServer | undefined
let test: TestApp | undefined
afterEach(async () => {
  await test?.bound.stop()
  await server?.close()
})

async function open(persona: string, modelLimit: number, quietMs = 0) {
  server = await startModelServer()
  const model = createModel({ baseUrl: server.url, model: persona })
  const store = createMemoryStore()
  test = createTestApp({
    store,
    wakeups: createMemoryWakeups({ clock: systemClock }),
    clock: systemClock,
    modelLimit,
    quietMs,
    ...(model ? { model } : {}),
  })
  await test.bound.start()
  const events = async () => (await store.log.read('conversation-a')).map(fromStored)
  return { test, events }
}

describe('a model that does not work', () => {
  it.each(['failing', 'garbage', 'refusing', 'cut', 'empty', 'unauthorised', 'hanging-up'])(
    '[T52] [M8] %s: the customer has a notice in plain words',
    async (persona) => {
      const { test, events } = await open(persona, 10_000)
      await test.hear('a', 'How long does delivery take?')
      const handoff = await vi.waitFor(async () => {
        const found = (await events()).find((event) => event.type === 'handoff-opened')
        if (found?.type !== 'handoff-opened') throw new Error('no handoff yet')
        return found
      }, 15_000)
      expect(handoff.grounds.reasons[0]).toMatchObject({
        trigger: 'dependency-failure',
        evidence: expect.stringContaining('model'),
      })
      expect(handoff.notice.text).toMatch(/^I am having trouble; a colleague will answer\./)
      const { ready, parts } = await test.bound.app.health()
      expect({ ready, model: parts['model']?.state }).toEqual({ ready: true, model: 'down' })
    },
  )

  it('[H13] too slow: the notice comes within two seconds of its limit', async () => {
    const limit = 600
    const { test, events } = await open('silent', limit)
    await test.hear('a', 'How long does delivery take?')
    const asked = Date.now()
    await vi.waitFor(
      async () => expect((await events()).some((event) => event.type === 'handoff-opened')).toBe(true),
      15_000,
    )
    expect(Date.now() - asked).toBeLessThan(limit + 2000)
    expect((await events()).filter((event) => event.type === 'handoff-opened')).toHaveLength(1)
  })

  it('[T1] an explicit request needs no model at all', async () => {
    const { test, events } = await open('silent', 60_000)
    await test.hear('a', 'I want to talk to a person')
    expect((await events()).map((event) => event.type)).toContain('handoff-opened')
    expect(
      server
        ?.requests()
        .filter(
          (request) => /delivery|person/.test(JSON.stringify(request)) && !JSON.stringify(request).includes('reasons'),
        ),
    ).toHaveLength(0)
  })

  it('[R18] a takeover aborts the call that is under way', async () => {
    const { test, events } = await open('silent', 60_000)
    await test.hear('a', 'How long does delivery take?')
    await vi.waitFor(() => expect(server?.requests().length).toBeGreaterThan(0), 10_000)
    await test.bound.app.conversations.takeOver('conversation-a', { id: 'ana', name: 'Ana' })
    await test.bound.app.conversations.handBack('conversation-a', { id: 'ana', name: 'Ana' }, { quiet: true })
    await vi.waitFor(() => expect(server?.requests().length).toBeGreaterThan(1), 10_000)
    expect((await events()).some((event) => event.type === 'answered')).toBe(false)
  })
})

describe('a brief that is being written', () => {
  it('keeps nobody waiting who stops the server, and stays as the log gave it', async () => {
    const { test, events } = await open('silent', 200)
    await test.hear('a', 'How long does delivery take?')
    const forBrief = () => server?.requests().find((request) => JSON.stringify(request.body).includes('"opening"'))
    await vi.waitFor(() => expect(forBrief()).toBeDefined(), 10_000)
    const asked = Date.now()
    await test.bound.stop()
    expect(Date.now() - asked).toBeLessThan(1_000)
    expect((await events()).map((event) => event.type)).not.toContain('brief-completed')
  })
})

describe('a burst', () => {
  it('[T13] of five messages gets one answer from one call that covers all five, in order', async () => {
    const { test, events } = await open('demo', 10_000, 300)
    const texts = ['hello there', 'I ordered a blanket', 'for my mother', 'last week', 'how long does delivery take?']
    for (const text of texts) await test.hear('a', text)
    const answered = await vi.waitFor(async () => {
      const found = (await events()).find((event) => event.type === 'answered')
      if (found?.type !== 'answered') throw new Error('not yet')
      return found
    }, 15_000)
    expect(answered.covers).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5'])
    expect(answered.grounds).toMatchObject({ modelCalls: 1, signals: { burst: 5 } })
    const [asked, ...more] = server?.requests() ?? []
    expect(more).toEqual([])
    const positions = texts.map((text) => JSON.stringify(asked).indexOf(text))
    expect(positions).toEqual([...positions].sort((one, other) => one - other))
    expect(positions).not.toContain(-1)
  })
})
