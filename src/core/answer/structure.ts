// The structure a model fills in: its JSON schema, counted in every prompt and so as small as it can be, and the
// reading of what came back, which trusts nothing.
import { cleanLine, cleanText } from '../message.ts'
import type { Draft } from './draft.ts'

/** What the model may say of a turn; citations name passages by their number in the prompt, from 1. */
export interface ModelDraft extends Omit<Draft, 'citations' | 'by'> {
  quotes: readonly { passage: number; text: string }[]
}

/** The sentences that a model adds to a brief. */
export interface BriefSentences {
  wants: string
  mood: string
  opening: string
}

const text = { type: 'string' }
const number = { type: 'number' }

function object(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** Quotes come first, so that the answer is written from them and not the other way round. */
export const DRAFT_SCHEMA = object({
  quotes: { type: 'array', items: object({ n: { type: 'integer' }, q: text }) },
  answerable: { type: 'string', enum: ['yes', 'partly', 'no'] },
  answer: text,
  intent: text,
  sentiment: number,
  urgency: number,
  language: text,
  person: { type: 'boolean' },
  confidence: number,
})

export const BRIEF_SCHEMA = object({ wants: text, mood: text, opening: text })

/** What the schemas cost as a strict response format named `reply`, in tokens; a test counts them. */
export const DRAFT_SCHEMA_TOKENS = 164
export const BRIEF_SCHEMA_TOKENS = 65

/** The draft in what a model gave, JSON text or its value; undefined when it is none. */
export function readDraft(given: unknown): ModelDraft | undefined {
  const value = objectOf(given)
  if (value === undefined || typeof value.answer !== 'string') return undefined
  const answerable = value.answerable
  if (answerable !== 'yes' && answerable !== 'partly' && answerable !== 'no') return undefined
  const sentiment = clamp(value.sentiment, -1, 1)
  const urgency = clamp(value.urgency, 0, 1)
  const selfReport = clamp(value.confidence, 0, 1)
  const intent = typeof value.intent === 'string' ? cleanLine(value.intent, 60) : ''
  const language = readLanguage(value.language)
  return {
    text: cleanText(value.answer),
    quotes: readQuotes(value.quotes),
    answerable,
    ...(selfReport === undefined ? {} : { selfReport }),
    ...(intent === '' ? {} : { intent }),
    ...(sentiment === undefined || urgency === undefined ? {} : { mood: { sentiment, urgency } }),
    ...(language === undefined ? {} : { language }),
    ...(typeof value.person === 'boolean' ? { wantsPerson: value.person } : {}),
  }
}

/** The brief's sentences in what a model gave, JSON text or its value; undefined when they are not there. */
export function readBrief(given: unknown): BriefSentences | undefined {
  const value = objectOf(given)
  const { wants, mood, opening } = value ?? {}
  if (typeof wants !== 'string' || typeof mood !== 'string' || typeof opening !== 'string') return undefined
  if (wants.trim() === '') return undefined
  return { wants: cleanLine(wants, 300), mood: cleanLine(mood, 60), opening: cleanText(opening, 600) }
}

/** Servers without a schema mode wrap JSON in a code fence or in words: the outermost object counts. */
function objectOf(given: unknown): Record<string, unknown> | undefined {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>
  if (typeof given !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(given.slice(given.indexOf('{'), given.lastIndexOf('}') + 1))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function readQuotes(value: unknown): ModelDraft['quotes'] {
  if (!Array.isArray(value)) return []
  return value.slice(0, 8).flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return []
    const { n, q } = item as { n?: unknown; q?: unknown }
    return Number.isInteger(n) && typeof q === 'string' && q.trim() !== ''
      ? [{ passage: n as number, text: q.slice(0, 2000) }]
      : []
  })
}

/** What is no number says nothing; what is out of range is cut to it; a percentage is taken as one. */
function clamp(value: unknown, low: number, high: number): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  const share = low === 0 && value >= 2 && value <= 100 ? value / 100 : value
  return Math.min(high, Math.max(low, share))
}

function readLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) return undefined
  return value.toLowerCase().replace(/-([a-z]{2})$/, (region) => region.toUpperCase())
}
