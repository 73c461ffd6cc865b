// The append-only logs in memory. One unit is one step: nothing else runs between its checks and its writes.
import type { OutboxRow } from '../../../core/conversation/outbox.ts'
import type { StoredEvent } from '../../../core/conversation/stored-event.ts'
import type { Appended, Log, Unit } from '../../../ports/store.ts'
import { assertInOrder } from '../in-order.ts'
import { assertOpen, copy, type Rows, timerKey } from './rows.ts'

export function createMemoryLog(rows: Rows): Log {
  return {
    async append(unit) {
      assertOpen(rows)
      return append(rows, unit)
    },
    async read(conversationId, after = 0) {
      assertOpen(rows)
      const events = rows.events.get(conversationId) ?? []
      return events.slice(Math.max(0, after)).map((event): StoredEvent => JSON.parse(event))
    },
    async seen(channel, id) {
      assertOpen(rows)
      return rows.inbox.has(`${channel}\n${id}`)
    },
  }
}

function append(rows: Rows, unit: Unit): Appended {
  const { conversationId, expected } = unit
  const heard = unit.inbox && `${unit.inbox.channel}\n${unit.inbox.id}`
  if (heard !== undefined && rows.inbox.has(heard)) return 'repeat'
  const events = rows.events.get(conversationId) ?? []
  if (events.length !== expected) return 'conflict'
  assertWritable(rows, unit)
  if (heard !== undefined) rows.inbox.add(heard)
  if (unit.events.length > 0) rows.events.set(conversationId, events)
  for (const event of unit.events) events.push(JSON.stringify(event))
  rows.summaries.set(conversationId, copy(unit.summary))
  writeOutbox(rows, unit)
  for (const change of unit.timers) {
    const timer = { conversationId, name: change.name }
    if ('cancel' in change) rows.timers.delete(timerKey(timer))
    else rows.timers.set(timerKey(timer), { ...timer, at: change.at })
  }
  return 'stored'
}

/** What a database's keys would refuse, refused before the first write. */
function assertWritable(rows: Rows, unit: Unit): void {
  assertInOrder(unit)
  const ids = unit.outbox.map((row) => row.id)
  const taken = ids.find((id, place) => rows.outboxById.has(id) || ids.indexOf(id) !== place)
  if (taken !== undefined) throw new Error(`there is a message ${taken} in the outbox already`)
}

function writeOutbox(rows: Rows, unit: Unit): void {
  const known = rows.outbox.get(unit.conversationId) ?? []
  for (const row of unit.withdrawBot ? known : []) {
    if (row.voice.kind === 'bot' && (row.state === 'held' || row.state === 'ready')) row.state = 'dropped'
  }
  const added: OutboxRow[] = copy(unit.outbox).slice()
  for (const row of added) rows.outboxById.set(row.id, row)
  // A stable sort: rows of one event stay in the order in which they were given.
  if (added.length > 0)
    rows.outbox.set(
      unit.conversationId,
      [...known, ...added].sort((a, b) => a.seq - b.seq),
    )
}
