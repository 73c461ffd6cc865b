// What customers say when they want a person, greet, thank, agree or decline, in every language that has a list here.
// All languages are tried whatever language was detected: people mix them, and short texts are detected badly.

import { type Word, wordsOf } from '../matching/fold.ts'
import type { Role } from '../matching/language-words.ts'
import { buildLexicon, type Lexicon, type Span, spansIn } from '../matching/lexicon.ts'
import { findRequest } from '../matching/request.ts'
import type { Policy } from '../policy.ts'
import { languages } from './index.ts'

/** Longer messages are a story, not a greeting or a yes. */
const SHORT = 12

// Emoji say it too; skin tones, joiners and the like are dress.
const DRESS = /\ufe0f|\u200d|\p{Emoji_Modifier}|[♀♂\s]/gu
const GREETING_SIGNS = /^[👋🙋🤗]+[☺😊🙂👋🙋🤗]*$/u
const THANKS_SIGNS = /^[🙏👍👌❤♥💕💖😊🙂😀😁☺🥰😍🎉✅💯🤝👏]+$/u
const YES_SIGNS = /^[👍👌✅🙏🙋]+$/u
const NO_SIGNS = /^[👎🙅❌]+$/u

let builtIn: Lexicon | undefined
const adapted = new WeakMap<Policy['words'], Lexicon>()

/** The words that ask for a person, quoted from the text; undefined when it does not. */
export function asksForPerson(text: string, words?: Policy['words']): { quote: string } | undefined {
  const lexicon = lexiconFor(words)
  const found = wordsOf(text)
  if (found.length === 1 && found[0]?.text === '0') return { quote: text.trim() }
  const spans = spansIn(lexicon, found)
  if (isBare(found, spans)) return { quote: text.trim() }
  const request = findRequest(lexicon, found, spans)
  return request ? { quote: quoteOf(text, found, request) } : undefined
}

/** Whether a message is nothing but a greeting, or nothing but thanks. */
export function courtesyOf(text: string): 'greeting' | 'thanks' | undefined {
  const signs = text.replace(DRESS, '')
  if (GREETING_SIGNS.test(signs)) return 'greeting'
  if (THANKS_SIGNS.test(signs)) return 'thanks'
  const found = wordsOf(text)
  if (found.length === 0 || found.length > SHORT) return undefined
  const spans = spansIn(lexiconFor(undefined), found)
  // First, because a greeting may be made of words that settle a matter ("你好" holds "好").
  if (covers(spans, ['greetings']).size > 0 && whole(found, spans, ['greetings', 'between'])) return 'greeting'
  const thanks = covers(spans, ['thanks', 'fine'])
  if (thanks.size > 0 && whole(found, spans, ['thanks', 'fine', 'greetings', 'polite', 'between', 'no']))
    return 'thanks'
  const greetings = covers(spans, ['greetings'])
  return greetings.size > 0 && whole(found, spans, ['greetings', 'polite', 'between']) ? 'greeting' : undefined
}

/** Whether a message is a plain yes. With a language, its words win where another language means the opposite. */
export function saysYes(text: string, language?: string): boolean {
  return YES_SIGNS.test(text.replace(DRESS, '')) || leansTo(text, 'yes', 'no', language)
}

/** Whether a message is a plain no. */
export function saysNo(text: string, language?: string): boolean {
  return NO_SIGNS.test(text.replace(DRESS, '')) || leansTo(text, 'no', 'yes', language)
}

function leansTo(text: string, role: 'yes' | 'no', opposite: 'yes' | 'no', language?: string): boolean {
  const found = wordsOf(text)
  if (found.length === 0 || found.length > SHORT) return false
  const base = language?.split('-')[0]
  const spans = spansIn(lexiconFor(undefined), found)
  const own = (span: Span) => span.language === base
  const lean = spans.filter((span) => span.role === role && !contradicted(span, spans, opposite, own))
  const against = spans.some((span) => span.role === opposite && !contradicted(span, spans, role, own))
  if (lean.length === 0 || against) return false
  return whole(found, [...lean, ...spans.filter((span) => span.role !== role)], [role, 'polite', 'between', 'thanks'])
}

/** Inside a longer phrase that means the opposite ("not now"), or the opposite in the customer's own language. */
function contradicted(span: Span, spans: readonly Span[], by: Role, own: (span: Span) => boolean): boolean {
  return spans.some((one) => {
    if (one.role !== by || one.start > span.start || one.end < span.end) return false
    return one.end - one.start > span.end - span.start || (!own(span) && own(one))
  })
}

/** Nothing but "human", "agent please", "operator!!" */
function isBare(found: readonly Word[], spans: readonly Span[]): boolean {
  if (found.length === 0 || found.length > SHORT) return false
  const bare = covers(spans, ['bare'])
  if (bare.size === 0) return false
  const never = covers(spans, ['never', 'refuse', 'whether'])
  if (never.size > 0) return false
  const own = new Set(spans.filter((span) => span.role === 'bare').map((span) => span.language))
  const near = spans.filter((span) => span.role !== 'between' || own.has(span.language))
  // "Hi agent" only addresses somebody.
  const polite = covers(spans, ['polite']).size > 0
  return whole(found, near, polite ? ['bare', 'between', 'polite', 'greetings'] : ['bare', 'between'])
}

function whole(found: readonly Word[], spans: readonly Span[], roles: readonly Role[]): boolean {
  const covered = covers(spans, roles)
  return found.every((_, i) => covered.has(i))
}

function covers(spans: readonly Span[], roles: readonly Role[]): Set<number> {
  const covered = new Set<number>()
  for (const span of spans) {
    if (roles.includes(span.role)) for (let i = span.start; i < span.end; i++) covered.add(i)
  }
  return covered
}

/** The clause that asks, as the customer wrote it. */
function quoteOf(text: string, found: readonly Word[], [start, end]: [number, number]): string {
  const clause = found[start]?.clause
  const first = found.find((word) => word.clause === clause) ?? found[start]
  const last = found.findLast((word) => word.clause === clause) ?? found[end - 1]
  const sentence = text.slice(first?.start ?? 0, last?.end ?? text.length)
  return sentence.length <= 200 ? sentence : text.slice(found[start]?.start ?? 0, found[end - 1]?.end ?? text.length)
}

function lexiconFor(words: Policy['words'] | undefined): Lexicon {
  if (!words || Object.keys(words).length === 0) {
    builtIn ??= buildLexicon(languages)
    return builtIn
  }
  const known = adapted.get(words)
  if (known) return known
  const entries = Object.entries(words)
  const lexicon = buildLexicon(languages, {
    add: entries.flatMap(([, { add }]) => add),
    remove: entries.flatMap(([language, { remove }]) => remove.map((phrase) => ({ language, phrase }))),
  })
  adapted.set(words, lexicon)
  return lexicon
}
