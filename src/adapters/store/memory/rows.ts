// What the memory store holds. Structures are kept as JSON, as a database keeps them: nobody can change a row from outside.
import type { OutboxRow } from '../../../core/conversation/outbox.ts'
import type { Summary } from '../../../core/conversation/summary.ts'
import { BatonError } from '../../../core/errors.ts'
import type { DueTimer } from '../../../ports/store.ts'

export interface Rows {
  closed: boolean
  /** By conversation, in order of `seq`; each event as JSON. */
  events: Map<string, string[]>
  /** `channel`, a line end, the event's id. */
  inbox: Set<string>
  summaries: Map<string, Summary>
  /** By conversation, in the order in which rows leave. */
  outbox: Map<string, OutboxRow[]>
  outboxById: Map<string, OutboxRow>
  timers: Map<string, DueTimer>
}

export function createRows(): Rows {
  return {
    closed: false,
    events: new Map(),
    inbox: new Set(),
    summaries: new Map(),
    outbox: new Map(),
    outboxById: new Map(),
    timers: new Map(),
  }
}

/** Throws once the store is closed. */
export function assertOpen(rows: Pick<Rows, 'closed'>): void {
  if (rows.closed) throw new BatonError('store-closed', 'The store is closed.')
}

/** A copy that shares nothing, as reading a row again would make it. */
export function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}

export function timerKey({ conversationId, name }: Pick<DueTimer, 'conversationId' | 'name'>): string {
  return `${conversationId}\n${name}`
}

/** Orders by each of the numbers or texts in turn. Texts by their code points, as databases compare them. */
export function by<T>(...keys: ((item: T) => number | string)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)]
      if (x !== y) return x < y ? -1 : 1
    }
    return 0
  }
}
