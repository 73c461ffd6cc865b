// How events are kept: a type, a shape number and data. Reading goes through upcasters, so old logs stay readable.
import type { Event, EventType } from './event.ts'

/** `seq` is the event's version in its conversation, from 1; `at` epoch ms. `data` has neither type nor time. */
export interface StoredEvent {
  seq: number
  type: EventType
  /** The shape of `data`; raised when a field changes its meaning. */
  v: number
  at: number
  data: Record<string, unknown>
}

/** The shape that is written today, per type. */
export const SHAPES: Record<EventType, number> = {
  'case-opened': 1,
  'customer-message': 1,
  'person-asked': 1,
  answered: 1,
  clarified: 1,
  'courtesy-said': 1,
  'handoff-opened': 1,
  'brief-completed': 1,
  'claim-overdue': 1,
  'taken-over': 1,
  'staff-message': 1,
  noted: 1,
  'handed-back': 1,
  returned: 1,
  'case-ended': 1,
}

/** `upcasters[type][v]` turns data of shape `v` into shape `v + 1`; empty until the first shape changes. */
const upcasters: Partial<
  Record<EventType, Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>
> = {}

export function toStored(event: Event, seq: number): StoredEvent {
  const { type, at, ...data } = event
  return { seq, type, v: SHAPES[type], at, data }
}

export function fromStored(stored: StoredEvent): Event {
  let data = stored.data
  for (let v = stored.v; v < SHAPES[stored.type]; v++) data = upcasters[stored.type]?.[v]?.(data) ?? data
  return { ...data, type: stored.type, at: stored.at } as Event
}
