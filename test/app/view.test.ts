// What customers see of a conversation while it changes under their eyes.
import { expect, it } from 'vitest'
import { createMemoryStore } from '../../src/adapters/store/index.ts'
import { byHand } from './by-hand.ts'
import { createTestApp } from './test-app.ts'

it('the last word on the owner is never older than what the customer has just read', async () => {
  const store = createMemoryStore()
  const hand = byHand()
  let meanwhile: (() => Promise<unknown>) | undefined
  const read: typeof store.log.read = async (...args) => {
    const events = await store.log.read(...args)
    const act = meanwhile
    meanwhile = undefined
    await act?.()
    return events
  }
  const app = createTestApp({ ...hand, store: { ...store, log: { ...store.log, read } } })
  await app.bound.start()
  await app.hear('a', 'How long does delivery take?')
  meanwhile = () => app.bound.app.conversations.takeOver('conversation-a', { id: 'ana', name: 'Ana' })
  const { items, owner } = await app.view('a')
  const told = items.findLast((item) => item.type === 'owner')
  expect(owner.data).toEqual({ owner: 'staff', name: 'Ana' })
  expect(owner.position).toBeGreaterThanOrEqual(told?.position ?? 0)
  await app.bound.stop()
})
