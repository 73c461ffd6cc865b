// The lists of the console: pages that do not shift, and a queue that is fair.
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../src/core/errors.ts'
import { NOON, summary, unit } from './given-units.ts'
import type { MakeStore } from './store.ts'
import { withStore } from './with-store.ts'

export function storeListsContract(make: MakeStore): void {
  describe('lists', () => {
    const store = withStore(make)
    const ids = (items: readonly { conversationId: string }[]) => items.map((item) => item.conversationId)

    it('gives a summary back whole, as the latest unit wrote it', async () => {
      const reasons = [{ trigger: 'explicit-request' as const, evidence: 'The customer wrote “person”.' }]
      await store().log.append(unit('a'))
      await store().log.append(unit('a', 1, { summary: { reasons, wants: 'a refund', priority: 1, owner: 'queue' } }))
      expect(await store().lists.summary('a')).toEqual(
        summary('a', 2, { reasons, wants: 'a refund', priority: 1, owner: 'queue' }),
      )
      expect(await store().lists.summary('b')).toBeUndefined()
    })

    it('lists conversations latest first and filters them', async () => {
      await store().log.append(unit('a', 0, { summary: { lastAt: NOON + 1 } }))
      await store().log.append(unit('b', 0, { summary: { lastAt: NOON + 3, owner: 'staff', staffId: 's1' } }))
      await store().log.append(unit('c', 0, { summary: { lastAt: NOON + 2, channel: 'telegram' } }))
      const list = async (query: object) => ids((await store().lists.conversations({ limit: 10, ...query })).items)
      expect(await list({})).toEqual(['b', 'c', 'a'])
      expect(await list({ owner: 'staff' })).toEqual(['b'])
      expect(await list({ staffId: 's1' })).toEqual(['b'])
      expect(await list({ channel: 'telegram' })).toEqual(['c'])
      expect(await list({ channel: 'telegram', owner: 'queue' })).toEqual([])
    })

    it('pages through all of them, each once, also when many were last active at the same moment', async () => {
      const all = Array.from({ length: 25 }, (_, n) => `c${String(n).padStart(2, '0')}`)
      for (const id of all) await store().log.append(unit(id, 0, { summary: { lastAt: NOON } }))
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await store().lists.conversations({ limit: 10, ...(cursor ? { cursor } : {}) })
        seen.push(...ids(page.items))
        cursor = page.next
      } while (cursor)
      expect(seen).toEqual([...all].reverse())
    })

    it('says that there is no next page when a page ends with the last one', async () => {
      for (const id of ['a', 'b']) await store().log.append(unit(id))
      expect((await store().lists.conversations({ limit: 2 })).next).toBeUndefined()
      expect(await store().lists.conversations({ limit: 1, owner: 'queue' })).toEqual({ items: [] })
    })

    it('shifts nothing when conversations become active while somebody pages', async () => {
      for (let n = 0; n < 9; n++) await store().log.append(unit(`c${n}`, 0, { summary: { lastAt: NOON + n } }))
      const first = await store().lists.conversations({ limit: 3 })
      await store().log.append(unit('new', 0, { summary: { lastAt: NOON + 100 } }))
      await store().log.append(unit('c8', 1, { summary: { lastAt: NOON + 101 } }))
      const second = await store().lists.conversations({ limit: 3, cursor: first.next ?? '' })
      expect([...ids(first.items), ...ids(second.items)]).toEqual(['c8', 'c7', 'c6', 'c5', 'c4', 'c3'])
    })

    it.each(['', 'x', 'bnVsbA', 'WyJhIiwiYiJd', '{"lastAt":1}'])('refuses %j as a cursor', async (cursor) => {
      await expect(store().lists.conversations({ limit: 3, cursor })).rejects.toThrow(BadInput)
    })

    it('puts the most urgent first in the queue, then who waits longest', async () => {
      const queue = async (id: string, priority: 1 | 3 | 5, waitingSince: number | null, ownerSince = NOON) =>
        store().log.append(unit(id, 0, { summary: { owner: 'queue', priority, waitingSince, ownerSince } }))
      await queue('late', 3, NOON + 2)
      await queue('early', 3, NOON + 1)
      await queue('answered', 3, null, NOON + 3)
      await queue('urgent', 1, NOON + 9)
      await queue('calm', 5, NOON - 9)
      await store().log.append(unit('bot', 0, { summary: { priority: 1, waitingSince: 0 } }))
      expect(ids(await store().lists.queue(10))).toEqual(['urgent', 'early', 'late', 'answered', 'calm'])
      expect(ids(await store().lists.queue(1))).toEqual(['urgent'])
      await store().log.append(unit('urgent', 1, { summary: { owner: 'staff', priority: 1 } }))
      expect(ids(await store().lists.queue(1))).toEqual(['early'])
    })

    it('walks over every log', async () => {
      for (const id of ['b', 'a', 'c']) await store().log.append(unit(id, 0, { count: 2 }))
      expect(await store().lists.ids(undefined, 2)).toEqual(['a', 'b'])
      expect(await store().lists.ids('b', 2)).toEqual(['c'])
      expect(await store().lists.ids('c', 2)).toEqual([])
    })

    it('replaces a summary, unless the log has gone on since it was made', async () => {
      await store().log.append(unit('a'))
      await store().lists.replace(summary('a', 1, { wants: 'rebuilt', owner: 'queue', priority: 2 }))
      expect((await store().lists.summary('a'))?.wants).toBe('rebuilt')
      expect(ids(await store().lists.queue(10))).toEqual(['a'])
      await store().log.append(unit('a', 1))
      await store().lists.replace(summary('a', 1, { wants: 'old' }))
      expect(await store().lists.summary('a')).toEqual(summary('a', 2))
    })
  })
}
