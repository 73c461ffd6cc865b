// Who may speak in a conversation, and what its open case has counted so far: the fold of its events.
import type { Brief } from '../handoff/brief.ts'
import type { Reason } from '../handoff/reason.ts'
import type { Priority } from '../handoff/verdict.ts'
import type { AttachmentKind, StaffRef } from '../message.ts'

/** A customer message that no decision covers yet. */
export interface Pending {
  id: string
  text: string
  language: string
  at: number
  /** The kinds of its attachments that nobody could turn into text. */
  unread: readonly AttachmentKind[]
}

export interface Counters {
  /** Fallbacks in a row; only a grounded answer resets it. */
  fallbacks: number
  /** Turns of the case that asked an earlier question in other words. */
  rephrasings: number
  /** Times a person was asked for. */
  asked: number
}

/** One exchange of the open case, as prompts, briefs and triggers look back on it; the last twelve are kept. */
export interface Exchange {
  from: 'customer' | 'bot' | 'staff'
  /** Of a customer's message: what is still pending is no past. */
  id?: string
  text: string
  at: number
  /** Who of staff. */
  name?: string
  /** For the bot: what kind of reply, and the titles it cited. */
  reply?: 'answer' | 'clarify' | 'courtesy' | 'notice' | 'hand-back'
  sources?: readonly string[]
}

export interface Case {
  id: string
  openedAt: number
  counters: Counters
  pending: readonly Pending[]
  exchanges: readonly Exchange[]
  /** The customer's questions that led to the current run of fallbacks, oldest first. */
  missed: readonly string[]
  /** The bot's last words offered a person: a plain "yes" is then an explicit request. */
  offered: boolean
  /** The automatic nature was disclosed in this conversation's case. */
  disclosed: boolean
  /** BCP 47 of the customer's latest words. */
  language: string
  customerName?: string
  /** Who spoke last, and when (epoch ms). */
  lastFrom: 'customer' | 'bot' | 'staff'
  lastAt: number
  answers: number
  staffSpoke: boolean
  /** Since when the customer has been without a reply; null when nothing is owed. */
  waitingSince: number | null
}

export interface Handoff {
  id: string
  since: number
  reasons: readonly Reason[]
  team: string
  priority: Priority
  brief: Brief
  overdue: boolean
}

interface Common {
  /** Events so far; the number an append is decided on. */
  version: number
  /** Raised only when the owner changes. */
  epoch: number
}

export type State = Common &
  (
    | { owner: 'nobody'; last?: { caseId: string; endedAt: number; outcome: string; language: string } }
    | { owner: 'bot'; case: Case; since: number }
    | { owner: 'queue'; case: Case; since: number; handoff: Handoff }
    /** `handoff` is the one they answer; absent when staff stepped in unasked. */
    | { owner: 'staff'; case: Case; since: number; staff: StaffRef; handoff?: Handoff }
  )

export type Owner = State['owner']

export const INITIAL: State = { owner: 'nobody', version: 0, epoch: 0 }

/** What was said before the turn that is pending: what a customer asks now is not what they asked before. */
export function exchangesBefore(the: Case): readonly Exchange[] {
  const asked = new Set(the.pending.map((message) => message.id))
  return the.exchanges.filter((one) => one.id === undefined || !asked.has(one.id))
}

/** The open case, if there is one. */
export function openCase(state: State): Case | undefined {
  return state.owner === 'nobody' ? undefined : state.case
}
