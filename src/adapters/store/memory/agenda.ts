// What is due, in memory.
import { TIMER_PRIORITY } from '../../../core/conversation/timer.ts'
import type { Agenda, DueTimer } from '../../../ports/store.ts'
import { assertOpen, by, type Rows, timerKey } from './rows.ts'

export function createMemoryAgenda(rows: Rows): Agenda {
  return {
    async due(now, limit) {
      assertOpen(rows)
      const due = [...rows.timers.values()].filter((timer) => timer.at <= now)
      return due.sort(mostUrgent).slice(0, limit)
    },
    async timer(conversationId, name) {
      assertOpen(rows)
      return rows.timers.get(timerKey({ conversationId, name }))
    },
    async settle(timer) {
      assertOpen(rows)
      if (rows.timers.get(timerKey(timer))?.at === timer.at) rows.timers.delete(timerKey(timer))
    },
    async turns(now, limit) {
      assertOpen(rows)
      const due = turns(rows).filter((turn) => turn.at <= now)
      return due
        .sort(earliest)
        .slice(0, limit)
        .map((turn) => turn.id)
    },
    async ready(limit) {
      assertOpen(rows)
      const found = [...rows.outbox].flatMap(([id, known]) => {
        const times = known.filter((row) => row.state === 'ready').map((row) => row.createdAt)
        return times.length === 0 ? [] : [{ id, at: Math.min(...times) }]
      })
      return found
        .sort(earliest)
        .slice(0, limit)
        .map((conversation) => conversation.id)
    },
    async next(now) {
      assertOpen(rows)
      const times = [...rows.timers.values(), ...turns(rows)].map(({ at }) => at).filter((at) => at > now)
      return times.length === 0 ? undefined : Math.min(...times)
    },
  }
}

interface Turn {
  id: string
  at: number
}

function turns(rows: Rows): Turn[] {
  return [...rows.summaries.values()].flatMap(({ conversationId: id, turnDue: at }) =>
    at === null ? [] : [{ id, at }],
  )
}

const earliest = by<Turn>(
  (turn) => turn.at,
  (turn) => turn.id,
)

const mostUrgent = by<DueTimer>(
  (timer) => TIMER_PRIORITY[timer.name],
  (timer) => timer.at,
  (timer) => timer.conversationId,
  (timer) => timer.name,
)
