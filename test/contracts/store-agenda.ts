// The agenda: everything that somebody must look at, found without a wake-up.
import { describe, expect, it } from 'vitest'
import type { TimerChange } from '../../src/core/conversation/timer.ts'
import { NOON, row, unit } from './given-units.ts'
import type { MakeStore } from './store.ts'
import { withStore } from './with-store.ts'

export function storeAgendaContract(make: MakeStore): void {
  describe('agenda', () => {
    const store = withStore(make)
    const set = (id: string, timers: readonly TimerChange[], version = 0) =>
      store().log.append(unit(id, version, { timers }))

    it('lists due timers most urgent first, then oldest, and keeps them until they are settled', async () => {
      await set('a', [{ name: 'case-end', at: NOON - 9000 }])
      await set('b', [{ name: 'return', at: NOON - 2 }])
      await set('c', [{ name: 'claim-deadline', at: NOON }])
      await set('d', [
        { name: 'return', at: NOON - 1 },
        { name: 'next-alert', at: NOON + 1 },
      ])
      const due = await store().agenda.due(NOON, 10)
      expect(due.map((timer) => `${timer.conversationId} ${timer.name}`)).toEqual([
        'c claim-deadline',
        'b return',
        'd return',
        'a case-end',
      ])
      expect(await store().agenda.due(NOON, 10)).toEqual(due)
      expect(await store().agenda.due(NOON, 1)).toEqual([{ conversationId: 'c', name: 'claim-deadline', at: NOON }])
      expect(await store().agenda.due(NOON - 10_000, 10)).toEqual([])
    })

    it('has one timer of a name, which later units move or cancel', async () => {
      await set('a', [{ name: 'return', at: NOON }])
      await set('a', [{ name: 'return', at: NOON + 5 }], 1)
      expect(await store().agenda.timer('a', 'return')).toEqual({ conversationId: 'a', name: 'return', at: NOON + 5 })
      expect(await store().agenda.due(NOON, 10)).toEqual([])
      await set(
        'a',
        [
          { name: 'return', cancel: true },
          { name: 'brief', cancel: true },
        ],
        2,
      )
      expect(await store().agenda.timer('a', 'return')).toBeUndefined()
    })

    it('settles a timer only while it is still set for that time', async () => {
      await set('a', [{ name: 'return', at: NOON }])
      const due = (await store().agenda.due(NOON, 1))[0]
      if (!due) throw new Error('it is due')
      await set('a', [{ name: 'return', at: NOON + 60_000 }], 1)
      await store().agenda.settle(due)
      expect((await store().agenda.timer('a', 'return'))?.at).toBe(NOON + 60_000)
      await store().agenda.settle({ ...due, at: NOON + 60_000 })
      expect(await store().agenda.timer('a', 'return')).toBeUndefined()
    })

    it('finds the conversations whose turn is due, the longest waiting first', async () => {
      await store().log.append(unit('a', 0, { summary: { turnDue: NOON } }))
      await store().log.append(unit('b', 0, { summary: { turnDue: NOON - 5 } }))
      await store().log.append(unit('c', 0, { summary: { turnDue: NOON + 1 } }))
      await store().log.append(unit('d'))
      expect(await store().agenda.turns(NOON, 10)).toEqual(['b', 'a'])
      expect(await store().agenda.turns(NOON, 1)).toEqual(['b'])
      await store().log.append(unit('b', 1))
      expect(await store().agenda.turns(NOON, 10)).toEqual(['a'])
    })

    it('finds the conversations that have something ready to leave', async () => {
      await store().log.append(unit('a', 0, { outbox: [row('a', 'a1', { state: 'held' })] }))
      await store().log.append(unit('b', 0, { outbox: [row('b', 'b1'), row('b', 'b2')] }))
      await store().log.append(unit('c', 0, { outbox: [row('c', 'c1', { createdAt: NOON - 1 })] }))
      expect(await store().agenda.ready(10)).toEqual(['c', 'b'])
      expect(await store().agenda.ready(1)).toEqual(['c'])
      await store().outbox.move('c1', 'ready', 'sending')
      expect(await store().agenda.ready(10)).toEqual(['b'])
    })

    it('knows when the next thing is due', async () => {
      expect(await store().agenda.next(NOON)).toBeUndefined()
      await set('a', [
        { name: 'return', at: NOON },
        { name: 'case-end', at: NOON + 500 },
      ])
      expect(await store().agenda.next(NOON)).toBe(NOON + 500)
      await store().log.append(unit('b', 0, { summary: { turnDue: NOON + 100 } }))
      expect(await store().agenda.next(NOON)).toBe(NOON + 100)
      expect(await store().agenda.next(NOON + 100)).toBe(NOON + 500)
    })
  })
}
