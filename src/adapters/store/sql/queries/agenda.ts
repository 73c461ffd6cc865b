// What the sweep asks: everything that is due, whether or not a wake-up was lost.
import { sql } from 'kysely'
import type { TimerName } from '../../../../core/conversation/timer.ts'
import type { Agenda, DueTimer } from '../../../../ports/store.ts'
import { type Builder, type Database, prepare } from '../database.ts'
import type { Tables } from '../tables.ts'
import { isOpen } from './open-rows.ts'

export function createAgenda(database: Database): Agenda {
  const query = prepareAgenda(database.builder)
  return {
    async due(now, limit) {
      return (await database.read(query.due({ now, limit }))).map(fromRow)
    },
    async timer(conversation_id, name) {
      return (await database.read(query.timer({ conversation_id, name }))).map(fromRow)[0]
    },
    settle: ({ conversationId, name, at }) =>
      database.write(async (run) => void (await run(query.settle({ conversation_id: conversationId, name, at })))),
    async turns(now, limit) {
      return (await database.read(query.turns({ now, limit }))).map((row) => row.id)
    },
    async ready(limit) {
      return (await database.read(query.ready({ limit }))).map((row) => row.conversation_id)
    },
    async next(now) {
      const [timer, turn] = await Promise.all([
        database.read(query.nextTimer({ now })),
        database.read(query.nextTurn({ now })),
      ])
      const times = [timer[0]?.at, turn[0]?.at].filter((at) => at !== undefined)
      return times.length === 0 ? undefined : Math.min(...times)
    },
  }
}

interface Due {
  now: number
  limit: number
}

type TimerRow = Tables['timer']

function prepareAgenda(builder: Builder) {
  const timers = builder.selectFrom('timer').selectAll()
  return {
    due: prepare<Due, TimerRow>((value) =>
      timers
        .where('at', '<=', value('now'))
        .orderBy('priority')
        .orderBy('at')
        .orderBy('conversation_id')
        .orderBy('name')
        .limit(value('limit')),
    ),
    timer: prepare<{ conversation_id: string; name: TimerName }, TimerRow>((value) =>
      timers.where('conversation_id', '=', value('conversation_id')).where('name', '=', value('name')),
    ),
    settle: prepare<{ conversation_id: string; name: TimerName; at: number }, unknown>((value) =>
      builder
        .deleteFrom('timer')
        .where('conversation_id', '=', value('conversation_id'))
        .where('name', '=', value('name'))
        .where('at', '=', value('at')),
    ),
    turns: prepare<Due, { id: string }>((value) =>
      builder
        .selectFrom('conversation')
        .select('id')
        .where('turn_due', '<=', value('now'))
        .orderBy('turn_due')
        .orderBy('id')
        .limit(value('limit')),
    ),
    ready: prepare<{ limit: number }, { conversation_id: string }>((value) =>
      builder
        .selectFrom('outbox')
        .select('conversation_id')
        .where(isOpen)
        .where('state', '=', 'ready')
        .groupBy('conversation_id')
        .orderBy((eb) => eb.fn.min('created_at'))
        .orderBy('conversation_id')
        .limit(value('limit')),
    ),
    nextTimer: prepare<{ now: number }, { at: number }>((value) =>
      builder.selectFrom('timer').select('at').where('at', '>', value('now')).orderBy('at').limit(1),
    ),
    nextTurn: prepare<{ now: number }, { at: number }>((value) =>
      builder
        .selectFrom('conversation')
        .select(sql<number>`turn_due`.as('at'))
        .where('turn_due', '>', value('now'))
        .orderBy('turn_due')
        .limit(1),
    ),
  }
}

function fromRow(row: TimerRow): DueTimer {
  return { conversationId: row.conversation_id, name: row.name, at: row.at }
}
