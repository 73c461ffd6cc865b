// Messages on their way out: which is next, and the moves of their lives.
import { sql } from 'kysely'
import { mayMove, type OutboxRow, type OutboxState } from '../../../../core/conversation/outbox.ts'
import type { Outbox } from '../../../../ports/store.ts'
import { type Builder, type Database, prepare } from '../database.ts'
import type { Tables } from '../tables.ts'
import { isOpen, isOpenState } from './open-rows.ts'

export function createOutbox(database: Database): Outbox {
  const query = prepareOutbox(database.builder)
  return {
    async next(conversationId) {
      const row = (await database.read(query.first({ conversation_id: conversationId })))[0]
      return row?.state === 'ready' ? fromRow(row) : undefined
    },
    move(id, from, to, patch = {}) {
      if (!mayMove(from, to)) return Promise.reject(new Error(`an outbox row never goes from ${from} to ${to}`))
      const values = { id, from, to, provider_id: patch.providerId ?? null, detail: patch.detail ?? null }
      return database.write(async (run) => (await run(query.move(values))).changes === 1)
    },
    async inState(state, limit) {
      const rows = await database.read(inState(database.builder, state, limit))
      return rows.map(fromRow)
    },
    async of(conversationId) {
      return (await database.read(query.of({ conversation_id: conversationId }))).map(fromRow)
    },
  }
}

function prepareOutbox(builder: Builder) {
  const of = (conversationId: string) =>
    builder
      .selectFrom('outbox')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .orderBy('seq')
      .orderBy('place')
  return {
    // One in flight: whatever may be out already stands before everything that is ready.
    first: prepare<{ conversation_id: string }, Tables['outbox']>((value) =>
      builder
        .selectFrom('outbox')
        .selectAll()
        .where('conversation_id', '=', value('conversation_id'))
        .where(isOpen)
        .orderBy(sql`case state when 'held' then 2 when 'ready' then 1 else 0 end`)
        .orderBy('seq')
        .orderBy('place')
        .limit(1),
    ),
    of: prepare<{ conversation_id: string }, Tables['outbox']>((value) => of(value('conversation_id'))),
    move: prepare<Move, unknown>((value) =>
      builder
        .updateTable('outbox')
        .set({
          state: value('to'),
          provider_id: sql`coalesce(${value('provider_id')}, provider_id)`,
          detail: sql`coalesce(${value('detail')}, detail)`,
        })
        .where('id', '=', value('id'))
        .where('state', '=', value('from')),
    ),
  }
}

interface Move {
  id: string
  from: OutboxState
  to: OutboxState
  provider_id: string | null
  detail: string | null
}

function inState(builder: Builder, state: OutboxState, limit: number) {
  const rows = builder.selectFrom('outbox').selectAll().where('state', '=', state)
  return (isOpenState(state) ? rows.where(isOpen) : rows)
    .orderBy('created_at')
    .orderBy('conversation_id')
    .orderBy('seq')
    .orderBy('place')
    .limit(limit)
    .compile()
}

function fromRow(row: Tables['outbox']): OutboxRow {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    voice: JSON.parse(row.voice_data),
    text: row.text,
    state: row.state,
    createdAt: row.created_at,
    ...(row.provider_id === null ? {} : { providerId: row.provider_id }),
    ...(row.detail === null ? {} : { detail: row.detail }),
  }
}
