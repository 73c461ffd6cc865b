// What a unit writes into the outbox: the bot's unsent rows lose their right first, then the new rows come.
import type { OutboxRow } from '../../../../core/conversation/outbox.ts'
import type { Unit } from '../../../../ports/store.ts'
import { type Builder, prepare, type Run } from '../database.ts'
import type { Tables } from '../tables.ts'
import { isOpen } from './open-rows.ts'

export function prepareOutboxWrites(builder: Builder) {
  const insert = prepare<Tables['outbox'], unknown>((value) =>
    builder.insertInto('outbox').values({
      id: value('id'),
      conversation_id: value('conversation_id'),
      seq: value('seq'),
      place: value('place'),
      voice: value('voice'),
      voice_data: value('voice_data'),
      text: value('text'),
      state: value('state'),
      created_at: value('created_at'),
      provider_id: value('provider_id'),
      detail: value('detail'),
    }),
  )
  const withdraw = prepare<{ conversation_id: string }, unknown>((value) =>
    builder
      .updateTable('outbox')
      .set({ state: 'dropped' })
      .where('conversation_id', '=', value('conversation_id'))
      .where(isOpen)
      .where('voice', '=', 'bot')
      .where('state', 'in', ['held', 'ready']),
  )
  return {
    async write(run: Run, unit: Pick<Unit, 'conversationId' | 'outbox' | 'withdrawBot'>): Promise<void> {
      if (unit.withdrawBot) await run(withdraw({ conversation_id: unit.conversationId }))
      for (const [place, row] of unit.outbox.entries()) await run(insert(toRow(row, place)))
    },
  }
}

function toRow(row: OutboxRow, place: number): Tables['outbox'] {
  return {
    id: row.id,
    conversation_id: row.conversationId,
    seq: row.seq,
    place,
    voice: row.voice.kind,
    voice_data: JSON.stringify(row.voice),
    text: row.text,
    state: row.state,
    created_at: row.createdAt,
    provider_id: row.providerId ?? null,
    detail: row.detail ?? null,
  }
}
