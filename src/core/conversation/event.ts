// What has happened in a conversation: the only thing that is ever written down about it.
import type { Citation } from '../answer/draft.ts'
import type { Brief } from '../handoff/brief.ts'
import type { Grounds, Priority } from '../handoff/verdict.ts'
import type { Attachment, StaffRef } from '../message.ts'

export type Outcome = 'bot_resolved' | 'staff_resolved' | 'abandoned' | 'unanswered'

/** Where staff typed. */
export type StaffPlace = 'console' | 'phone' | 'desk'

/** `messageId` is what customers see as a message's id; `covers` are the customer messages that a decision settles. */
export type Event = { at: number } & (
  | { type: 'case-opened'; caseId: string; by: 'customer' | 'staff'; channel: string; chat: string; follows?: string }
  | {
      type: 'customer-message'
      messageId: string
      text: string
      attachments?: readonly Attachment[]
      language: string
      name?: string
      /** They asked for a person in these words; counted, because nobody should have to ask twice. */
      asksForPerson?: true
      /** Written before Baton listened: kept, never answered. */
      history?: true
    }
  /** The control "talk to a person" was used: no words, the same wish. */
  | { type: 'person-asked'; requestId: string }
  | {
      type: 'answered'
      messageId: string
      text: string
      citations: readonly Citation[]
      covers: readonly string[]
      grounds: Grounds
    }
  | {
      type: 'clarified'
      messageId: string
      text: string
      ask: 'which' | 'unknown'
      covers: readonly string[]
      grounds: Grounds
    }
  | {
      type: 'courtesy-said'
      messageId: string
      text: string
      courtesy: 'greeting' | 'thanks'
      covers: readonly string[]
      grounds: Grounds
    }
  | {
      type: 'handoff-opened'
      handoffId: string
      team: string
      priority: Priority
      notice: { messageId: string; text: string }
      brief: Brief
      covers: readonly string[]
      grounds: Grounds
    }
  /** The model's sentences joined the brief. */
  | { type: 'brief-completed'; handoffId: string; brief: Brief; modelCalls: number }
  /** Nobody claimed the handoff in the time that policy gives. */
  | { type: 'claim-overdue'; handoffId: string }
  | { type: 'taken-over'; staff: StaffRef; place: StaffPlace; from: 'bot' | 'queue' | 'nobody' | 'staff' }
  | { type: 'staff-message'; messageId: string; text: string; staff: StaffRef; place: StaffPlace }
  | { type: 'noted'; noteId: string; text: string; staff: StaffRef }
  | { type: 'handed-back'; staff: StaffRef; sentence?: { messageId: string; text: string } }
  /** Staff fell silent with the customer waiting: the conversation is in the queue again, never with the bot. */
  | { type: 'returned'; handoffId: string; from: StaffRef; team: string; priority: Priority; brief: Brief }
  | {
      type: 'case-ended'
      caseId: string
      by: 'staff' | 'quiet'
      staff?: StaffRef
      rootCause?: string
      note?: string
      outcome: Outcome
    }
)

export type EventType = Event['type']
export type EventOf<T extends EventType> = Extract<Event, { type: T }>
