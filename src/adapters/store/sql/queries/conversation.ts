// One row per conversation: the columns that lists and the sweep search by, and the summary itself.
import type { Summary } from '../../../../core/conversation/summary.ts'
import { type Builder, prepare } from '../database.ts'
import type { Tables } from '../tables.ts'

export function prepareConversation(builder: Builder) {
  const upsert = prepare<Tables['conversation'], unknown>((value) => {
    const row = {
      channel: value('channel'),
      owner: value('owner'),
      staff_id: value('staff_id'),
      queue_priority: value('queue_priority'),
      queue_since: value('queue_since'),
      last_at: value('last_at'),
      turn_due: value('turn_due'),
      data: value('data'),
    }
    return builder
      .insertInto('conversation')
      .values({ id: value('id'), ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
  })
  return { put: (summary: Summary) => upsert(toRow(summary)) }
}

function toRow(summary: Summary): Tables['conversation'] {
  const queued = summary.owner === 'queue'
  return {
    id: summary.conversationId,
    channel: summary.channel,
    owner: summary.owner,
    staff_id: summary.staffId,
    queue_priority: queued ? (summary.priority ?? 5) : null,
    queue_since: queued ? (summary.waitingSince ?? summary.ownerSince) : null,
    last_at: summary.lastAt,
    turn_due: summary.turnDue,
    data: JSON.stringify(summary),
  }
}
