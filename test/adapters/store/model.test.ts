// Whatever is done in whatever order, the store in memory and the one in SQLite answer alike.

import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { createMemoryStore } from '../../../src/adapters/store/memory.ts'
import { createSqliteStore } from '../../../src/adapters/store/sql/sqlite.ts'
import { mayMove, type OutboxState } from '../../../src/core/conversation/outbox.ts'
import type { Store, Unit } from '../../../src/ports/store.ts'
import { account, NOON, row, summary, unit } from '../../contracts/given-units.ts'
import { tempFolder } from './temp-folder.ts'

type Step = (store: Store, counters: { row: number }) => Promise<unknown>

const folder = tempFolder()
const opened: Store[] = []
let files = 0
afterAll(() => Promise.all(opened.map((store) => store.close())))

const id = fc.constantFrom('a', 'b', 'c')
const time = fc.integer({ min: NOON, max: NOON + 20 })
const state = fc.constantFrom<OutboxState>('held', 'ready', 'sending', 'sent', 'unsure', 'failed', 'dropped')
const timerName = fc.constantFrom('return' as const, 'claim-deadline' as const, 'case-end' as const)
const voice = fc.constantFrom(
  { kind: 'bot' as const, epoch: 1 },
  { kind: 'notice' as const, handoffId: 'h' },
  { kind: 'staff' as const, staffId: 's' },
)
const seen = fc.record({
  owner: fc.constantFrom('bot' as const, 'queue' as const, 'staff' as const, 'nobody' as const),
  priority: fc.constantFrom(null, 1 as const, 3 as const),
  waitingSince: fc.option(time),
  turnDue: fc.option(time),
  lastAt: time,
  staffId: fc.constantFrom(null, 's'),
})

const append: fc.Arbitrary<Step> = fc
  .record({
    id,
    // Mostly on the latest version; else too late or too early.
    off: fc.constantFrom(0, 0, 0, 0, -1, 1),
    count: fc.integer({ min: 1, max: 2 }),
    seen,
    inbox: fc.option(fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5'), { freq: 3, nil: undefined }),
    rows: fc.array(fc.record({ state, voice, createdAt: time }), { maxLength: 2 }),
    withdrawBot: fc.boolean(),
    timers: fc.uniqueArray(fc.record({ name: timerName, at: fc.option(time) }), {
      selector: (timer) => timer.name,
      maxLength: 2,
    }),
  })
  .map((given) => async (store, counters) => {
    const expected = Math.max(0, (await store.log.read(given.id)).length + given.off)
    const wanted: Partial<Unit> & { count: number } = {
      count: given.count,
      withdrawBot: given.withdrawBot,
      outbox: given.rows.map((one) => row(given.id, `r${++counters.row}`, { ...one, seq: expected + 1 })),
      timers: given.timers.map(({ name, at }) => (at === null ? { name, cancel: true } : { name, at })),
      ...(given.inbox === undefined ? {} : { inbox: { channel: 'webchat', id: given.inbox } }),
    }
    const { summary: _, ...rest } = wanted
    return store.log.append(unit(given.id, expected, { ...rest, summary: given.seen }))
  })

const move: fc.Arbitrary<Step> = fc
  .record({
    n: fc.integer({ min: 1, max: 12 }),
    from: state,
    to: state,
    detail: fc.option(fc.constant('why'), { nil: undefined }),
  })
  .map(({ n, from, to, detail }) => async (store) => {
    if (!mayMove(from, to)) return 'illegal'
    return store.outbox.move(`r${n}`, from, to, detail === undefined ? {} : { detail })
  })

const sendNext: fc.Arbitrary<Step> = id.map((which) => async (store) => {
  const next = await store.outbox.next(which)
  return next ? store.outbox.move(next.id, 'ready', 'sending') : 'nothing'
})

const settle: fc.Arbitrary<Step> = fc
  .record({ conversationId: id, name: timerName, at: time })
  .map((timer) => (store) => store.agenda.settle(timer))

const replace: fc.Arbitrary<Step> = fc
  .record({ id, version: fc.integer({ min: 0, max: 6 }), seen })
  .map((given) => (store) => store.lists.replace(summary(given.id, given.version, given.seen)))

const people: fc.Arbitrary<Step> = fc
  .record({
    token: fc.constantFrom('t1', 't2'),
    who: fc.constantFrom('x', 'y'),
    name: fc.constantFrom('Ada', 'ADA', 'Bea'),
    now: time,
  })
  .chain(({ token, who, name, now }) =>
    fc.constantFrom<Step>(
      (store) => store.accounts.put(account(who, { name })),
      (store) => store.accounts.addLink({ token, kind: 'invite', role: 'staff', expiresAt: now }),
      (store) => store.accounts.redeem(token, now, account(who, { name })),
    ),
  )

const small: fc.Arbitrary<Step> = fc
  .record({ path: fc.constantFrom('p', 'q'), hash: fc.constantFrom('h1', 'h2'), at: time })
  .chain(({ path, hash, at }) =>
    fc.constantFrom<Step>(
      (store) => store.versions.keep({ kind: 'knowledge', path, hash, bytes: new TextEncoder().encode(hash), at }),
      (store) => store.versions.retire('knowledge', path),
      (store) => store.settings.putOnce(path, hash),
      (store) => store.answers.put(path, { fingerprint: hash, status: 200, body: hash, expiresAt: at }),
    ),
  )

const look: fc.Arbitrary<Step> = fc
  .record({ id, time, state, limit: fc.integer({ min: 1, max: 3 }) })
  .map(({ id: which, time: now, state: where, limit }) => async (store) => {
    const page = await store.lists.conversations({ limit })
    const rest = page.next === undefined ? undefined : await store.lists.conversations({ limit, cursor: page.next })
    return Promise.all([
      store.log.read(which, 1),
      store.outbox.next(which),
      store.outbox.of(which),
      store.outbox.inState(where, limit),
      store.agenda.due(now, limit),
      store.agenda.turns(now, limit),
      store.agenda.ready(limit),
      store.agenda.next(now),
      store.lists.summary(which),
      store.lists.queue(limit),
      store.lists.ids('a', limit),
      store.lists.conversations({ limit, owner: 'bot' }),
      page,
      rest,
      store.accounts.list(),
      store.accounts.link('t1', now),
      store.versions.current('knowledge'),
      store.settings.get('p'),
      store.answers.get('p', now),
    ])
  })

const step = fc.oneof(
  { weight: 5, arbitrary: append },
  { weight: 3, arbitrary: move },
  { weight: 2, arbitrary: sendNext },
  { weight: 1, arbitrary: settle },
  { weight: 1, arbitrary: replace },
  { weight: 1, arbitrary: people },
  { weight: 1, arbitrary: small },
  { weight: 4, arbitrary: look },
)

/** What a step came to: its answer, or the kind of its failure. */
async function outcome(run: Step, store: Store, counters: { row: number }): Promise<unknown> {
  try {
    return await run(store, counters)
  } catch (error) {
    return error instanceof Error && error.name === 'NameTaken' ? 'name taken' : 'failed'
  }
}

it('memory and SQLite agree on every answer to a hundred random histories', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const sqlite = await createSqliteStore({ file: join(folder, `${++files}.db`) })
      opened.push(sqlite)
      const memory = createMemoryStore()
      const [mine, theirs] = [{ row: 0 }, { row: 0 }]
      for (const one of steps) {
        const [a, b] = [await outcome(one, memory, mine), await outcome(one, sqlite, theirs)]
        expect(b).toEqual(a)
      }
      await sqlite.close()
    }),
    { numRuns: 100 },
  )
}, 60_000)
