// The outbox: order within a conversation, one in flight, and moves that only one can make.
import { describe, expect, it } from 'vitest'
import { mayMove, type OutboxState } from '../../src/core/conversation/outbox.ts'
import { NOON, row, unit } from './given-units.ts'
import type { MakeStore } from './store.ts'
import { withStore } from './with-store.ts'

const STATES: readonly OutboxState[] = ['held', 'ready', 'sending', 'sent', 'unsure', 'failed', 'dropped']

export function storeOutboxContract(make: MakeStore): void {
  describe('outbox', () => {
    const store = withStore(make)
    const put = (...rows: ReturnType<typeof row>[]) => store().log.append(unit('a', 0, { outbox: rows, count: 3 }))
    const next = async () => (await store().outbox.next('a'))?.id

    it('gives rows back whole', async () => {
      const rows = [
        row('a', 'one', { voice: { kind: 'notice', handoffId: 'h' } }),
        row('a', 'two', {
          seq: 2,
          voice: { kind: 'staff', staffId: 's' },
          state: 'sent',
          providerId: 'p',
          detail: 'd',
        }),
      ]
      await put(...rows)
      expect(await store().outbox.of('a')).toEqual(rows)
      expect(await store().outbox.of('b')).toEqual([])
    })

    it('hands out rows in the order of their events, and rows of one event as they were given', async () => {
      await put(
        row('a', 'z', { seq: 1 }),
        row('a', 'b', { seq: 2 }),
        row('a', 'a', { seq: 2 }),
        row('a', 'c', { seq: 3 }),
      )
      const order: (string | undefined)[] = []
      for (let id = await next(); id; id = await next()) {
        order.push(id)
        await store().outbox.move(id, 'ready', 'sending')
        await store().outbox.move(id, 'sending', 'sent')
      }
      expect(order).toEqual(['z', 'b', 'a', 'c'])
    })

    it.each(['sending', 'unsure'] as const)('never overtakes a row that is %s', async (state) => {
      await put(row('a', 'first'), row('a', 'second', { seq: 2 }))
      await store().outbox.move('first', 'ready', 'sending')
      if (state === 'unsure') await store().outbox.move('first', 'sending', 'unsure')
      expect(await next()).toBeUndefined()
      await store().outbox.move('first', state, 'failed')
      expect(await next()).toBe('second')
    })

    it('lets nothing leave beside a row in flight, not even an older one that is ready again', async () => {
      await put(row('a', 'first', { state: 'failed' }), row('a', 'second', { seq: 2 }))
      await store().outbox.move('second', 'ready', 'sending')
      await store().outbox.move('first', 'failed', 'ready')
      expect(await next()).toBeUndefined()
      await store().outbox.move('second', 'sending', 'sent')
      expect(await next()).toBe('first')
    })

    it('passes over rows that are held or at rest', async () => {
      await put(row('a', 'held', { state: 'held' }), row('a', 'done', { state: 'sent' }), row('a', 'go', { seq: 2 }))
      expect(await next()).toBe('go')
    })

    it('lets one of twenty take a row', async () => {
      await put(row('a', 'r'))
      const taken = await Promise.all(Array.from({ length: 20 }, () => store().outbox.move('r', 'ready', 'sending')))
      expect(taken.filter(Boolean)).toHaveLength(1)
    })

    it('moves a row only from where it is, and keeps what is known of it', async () => {
      await put(row('a', 'r'))
      expect(await store().outbox.move('nobody', 'ready', 'sending')).toBe(false)
      expect(await store().outbox.move('r', 'sending', 'sent')).toBe(false)
      await store().outbox.move('r', 'ready', 'sending')
      await store().outbox.move('r', 'sending', 'unsure', { detail: 'a crash' })
      expect(await store().outbox.move('r', 'unsure', 'sent', { providerId: 'p1' })).toBe(true)
      expect(await store().outbox.of('a')).toEqual([
        row('a', 'r', { state: 'sent', providerId: 'p1', detail: 'a crash' }),
      ])
    })

    it('refuses every move that the life of a row does not have', async () => {
      const illegal = STATES.flatMap((from) =>
        STATES.filter((to) => !mayMove(from, to)).map((to) => [from, to] as const),
      )
      await put(...STATES.map((state) => row('a', state, { state })))
      for (const [from, to] of illegal) await expect(store().outbox.move(from, from, to)).rejects.toThrow('never goes')
      expect((await store().outbox.of('a')).map((one) => one.state)).toEqual(STATES)
    })

    it('withdraws what the bot has not sent when the owner changes, but not what the same decision says', async () => {
      const staff = row('a', 'staff', { voice: { kind: 'staff', staffId: 's' } })
      const notice = row('a', 'notice', { voice: { kind: 'notice', handoffId: 'h' } })
      await put(
        row('a', 'ready'),
        row('a', 'held', { state: 'held' }),
        row('a', 'out', { state: 'sending' }),
        staff,
        notice,
      )
      await store().log.append(unit('b', 0, { outbox: [row('b', 'other')] }))
      await store().log.append(unit('a', 3, { withdrawBot: true, outbox: [row('a', 'new', { seq: 4 })] }))
      expect((await store().outbox.of('a')).map((one) => [one.id, one.state])).toEqual([
        ['ready', 'dropped'],
        ['held', 'dropped'],
        ['out', 'sending'],
        ['staff', 'ready'],
        ['notice', 'ready'],
        ['new', 'ready'],
      ])
      expect((await store().outbox.of('b'))[0]?.state).toBe('ready')
    })

    it.each(STATES)('finds rows that are %s over all conversations, oldest first', async (state) => {
      for (const [n, id] of ['c', 'a', 'b'].entries()) {
        await store().log.append(unit(id, 0, { outbox: [row(id, `${id}1`, { state, createdAt: NOON - n })] }))
      }
      await store().log.append(
        unit('d', 0, { outbox: STATES.filter((s) => s !== state).map((s) => row('d', s, { state: s })) }),
      )
      expect((await store().outbox.inState(state, 10)).map((one) => one.id)).toEqual(['b1', 'a1', 'c1'])
      expect(await store().outbox.inState(state, 2)).toHaveLength(2)
    })
  })
}
