// What the console API says of conversations, as JSON. Shared by the server and the console; types only.
import type { Brief } from '../../core/handoff/brief.ts'
import type { Reason } from '../../core/handoff/reason.ts'
import type { Grounds, Priority } from '../../core/handoff/verdict.ts'
import type { Attachment } from '../../core/message.ts'

export type OwnerName = 'bot' | 'queue' | 'staff' | 'nobody'

/** A row of a list. Times are epoch ms. */
export interface ConversationRow {
  id: string
  channel: string
  customer: { name: string | null; language: string | null }
  owner: OwnerName
  ownerSince: number
  staff: { id: string; name: string } | null
  team: { id: string; name: string } | null
  priority: Priority | null
  reasons: readonly Reason[]
  /** What the customer wants, one sentence; null outside a handoff. */
  wants: string | null
  waitingSince: number | null
  overdue: boolean
  lastText: string
  lastFrom: 'customer' | 'bot' | 'staff' | null
  lastAt: number
  version: number
}

/** A line of the transcript. `notice` is the bot's "a person will answer"; `event` is not said to anybody. */
export interface TranscriptLine {
  position: number
  at: number
  kind: 'message' | 'note' | 'event'
  id: string
  from: 'customer' | 'bot' | 'staff' | 'system'
  name?: string
  text: string
  attachments?: readonly Attachment[]
  citations?: readonly { title: string; source: string; place: string; quote: string; link?: string }[]
  /** Only for the bot's own decisions. */
  confidence?: number
  reply?: 'answer' | 'clarify' | 'courtesy' | 'notice' | 'hand-back'
  /** For `event` lines. */
  event?: 'case-opened' | 'handoff' | 'taken-over' | 'handed-back' | 'returned' | 'closed' | 'overdue' | 'person-asked'
  /** State of delivery, where it is not simply sent. */
  delivery?: { state: 'held' | 'ready' | 'sending' | 'unsure' | 'failed' | 'dropped'; detail?: string }
}

export interface HandoffDetail {
  id: string
  since: number
  reasons: readonly Reason[]
  team: { id: string; name: string }
  priority: Priority
  overdue: boolean
}

/** `GET /api/v1/conversations/{id}` */
export interface ConversationDetail extends ConversationRow {
  case: { id: string; openedAt: number; fallbacks: number; asked: number } | null
  messages: readonly TranscriptLine[]
  handoff: HandoffDetail | null
  brief: Brief | null
}

/** A line of `GET /api/v1/conversations/{id}/events`. `data` is the event as the log keeps it. */
export interface LoggedEvent {
  seq: number
  type: string
  at: number
  data: Record<string, unknown> & { grounds?: Grounds }
}

export interface Page<T> {
  items: readonly T[]
  /** Absent on the last page. */
  next?: string
}
