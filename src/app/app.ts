// What the program can do, bound to its needs: the only thing that http and the command line are handed.
import type { ConfidencePart } from '../core/answer/confidence.ts'
import type { Citation } from '../core/answer/draft.ts'
import type { StaffPlace } from '../core/conversation/event.ts'
import type { OutboxRow } from '../core/conversation/outbox.ts'
import type { State } from '../core/conversation/state.ts'
import type { StoredEvent } from '../core/conversation/stored-event.ts'
import type { Summary } from '../core/conversation/summary.ts'
import type { Policy } from '../core/handoff/policy.ts'
import type { Reason } from '../core/handoff/reason.ts'
import type { Signals } from '../core/handoff/signals.ts'
import type { Problem } from '../core/knowledge/passage.ts'
import type { StaffRef } from '../core/message.ts'
import type { Messages } from '../core/messages.ts'
import type { Change } from '../ports/feed.ts'
import type { ListQuery, Role } from '../ports/store.ts'

export interface Signed {
  id: string
  name: string
  role: Role
}

/** The answer of `ask`, in the shape that the command line prints. */
export interface Asked {
  decision: 'answer' | 'clarify' | 'handoff'
  answer: string
  confidence: number
  confidenceParts: readonly ConfidencePart[]
  reasons: readonly Reason[]
  team?: string
  citations: readonly Pick<Citation, 'source' | 'place' | 'quote'>[]
  signals: Signals
  language: string
}

export interface Metric {
  id: string
  label: string
  unit: 'share' | 'count' | 'ms'
  value: number | null
  tells: string
}

/** Staff's verbs resolve when durable; they throw `Refused` (not-found, owned-by-another with the holder, …). */
export interface App {
  conversations: {
    list(query: ListQuery): Promise<{ items: Summary[]; next?: string }>
    queue(): Promise<Summary[]>
    get(id: string): Promise<{ summary: Summary; state: State; events: StoredEvent[]; outbox: OutboxRow[] } | undefined>
    takeOver(id: string, staff: StaffRef, options?: { force?: boolean; place?: StaffPlace }): Promise<Summary>
    /** An implicit takeover from bot, queue or nobody. `messageId` makes a repeat harmless. */
    reply(
      id: string,
      staff: StaffRef,
      text: string,
      options?: { messageId?: string; place?: StaffPlace },
    ): Promise<{ messageId: string }>
    note(id: string, staff: StaffRef, text: string): Promise<{ noteId: string }>
    handBack(id: string, staff: StaffRef, options?: { quiet?: boolean }): Promise<Summary>
    close(id: string, staff: StaffRef, options?: { rootCause?: string; note?: string }): Promise<Summary>
    /** Takes the most urgent handoff; throws `Refused('empty-queue')`. */
    takeNext(staff: StaffRef): Promise<Summary>
    /** Staff is typing; customers see it. */
    typing(id: string, staff: StaffRef): void
  }
  accounts: {
    /** The staff member of a session token or of the configured console token. */
    who(token: string): Promise<Signed | undefined>
    signIn(name: string, password: string): Promise<{ token: string; staff: Signed; expiresAt: number } | undefined>
    signOut(token: string): Promise<void>
    /** What a one-time link is for, or undefined when it is spent, expired or unknown. */
    link(token: string): Promise<{ kind: 'owner' | 'invite'; role: Role } | undefined>
    /** Throws `NameTaken`, `BadInput`; undefined when the link is gone. */
    redeem(
      token: string,
      name: string,
      password: string,
    ): Promise<{ token: string; staff: Signed; expiresAt: number } | undefined>
    invite(role: Role): Promise<{ url: string; expiresAt: number }>
    ownerLink(): Promise<{ url: string; expiresAt: number }>
    /** Whether an account exists at all. */
    any(): Promise<boolean>
    list(): Promise<(Signed & { createdAt: number })[]>
  }
  files(): {
    entries: number
    files: number
    sample: boolean
    problems: (Problem & { folder: 'knowledge' | 'prompts' })[]
  }
  policy(): Policy
  messages(): Messages
  metrics(since: number): Promise<Metric[]>
  health(): Promise<{ ready: boolean; parts: Record<string, { state: string; detail?: string }> }>
  watch(listener: (change: Change) => void): () => void
  ask(
    text: string,
    options?: { history?: readonly { from: 'customer' | 'bot' | 'staff'; text: string }[] },
  ): Promise<Asked>
}
