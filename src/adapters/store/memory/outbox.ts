// Messages on their way out, in memory.
import { mayMove, type OutboxRow } from '../../../core/conversation/outbox.ts'
import type { Outbox } from '../../../ports/store.ts'
import { assertOpen, by, copy, type Rows } from './rows.ts'

export function createMemoryOutbox(rows: Rows): Outbox {
  return {
    async next(conversationId) {
      assertOpen(rows)
      const known = rows.outbox.get(conversationId) ?? []
      if (known.some((row) => row.state === 'sending' || row.state === 'unsure')) return undefined
      const next = known.find((row) => row.state === 'ready')
      return next && copy(next)
    },
    async move(id, from, to, patch = {}) {
      assertOpen(rows)
      if (!mayMove(from, to)) throw new Error(`an outbox row never goes from ${from} to ${to}`)
      const row = rows.outboxById.get(id)
      if (row?.state !== from) return false
      row.state = to
      if (patch.providerId !== undefined) row.providerId = patch.providerId
      if (patch.detail !== undefined) row.detail = patch.detail
      return true
    },
    async inState(state, limit) {
      assertOpen(rows)
      const found = [...rows.outbox.values()].flat().filter((row) => row.state === state)
      const oldest = by<OutboxRow>(
        (row) => row.createdAt,
        (row) => row.conversationId,
        (row) => row.seq,
      )
      return copy(found.sort(oldest).slice(0, limit))
    },
    async of(conversationId) {
      assertOpen(rows)
      return copy(rows.outbox.get(conversationId) ?? [])
    },
  }
}
