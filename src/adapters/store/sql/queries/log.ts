// The append-only logs: one unit is one transaction, and the key (conversation, seq) is the fence.
import type { StoredEvent } from '../../../../core/conversation/stored-event.ts'
import type { Appended, Log } from '../../../../ports/store.ts'
import { assertInOrder } from '../../in-order.ts'
import { type Builder, type Database, prepare } from '../database.ts'
import type { Tables } from '../tables.ts'
import { prepareConversation } from './conversation.ts'
import { prepareOutboxWrites } from './outbox-writes.ts'
import { prepareTimers } from './timers.ts'

export function createLog(database: Database): Log {
  const { builder } = database
  const query = prepareLog(builder)
  const conversation = prepareConversation(builder)
  const outbox = prepareOutboxWrites(builder)
  const timers = prepareTimers(builder)
  return {
    append: (unit) =>
      database.write<Appended>(
        async (run) => {
          const { conversationId, expected, inbox } = unit
          if (inbox) {
            const { changes } = await run(query.hear({ ...inbox, conversation_id: conversationId }))
            if (changes === 0) return 'repeat'
          }
          const latest = (await run(query.latest({ conversation_id: conversationId }))).rows[0]?.seq ?? 0
          if (latest !== expected) return 'conflict'
          assertInOrder(unit)
          for (const { data, ...event } of unit.events) {
            const row = { conversation_id: conversationId, ...event, data: JSON.stringify(data) }
            // Another writer of a database with many may have been between: the key tells.
            if ((await run(query.insert(row))).changes === 0) return 'conflict'
          }
          await run(conversation.put(unit.summary))
          await outbox.write(run, unit)
          await timers.change(run, conversationId, unit.timers)
          return 'stored'
        },
        (appended) => appended === 'stored',
      ),
    async read(conversationId, after = 0) {
      const rows = await database.read(query.read({ conversation_id: conversationId, after }))
      return rows.map(({ data, ...row }): StoredEvent => ({ ...row, data: JSON.parse(data) }))
    },
    async seen(channel, id) {
      return (await database.read(query.heard({ channel, id }))).length > 0
    },
  }
}

function prepareLog(builder: Builder) {
  return {
    latest: prepare<{ conversation_id: string }, { seq: number }>((value) =>
      builder
        .selectFrom('event')
        .select('seq')
        .where('conversation_id', '=', value('conversation_id'))
        .orderBy('seq', 'desc')
        .limit(1),
    ),
    insert: prepare<Tables['event'], unknown>((value) =>
      builder
        .insertInto('event')
        .values({
          conversation_id: value('conversation_id'),
          seq: value('seq'),
          type: value('type'),
          v: value('v'),
          at: value('at'),
          data: value('data'),
        })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    read: prepare<{ conversation_id: string; after: number }, Omit<Tables['event'], 'conversation_id'>>((value) =>
      builder
        .selectFrom('event')
        .select(['seq', 'type', 'v', 'at', 'data'])
        .where('conversation_id', '=', value('conversation_id'))
        .where('seq', '>', value('after'))
        .orderBy('seq'),
    ),
    hear: prepare<Tables['inbox'], unknown>((value) =>
      builder
        .insertInto('inbox')
        .values({ channel: value('channel'), id: value('id'), conversation_id: value('conversation_id') })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    heard: prepare<{ channel: string; id: string }, { id: string }>((value) =>
      builder.selectFrom('inbox').select('id').where('channel', '=', value('channel')).where('id', '=', value('id')),
    ),
  }
}
