// One turn at a time: what it reads, when it is overtaken, and that nobody who wrote meanwhile waits for the sweep.
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../src/adapters/store/index.ts'
import { fromStored } from '../../src/core/conversation/stored-event.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import { byHand } from './by-hand.ts'
import { createTestApp } from './test-app.ts'

const ana = { id: 'ana', name: 'Ana' }
const ID = 'conversation-a'

/** An app whose model does something in the middle of each call: the first thing in the first call, and so on. */
async function open(...meanwhile: ((app: ReturnType<typeof createTestApp>) => Promise<unknown>)[]) {
  const hand = byHand()
  const store = createMemoryStore()
  const model: LanguageModel = {
    name: 'interrupted',
    async draft(_prompt, signal) {
      await meanwhile.shift()?.(app)
      await setImmediate()
      signal.throwIfAborted()
      const quotes = [{ passage: 1, text: 'Delivery takes 3 days.' }]
      return { text: 'Delivery takes 3 days.', answerable: 'yes', quotes, selfReport: 0.9, language: 'en' }
    },
    brief: () => Promise.reject(new Error('no briefs here')),
    check: async () => {},
  }
  const app = createTestApp({ store, model, clock: hand.clock, wakeups: hand.wakeups })
  await app.bound.start()
  const events = async () => (await store.log.read(ID)).map(fromStored)
  const covered = async () => (await events()).flatMap((event) => ('covers' in event ? [event.covers] : []))
  return { app, hand, events, covered }
}

describe('a turn', () => {
  it('is no rephrasing of itself, also not behind the sentence of a hand-back', async () => {
    const { app, hand, events } = await open()
    await app.hear('a', 'How long does delivery take?')
    await hand.look(ID)
    const { conversations } = app.bound.app
    await conversations.reply(ID, ana, 'Three days.')
    await app.hear('a', 'Do you wrap presents?')
    await conversations.handBack(ID, ana)
    await hand.look(ID)
    const signals = (await events()).flatMap((event) => ('grounds' in event ? [event.grounds.signals.rephrasings] : []))
    expect(signals).toEqual([0, 0])
    await app.bound.stop()
  })

  it('[R18] starts again with a newer message at most twice; being taken over is no such start', async () => {
    const { app, hand, covered } = await open(
      async (now) => {
        await now.bound.app.conversations.takeOver(ID, ana)
        await now.bound.app.conversations.handBack(ID, ana, { quiet: true })
      },
      (now) => now.hear('a', 'and to Spain?'),
      (now) => now.hear('a', 'and to France?'),
      (now) => now.hear('a', 'and to Italy?'),
    )
    await app.hear('a', 'How long does delivery take?')
    for (let looks = 0; looks < 3; looks++) await hand.look(ID)
    expect(await covered()).toEqual([])
    await hand.look(ID)
    expect(await covered()).toEqual([['a-1', 'a-2', 'a-3']])
    await hand.look(ID)
    expect(await covered()).toEqual([['a-1', 'a-2', 'a-3'], ['a-4']])
    await app.bound.stop()
  })

  it('asks to be looked at again for who wrote while it ran', async () => {
    const { app, hand } = await open(async (now) => {
      await now.hear('a', 'and to Spain?')
      hand.wakes.length = 0
    })
    await app.hear('a', 'How long does delivery take?')
    await hand.look(ID)
    expect(hand.wakes.map((options) => options?.name)).toContain('turn')
    await app.bound.stop()
  })
})
