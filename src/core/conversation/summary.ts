// One row per conversation, for lists and the queue: what a glance needs. Rebuilt from the log at any time.
import type { Reason } from '../handoff/reason.ts'
import type { Priority } from '../handoff/verdict.ts'
import type { Owner } from './state.ts'

export interface Summary {
  conversationId: string
  channel: string
  /** The channel's own name for the other side. */
  chat: string
  customerName: string | null
  owner: Owner
  /** Epoch ms of the last change of owner. */
  ownerSince: number
  staffId: string | null
  staffName: string | null
  caseId: string | null
  handoffId: string | null
  team: string | null
  priority: Priority | null
  reasons: readonly Reason[]
  /** Since when the customer has been without a reply of the one who owns it; null when nothing is owed. */
  waitingSince: number | null
  /** What the customer wants, one sentence, from the brief. */
  wants: string | null
  overdue: boolean
  language: string | null
  lastText: string
  lastFrom: 'customer' | 'bot' | 'staff' | null
  lastAt: number
  /** When the bot's next turn is due; null when there is none. Found by the sweep. */
  turnDue: number | null
  version: number
  epoch: number
}
