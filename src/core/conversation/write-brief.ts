// The brief that needs nothing but the log: written at once, also with the model down.
import type { Citation } from '../answer/draft.ts'
import type { Brief } from '../handoff/brief.ts'
import type { Reason } from '../handoff/reason.ts'
import type { Signals } from '../handoff/signals.ts'
import type { Exchange } from './state.ts'

export interface BriefInput {
  exchanges: readonly Exchange[]
  /** Whether a message only asks for a person, greets, thanks or agrees: it says nothing of what about. */
  noTopic: (text: string) => boolean
  /** Questions that led to a run of fallbacks, with the current one. */
  missed: readonly string[]
  reasons: readonly Reason[]
  nearest: readonly Citation[]
  signals: Signals
  language: string
  customerName?: string
  /** A line to begin with, given the topic (empty when there is none yet). */
  opening: (topic: string) => string
}

export function writeBrief(input: BriefInput): Brief {
  const topic = openQuestion(input)
  return {
    wants: topic
      ? sentence(input.signals.intent ? `${input.signals.intent}: “${topic}”` : `Asks: “${topic}”`)
      : NO_TOPIC,
    reasons: input.reasons,
    tried: tried(input.exchanges),
    known: known(input),
    mood: moodOf(input.signals),
    nearest: input.nearest.slice(0, 3),
    opening: input.opening(topic),
    by: 'log',
  }
}

export const NO_TOPIC = 'Wants to talk to a person and has not said yet what about.'

/** The brief after the customer, who had said nothing of what about, writes it while they wait. */
export function withTopic(brief: Brief, text: string): Brief {
  return brief.wants === NO_TOPIC && text !== '' ? { ...brief, wants: sentence(`Asks: “${short(text, 200)}”`) } : brief
}

/**
 * The question that is still open: what the bot could not answer, else what was written since anybody answered, which
 * may have come in pieces, else the last thing that had a topic.
 */
export function openQuestion(input: Pick<BriefInput, 'exchanges' | 'missed' | 'noTopic'>): string {
  const { exchanges } = input
  const topics = (texts: readonly string[]) => texts.filter((text) => text && !input.noTopic(text))
  const asked = (said: readonly Exchange[]) =>
    topics(said.filter((one) => one.from === 'customer').map((one) => one.text))
  const missed = topics(input.missed)
  const unanswered = asked(exchanges.slice(exchanges.findLastIndex((one) => one.from !== 'customer') + 1))
  const texts = [missed, unanswered].find((some) => some.length > 0) ?? asked(exchanges).slice(-1)
  return short([...new Set(texts)].join(' / '), 200)
}

function tried(exchanges: readonly Exchange[]): Brief['tried'] {
  const rows: { question: string; said: string; sources: readonly string[] }[] = []
  let question = ''
  for (const one of exchanges) {
    if (one.from === 'customer') question = question ? `${question} / ${one.text}` : one.text
    else {
      if (one.from === 'bot' && (one.reply === 'answer' || one.reply === 'clarify')) {
        rows.push({ question: short(question, 160), said: short(one.text, 240), sources: one.sources ?? [] })
      }
      question = ''
    }
  }
  return rows.slice(-4)
}

const FACTS: readonly { label: string; pattern: RegExp }[] = [
  { label: 'E-mail', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  { label: 'Order', pattern: /#\s?[A-Z]{0,4}-?\d{3,12}\b|\b[A-Z]{1,4}-?\d{4,12}\b|\b\d{5,12}\b/g },
]

function known(input: BriefInput): Brief['known'] {
  const rows = [{ label: 'Language', value: input.language }]
  if (input.customerName) rows.unshift({ label: 'Name', value: input.customerName })
  const words = input.exchanges
    .filter((one) => one.from === 'customer')
    .map((one) => one.text)
    .join('\n')
  for (const { label, pattern } of FACTS) {
    for (const value of new Set(words.match(pattern) ?? [])) if (rows.length < 12) rows.push({ label, value })
  }
  return rows
}

function moodOf({ sentiment, capitals, burst }: Signals): string {
  if (sentiment !== undefined && sentiment <= -0.6) return 'upset'
  if (sentiment !== undefined && sentiment < -0.2) return 'displeased'
  if (capitals >= 0.6) return 'upset (writes in capitals)'
  if (burst >= 4) return 'impatient (several messages in a row)'
  return sentiment !== undefined && sentiment > 0.4 ? 'friendly' : 'calm'
}

function sentence(text: string): string {
  return short(text.replace(/\s+/g, ' ').trim(), 260)
}

function short(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).toWellFormed()}…`
}
