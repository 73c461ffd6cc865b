// The tables, with columns that every SQL database has: text, integers, bytes. Times are epoch ms, flags 0 or 1, structures JSON.

import type { EventType } from '../../../core/conversation/event.ts'
import type { OutboxState } from '../../../core/conversation/outbox.ts'
import type { Owner } from '../../../core/conversation/state.ts'
import type { TimerName } from '../../../core/conversation/timer.ts'
import type { Role } from '../../../ports/store.ts'

export interface Tables {
  event: { conversation_id: string; seq: number; type: EventType; v: number; at: number; data: string }
  /** Channel events that were stored, for dropping repeats. */
  inbox: { channel: string; id: string; conversation_id: string }
  /** What is searched by is a column; what is shown is in `data`, the whole summary. */
  conversation: {
    id: string
    channel: string
    owner: Owner
    staff_id: string | null
    /** Only while the queue owns it: 1 first. */
    queue_priority: number | null
    queue_since: number | null
    last_at: number
    turn_due: number | null
    data: string
  }
  outbox: {
    id: string
    conversation_id: string
    seq: number
    /** Orders the rows of one event. */
    place: number
    voice: 'bot' | 'notice' | 'staff'
    voice_data: string
    text: string
    state: OutboxState
    created_at: number
    provider_id: string | null
    detail: string | null
  }
  timer: { conversation_id: string; name: TimerName; at: number; priority: number }
  /** `name_key` is the name without case. */
  staff: { id: string; name: string; name_key: string; role: Role; password: string; created_at: number }
  link: { token: string; kind: 'owner' | 'invite'; role: Role; expires_at: number; spent_at: number | null }
  session: { token: string; staff_id: string; expires_at: number }
  /** Accepted versions of the merchant's files; `is_current` marks the one that serves. */
  file_version: { kind: string; path: string; hash: string; bytes: Uint8Array; at: number; is_current: number }
  answer: { key: string; fingerprint: string; status: number; body: string; expires_at: number }
  setting: { name: string; value: string }
  migration: { version: number; at: number }
}
