// Lists for the console, a page at a time.
import type { Summary } from '../../../../core/conversation/summary.ts'
import type { ListQuery, Lists } from '../../../../ports/store.ts'
import { readCursor, writeCursor } from '../../cursor.ts'
import { type Builder, type Database, prepare } from '../database.ts'
import { prepareConversation } from './conversation.ts'

export function createLists(database: Database): Lists {
  const { builder } = database
  const query = prepareLists(builder)
  const conversation = prepareConversation(builder)
  return {
    async summary(conversationId) {
      return (await database.read(query.summary({ id: conversationId }))).map(fromRow)[0]
    },
    async conversations(list) {
      const items = (await database.read(page(builder, list))).map(fromRow)
      const last = items.at(list.limit - 1)
      if (items.length <= list.limit || !last) return { items }
      return { items: items.slice(0, list.limit), next: writeCursor(last) }
    },
    async queue(limit) {
      return (await database.read(query.queue({ limit }))).map(fromRow)
    },
    async ids(after = '', limit) {
      return (await database.read(query.ids({ after, limit }))).map((row) => row.conversation_id)
    },
    replace: (summary) =>
      database.write(async (run) => {
        const { rows } = await run(query.latest({ id: summary.conversationId }))
        // Whoever appended meanwhile wrote a newer one.
        if ((rows[0]?.seq ?? 0) <= summary.version) await run(conversation.put(summary))
      }),
  }
}

function prepareLists(builder: Builder) {
  return {
    summary: prepare<{ id: string }, { data: string }>((value) =>
      builder.selectFrom('conversation').select('data').where('id', '=', value('id')),
    ),
    queue: prepare<{ limit: number }, { data: string }>((value) =>
      builder
        .selectFrom('conversation')
        .select('data')
        .where('queue_priority', 'is not', null)
        .orderBy('queue_priority')
        .orderBy('queue_since')
        .orderBy('id')
        .limit(value('limit')),
    ),
    ids: prepare<{ after: string; limit: number }, { conversation_id: string }>((value) =>
      builder
        .selectFrom('event')
        .select('conversation_id')
        .where('conversation_id', '>', value('after'))
        .groupBy('conversation_id')
        .orderBy('conversation_id')
        .limit(value('limit')),
    ),
    latest: prepare<{ id: string }, { seq: number }>((value) =>
      builder
        .selectFrom('event')
        .select('seq')
        .where('conversation_id', '=', value('id'))
        .orderBy('seq', 'desc')
        .limit(1),
    ),
  }
}

/** One more than asked for, which tells whether there is a next page. */
function page(builder: Builder, list: ListQuery) {
  let query = builder.selectFrom('conversation').select('data').orderBy('last_at', 'desc').orderBy('id', 'desc')
  if (list.owner !== undefined) query = query.where('owner', '=', list.owner)
  if (list.channel !== undefined) query = query.where('channel', '=', list.channel)
  if (list.staffId !== undefined) query = query.where('staff_id', '=', list.staffId)
  if (list.cursor !== undefined) {
    const { lastAt, id } = readCursor(list.cursor)
    query = query.where((eb) => eb(eb.refTuple('last_at', 'id'), '<', eb.tuple(lastAt, id)))
  }
  return query.limit(list.limit + 1).compile()
}

function fromRow(row: { data: string }): Summary {
  return JSON.parse(row.data)
}
