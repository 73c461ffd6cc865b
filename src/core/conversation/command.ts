// What somebody wants of a conversation. Time, ids and sentences come in as data; the verdict was reached outside.
import type { Brief } from '../handoff/brief.ts'
import type { Grounds, Priority, Verdict } from '../handoff/verdict.ts'
import type { Attachment, StaffRef } from '../message.ts'
import type { StaffPlace } from './event.ts'
import type { TimerName } from './timer.ts'

/** A handoff ready to be opened: everything that `handoff-opened` records. */
export interface HandoffPlan {
  handoffId: string
  team: string
  priority: Priority
  notice: { messageId: string; text: string }
  brief: Brief
  grounds: Grounds
}

/** Where a case that this command opens belongs. */
export interface Origin {
  caseId: string
  channel: string
  chat: string
}

export type Said = { messageId: string; text: string }

export type Command = { now: number } & (
  | {
      type: 'receive'
      origin: Origin
      message: {
        id: string
        text: string
        attachments?: readonly Attachment[]
        language: string
        name?: string
        history?: true
      }
      /** The words ask for a person. */
      asksForPerson: boolean
      /** What to open if the bot has the conversation and a trigger fired at once. */
      plan?: HandoffPlan
    }
  | { type: 'ask-person'; origin: Origin; requestId: string; plan: HandoffPlan }
  | {
      type: 'conclude'
      /** The customer messages that were decided on; the epoch they were read in. */
      covers: readonly string[]
      epoch: number
      /** Conclude although newer messages came: they make the next turn. */
      evenIfNewer: boolean
      verdict: Verdict
      /** The words of an answer, a clarifying question or a courtesy. */
      said?: Said
      /** For a handoff. */
      plan?: HandoffPlan
    }
  | { type: 'complete-brief'; handoffId: string; brief: Brief; modelCalls: number }
  | { type: 'take-over'; origin: Origin; staff: StaffRef; place: StaffPlace; force: boolean }
  /** `force`: the customer has read it already, whoever held the conversation. */
  | { type: 'reply'; origin: Origin; staff: StaffRef; place: StaffPlace; said: Said; force: boolean }
  | { type: 'note'; staff: StaffRef; noteId: string; text: string }
  | { type: 'hand-back'; staff: StaffRef; sentence?: Said }
  | { type: 'close'; staff: StaffRef; rootCause: string; note?: string }
  | {
      type: 'timer'
      name: TimerName
      /** Epoch ms that it was set for, under the policy of that day: the row says when, not the policy of now. */
      due: number
      /** For a return that has no handoff yet. */
      handoffId: string
      team: string
      brief: Brief
    }
)

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>
