// Lists for the console, in memory.
import type { Summary } from '../../../core/conversation/summary.ts'
import type { ListQuery, Lists } from '../../../ports/store.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { assertOpen, by, copy, type Rows } from './rows.ts'

export function createMemoryLists(rows: Rows): Lists {
  return {
    async summary(conversationId) {
      assertOpen(rows)
      const summary = rows.summaries.get(conversationId)
      return summary && copy(summary)
    },
    async conversations(query) {
      assertOpen(rows)
      const found = [...rows.summaries.values()].filter(matches(query)).sort(latest)
      const items = copy(found.slice(0, query.limit))
      const last = items.at(-1)
      return found.length > query.limit && last ? { items, next: writeCursor(last) } : { items }
    },
    async queue(limit) {
      assertOpen(rows)
      const queued = [...rows.summaries.values()].filter((summary) => summary.owner === 'queue')
      return copy(queued.sort(mostUrgent).slice(0, limit))
    },
    async ids(after = '', limit) {
      assertOpen(rows)
      const ids = [...rows.events.keys()].filter((id) => id > after)
      return ids.sort(by((id) => id)).slice(0, limit)
    },
    async replace(summary) {
      assertOpen(rows)
      const version = rows.events.get(summary.conversationId)?.length ?? 0
      // Whoever appended meanwhile wrote a newer one.
      if (version <= summary.version) rows.summaries.set(summary.conversationId, copy(summary))
    },
  }
}

function matches({ owner, channel, staffId, cursor }: ListQuery): (summary: Summary) => boolean {
  const from = cursor === undefined ? undefined : readCursor(cursor)
  return (summary) =>
    (owner === undefined || summary.owner === owner) &&
    (channel === undefined || summary.channel === channel) &&
    (staffId === undefined || summary.staffId === staffId) &&
    (!from || latest(summary, { lastAt: from.lastAt, conversationId: from.id }) > 0)
}

const oldest = by<Pick<Summary, 'lastAt' | 'conversationId'>>(
  (summary) => summary.lastAt,
  (summary) => summary.conversationId,
)

function latest(a: Pick<Summary, 'lastAt' | 'conversationId'>, b: Pick<Summary, 'lastAt' | 'conversationId'>): number {
  return oldest(b, a)
}

const mostUrgent = by<Summary>(
  (summary) => summary.priority ?? 5,
  (summary) => summary.waitingSince ?? summary.ownerSince,
  (summary) => summary.conversationId,
)
