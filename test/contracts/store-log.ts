// The logs: one decision is written whole or not at all, by whoever spoke first.
import { describe, expect, it } from 'vitest'
import type { Appended } from '../../src/ports/store.ts'
import { NOON, row, unit } from './given-units.ts'
import type { MakeStore } from './store.ts'
import { withStore } from './with-store.ts'

const count = (outcomes: readonly Appended[], wanted: Appended) =>
  outcomes.filter((outcome) => outcome === wanted).length

export function storeLogContract(make: MakeStore): void {
  describe('log', () => {
    const store = withStore(make)

    it('gives back what was appended, to the letter and in order', async () => {
      const first = unit('a', 0, { count: 2 })
      const second = unit('a', 2)
      expect(await store().log.append(first)).toBe('stored')
      expect(await store().log.append(second)).toBe('stored')
      expect(await store().log.read('a')).toEqual([...first.events, ...second.events])
      expect(await store().log.read('a', 2)).toEqual(second.events)
      expect(await store().log.read('a', 3)).toEqual([])
      expect(await store().log.read('nobody')).toEqual([])
    })

    it('stores one of twenty decisions on the same version', async () => {
      await store().log.append(unit('a'))
      const racing = Array.from({ length: 20 }, (_, n) => unit('a', 1, { outbox: [row('a', `r${n}`, { seq: 2 })] }))
      const outcomes = await Promise.all(racing.map((one) => store().log.append(one)))
      expect(count(outcomes, 'stored')).toBe(1)
      expect(count(outcomes, 'conflict')).toBe(19)
      expect(await store().log.read('a')).toHaveLength(2)
      expect((await store().outbox.of('a')).map((one) => one.id)).toEqual([`r${outcomes.indexOf('stored')}`])
    })

    it('refuses a decision on a version that does not exist yet, and on one that is past', async () => {
      await store().log.append(unit('a', 0, { count: 2 }))
      expect(await store().log.append(unit('a', 5))).toBe('conflict')
      expect(await store().log.append(unit('a', 1))).toBe('conflict')
      expect(await store().log.append(unit('new', 1))).toBe('conflict')
      expect(await store().log.read('new')).toEqual([])
    })

    it('stores a channel event once, however often and wherever it comes again', async () => {
      const inbox = { channel: 'telegram', id: 'update 7' }
      const again = Array.from({ length: 20 }, () => store().log.append(unit('a', 0, { inbox })))
      const outcomes = await Promise.all(again)
      expect(count(outcomes, 'stored')).toBe(1)
      expect(count(outcomes, 'repeat')).toBe(19)
      expect(await store().log.append(unit('b', 0, { inbox }))).toBe('repeat')
      expect(await store().log.append(unit('c', 0, { inbox: { ...inbox, channel: 'webchat' } }))).toBe('stored')
      expect(await store().log.seen('telegram', 'update 7')).toBe(true)
      expect(await store().log.seen('telegram', 'update 8')).toBe(false)
    })

    it('forgets everything about a decision that came too late, and hears its channel event when it is decided again', async () => {
      await store().log.append(unit('a'))
      const late = { inbox: { channel: 'webchat', id: 'm2' }, timers: [{ name: 'return' as const, at: NOON }] }
      const decided = unit('a', 0, {
        ...late,
        outbox: [row('a', 'late')],
        withdrawBot: true,
        summary: { lastText: 'late' },
      })
      expect(await store().log.append(decided)).toBe('conflict')
      expect(await store().log.seen('webchat', 'm2')).toBe(false)
      expect(await store().outbox.of('a')).toEqual([])
      expect(await store().agenda.timer('a', 'return')).toBeUndefined()
      expect((await store().lists.summary('a'))?.version).toBe(1)
      expect(await store().log.append(unit('a', 1, late))).toBe('stored')
    })

    it('lets a conflict, a repeat and a failure undo only themselves among what is written together', async () => {
      await store().log.append(unit('a', 0, { inbox: { channel: 'webchat', id: 'm1' }, outbox: [row('a', 'taken')] }))
      const outcomes = await Promise.allSettled([
        store().log.append(unit('x')),
        store().log.append(unit('a', 0)),
        store().log.append(unit('y')),
        store().log.append(unit('z', 0, { inbox: { channel: 'webchat', id: 'm1' } })),
        store().log.append(unit('w', 0, { outbox: [row('w', 'taken')] })),
        store().log.append(unit('v')),
      ])
      expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'rejected'))).toEqual([
        'stored',
        'conflict',
        'stored',
        'repeat',
        'rejected',
        'stored',
      ])
      expect(await store().lists.ids(undefined, 10)).toEqual(['a', 'v', 'x', 'y'])
      expect(await store().lists.summary('w')).toBeUndefined()
      expect(await store().log.append(unit('w'))).toBe('stored')
    })

    it('refuses events that do not follow their version', async () => {
      const broken = { ...unit('a', 0), events: unit('a', 4).events }
      await expect(store().log.append(broken)).rejects.toThrow('does not follow')
      expect(await store().log.read('a')).toEqual([])
    })

    it('keeps many conversations apart while they are written at once', async () => {
      const ids = Array.from({ length: 30 }, (_, n) => `conversation${n}`)
      await Promise.all(
        ids.map(async (id) => {
          for (let version = 0; version < 10; version++)
            expect(await store().log.append(unit(id, version))).toBe('stored')
        }),
      )
      for (const id of ids)
        expect((await store().log.read(id)).map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    })

    it('is not changed by what is done to a value that went in or came out', async () => {
      const given = unit('a', 0, { outbox: [row('a', 'r')] })
      await store().log.append(given)
      const before = structuredClone(await store().log.read('a'))
      Object.assign(given.events[0]?.data ?? {}, { text: 'changed' })
      Object.assign((await store().log.read('a'))[0]?.data ?? {}, { text: 'changed' })
      Object.assign((await store().outbox.of('a'))[0] ?? {}, { text: 'changed' })
      expect(await store().log.read('a')).toEqual(before)
      expect((await store().outbox.of('a'))[0]?.text).toBe('the words of r')
    })

    it('finishes what was asked for before it closes, and refuses what comes after', async () => {
      const asked = Array.from({ length: 50 }, (_, n) => store().log.append(unit(`c${n}`)))
      const closing = store().close()
      expect(count(await Promise.all(asked), 'stored')).toBe(50)
      await closing
      await expect(store().log.append(unit('late'))).rejects.toThrow('closed')
      await expect(store().log.read('c1')).rejects.toThrow('closed')
      await store().close()
    })
  })
}
