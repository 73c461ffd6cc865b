// What to do with a turn, and everything that explains it.
import type { ConfidencePart } from '../answer/confidence.ts'
import type { Citation, Draft } from '../answer/draft.ts'
import type { Reason } from './reason.ts'
import type { Signals } from './signals.ts'

/** What is logged with every decision: enough to explain it, and to decide it again under another policy. */
export interface Grounds {
  /** 0 to 1: the probability that the draft answers the question rightly. */
  confidence: number
  parts: readonly ConfidencePart[]
  reasons: readonly Reason[]
  /** Best first; ids and places, never texts. */
  passages: readonly { id: string; source: string; place: string; title: string; score: number }[]
  /** The best passages as citations, best first, also for clarify and handoff. */
  nearest: readonly Citation[]
  signals: Signals
  /** BCP 47 of the customer's words. */
  language: string
  /** Hash of the policy that decided. */
  policy: string
  modelCalls: number
  /** Prompt tokens over all calls of this turn; absent without a model. */
  promptTokens?: number
}

export type Verdict =
  | { kind: 'answer'; draft: Draft; grounds: Grounds }
  /** A greeting or thanks: nothing is claimed, so nothing is cited, and no counter moves. */
  | { kind: 'courtesy'; courtesy: 'greeting' | 'thanks'; grounds: Grounds }
  /** `which`: one of the nearest entries may be meant. `unknown`: an honest "I do not know". Both are fallbacks. */
  | { kind: 'clarify'; ask: 'which' | 'unknown'; options: readonly string[]; grounds: Grounds }
  | { kind: 'handoff'; team: string; priority: Priority; grounds: Grounds }

/** 1 is most urgent, 5 least. */
export type Priority = 1 | 2 | 3 | 4 | 5
