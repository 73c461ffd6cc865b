// The one prompt of a turn and the one of a brief: filled templates, within a budget, other people’s words fenced.

import type { Passage } from '../knowledge/passage.ts'
import { cutEnd } from './cut.ts'
import { asLine, fence } from './fence.ts'
import { historyPart, messagePart, passagePart, type Said } from './prompt-parts.ts'
import { BRIEF_SCHEMA_TOKENS, DRAFT_SCHEMA_TOKENS } from './structure.ts'
import { fill, withoutRemarks } from './template.ts'
import { countTokens } from './tokens.ts'

/** A finished prompt: within budget, customer text and passages marked as data. */
export interface Prompt {
  system: string
  user: string
  /** Longest answer, in tokens. */
  maxTokens: number
}

/** Tokens of an answer call, response format counted. Passages take what the others leave of the total. */
export const ANSWER_BUDGET = { total: 650, rules: 200, passages: 300, history: 100, message: 50 } as const
/** Each message of a burst after the first may cost this much more, and the burst this much in all. */
const BURST = { each: 12, most: 100 } as const
/** Tokens of a brief call, response format counted. */
export const BRIEF_BUDGET = { total: 600, rules: 200, reasons: 60 } as const
/** Tokens that the wire format adds to two messages, and the tags of the fences. */
const ENVELOPE = 9
const FENCES = 26

export interface AnswerInput {
  /** Text of `persona.md`. */
  persona: string
  /** Text of `answer.md`. */
  template: string
  /** Best first. */
  passages: readonly Passage[]
  /** The case so far, oldest first; messages of this turn at its end are left out. */
  history: readonly Said[]
  /** The messages to answer, oldest first. */
  turn: readonly string[]
  /** BCP 47 of the customer. */
  language: string
  shop: string
}

/** The prompt of a turn, and the passages in it: passage n of the model is `used[n - 1]`. */
export function answerPrompt(input: AnswerInput): { prompt: Prompt; used: Passage[] } {
  const slots = { shop: cutEnd(asLine(input.shop), 12), language: asLine(input.language).slice(0, 20) }
  const frame = framed(input.template, input.persona, slots, ANSWER_BUDGET.rules)
  const room = Math.min(ANSWER_BUDGET.message + Math.max(0, input.turn.length - 1) * BURST.each, BURST.most)
  const messages = messagePart(input.turn, room)
  const history = historyPart(beforeTurn(input.history, input.turn), ANSWER_BUDGET.history)
  const taken = DRAFT_SCHEMA_TOKENS + ENVELOPE + FENCES + frame.cost + countTokens(messages) + countTokens(history)
  const left = Math.min(ANSWER_BUDGET.total - taken, ANSWER_BUDGET.passages)
  const passages = passagePart(input.passages, wordsOf(input.turn), left)
  const user = fill(frame.data, {
    ...frame.slots,
    passages: fence('passages', passages.text),
    history: fence('history', history),
    messages: fence('messages', messages),
  })
  return { prompt: { system: frame.system, user: tidy(user), maxTokens: 500 }, used: passages.used }
}

export interface BriefInput {
  /** Text of `brief.md`. */
  template: string
  /** The case so far, oldest first, with the messages that nobody has answered. */
  history: readonly Said[]
  /** Why it comes to staff, in words. */
  reasons: readonly string[]
  /** BCP 47 of the customer, and of staff. */
  language: string
  staffLanguage: string
  shop: string
}

/** The prompt for the sentences of a brief. */
export function briefPrompt(input: BriefInput): Prompt {
  const slots = {
    shop: cutEnd(asLine(input.shop), 12),
    language: asLine(input.language).slice(0, 20),
    staffLanguage: asLine(input.staffLanguage).slice(0, 20),
  }
  const frame = framed(input.template, '', slots, BRIEF_BUDGET.rules)
  const reasons = messagePart(input.reasons, BRIEF_BUDGET.reasons)
  const taken = BRIEF_SCHEMA_TOKENS + ENVELOPE + FENCES + frame.cost + countTokens(reasons)
  const user = fill(frame.data, {
    ...frame.slots,
    reasons: fence('reasons', reasons),
    history: fence('history', historyPart(input.history, BRIEF_BUDGET.total - taken, 60)),
  })
  return { system: frame.system, user: tidy(user), maxTokens: 300 }
}

interface Frame {
  system: string
  /** The part of the template with the data slots, those still open. */
  data: string
  slots: Record<string, string>
  cost: number
}

/** The template's own words with the persona, within `room`; a template too long for it is cut, and its frame dropped. */
function framed(template: string, persona: string, named: Record<string, string>, room: number): Frame {
  const [rules, own] = split(withoutRemarks(template))
  const bare = countTokens(fill(rules, named)) + countTokens(fill(own, named))
  const filled = fill(withoutRemarks(persona), named)
  const slots = { ...named, persona: cutEnd(filled, Math.max(0, room - bare)) }
  const system = tidy(fill(rules, slots))
  if (bare <= room) return { system, data: own, slots, cost: bare + countTokens(slots.persona) }
  return { system: cutEnd(system, room), data: (own.match(DATA_SLOT) ?? []).join('\n'), slots, cost: room }
}

const DATA_SLOT = /\{\{\s*(?:passages|history|messages|reasons)\s*\}\}/g

/** Everything from the first line with a data slot on is told as the customer's side. */
function split(template: string): [rules: string, data: string] {
  const lines = template.split('\n')
  const first = lines.findIndex((line) => line.search(DATA_SLOT) >= 0)
  return first < 0 ? [template, ''] : [lines.slice(0, first).join('\n'), lines.slice(first).join('\n')]
}

/** The messages of this turn are said once, at the end. */
function beforeTurn(history: readonly Said[], turn: readonly string[]): readonly Said[] {
  const isOfTurn = (said: Said | undefined) => said?.from === 'customer' && turn.includes(said.text)
  let end = history.length
  while (isOfTurn(history[end - 1])) end--
  return history.slice(0, end)
}

function wordsOf(turn: readonly string[]): string[] {
  return turn.join(' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]+/gu) ?? []
}

function tidy(text: string): string {
  return text.replace(/\n{2,}/g, '\n').trim()
}
