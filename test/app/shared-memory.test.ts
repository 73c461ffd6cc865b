// The bot and staff share one conversation: after a hand-back the bot knows what was said.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createModel } from '../../src/adapters/llm/index.ts'
import { createMemoryStore } from '../../src/adapters/store/index.ts'
import { systemClock } from '../../src/adapters/system/clock.ts'
import { createMemoryWakeups } from '../../src/adapters/wakeups/index.ts'
import { type ModelServer, startModelServer } from '../doubles/model-server/server.ts'
import { createTestApp, type TestApp } from './test-app.ts'

const ana = { id: 'ana', name: 'Ana' }
let server: ModelServer
let test: TestApp
afterEach(async () => {
  await test.bound.stop()
  await server.close()
})

describe('after a hand-back', () => {
  it('[B1] [B3] [C25] the model reads what staff said, marked as a colleague’s, and answers what was left open', async () => {
    server = await startModelServer()
    const model = createModel({ baseUrl: server.url, model: 'demo' })
    const store = createMemoryStore()
    const wakeups = createMemoryWakeups({ clock: systemClock })
    test = createTestApp({ store, wakeups, clock: systemClock, ...(model ? { model } : {}) })
    await test.bound.start()
    const { conversations } = test.bound.app
    await test.hear('a', 'I want to talk to a person')
    await conversations.reply(test.idOf('a'), ana, 'Your parcel is in Lisbon, I have called the carrier.')
    await test.hear('a', 'How long does delivery take from there?')
    await conversations.handBack(test.idOf('a'), ana)
    await vi.waitFor(
      async () => expect((await store.log.read(test.idOf('a'))).map((event) => event.type)).toContain('answered'),
      10_000,
    )
    const asked = JSON.stringify(server.requests().at(-1))
    expect(asked).toContain('Your parcel is in Lisbon')
    expect(asked).toMatch(/colleague|staff|Ana/i)
    expect(asked).toContain('How long does delivery take from there?')
  })
})
