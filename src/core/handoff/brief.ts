// What staff reads first. The deterministic part comes from the log alone; the model may later add its sentences.
import type { Citation } from '../answer/draft.ts'
import type { Reason } from './reason.ts'

export interface Brief {
  /** One sentence: what the customer wants. */
  wants: string
  reasons: readonly Reason[]
  /** What the bot already said that matters, oldest first, with its sources. */
  tried: readonly { question: string; said: string; sources: readonly string[] }[]
  /** Name, language, order numbers, e-mail addresses … as far as the conversation says. */
  known: readonly { label: string; value: string }[]
  /** One or two plain words, e.g. "calm", "upset". */
  mood: string
  /** Passages that may hold the answer, best first. */
  nearest: readonly Citation[]
  /** A line that staff may begin with, in the customer's language. */
  opening: string
  /** Whether the model's sentences are in it. */
  by: 'log' | 'model'
}
