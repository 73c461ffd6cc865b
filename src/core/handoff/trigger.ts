// Something that looks at a turn and says whether, and why, the conversation must leave the bot.
import type { Draft } from '../answer/draft.ts'
import type { AttachmentKind } from '../message.ts'
import type { Policy } from './policy.ts'
import type { Reason, TriggerName } from './reason.ts'

/**
 * `at-once`: on every message as it arrives, without knowledge or model. `before`: on the turn, before a draft is
 * written; firing saves the model. `after`: on the turn with its draft and confidence.
 */
export type Stage = 'at-once' | 'before' | 'after'

/** What a trigger may look at: its own view of the turn, so that it knows nothing of conversations and storage. */
export interface TriggerInput {
  policy: Policy
  /** The customer's messages of this turn, oldest first; one of them at stage `at-once`. */
  texts: readonly string[]
  /** BCP 47 of the customer's words. */
  language: string
  /** The bot's last words offered a person. */
  offered: boolean
  /** Fallbacks in a row before this turn, and the questions that led to them, oldest first. */
  fallbacks: number
  missed: readonly string[]
  /** Earlier turns of the case that asked the same in other words; see `rephrasing.ts`. */
  rephrasings: number
  /** What the bot has told this customer in this case, oldest first. */
  said: readonly string[]
  /** The kinds of what came with this turn and could not be turned into text. */
  unread: readonly AttachmentKind[]
  /** Dependencies that failed and that this turn cannot do without, e.g. `model`. */
  failed: readonly string[]
  /** Absent before stage `after`, and when none was written. */
  draft?: Draft
  /** 0 to 1; absent before stage `after`. */
  confidence?: number
}

export interface Trigger {
  name: TriggerName
  stage: Stage
  /** Pure. The reason quotes what it saw. */
  look(input: TriggerInput): Reason | undefined
}

/** Whether the bot, left alone, would not answer this turn from knowledge. */
export function wouldFallBack({ draft, confidence, policy }: TriggerInput): boolean {
  return !draft || draft.answerable === 'no' || (confidence ?? 0) < policy.confidence.answerFrom
}

/** The customer's words between quotation marks, cut so that a reason stays one line. */
export function quoted(text: string, max = 160): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > max ? `${line.slice(0, max - 1).toWellFormed()}…` : line}”`
}
