// Holds a model's draft against its passages. The model says what it likes; what counts is decided here.

import type { Hit } from '../knowledge/evidence.ts'
import { excerpt } from '../knowledge/excerpt.ts'
import type { Passage } from '../knowledge/passage.ts'
import { cleanText } from '../message.ts'
import type { Citation, Draft } from './draft.ts'
import { unsupportedFacts } from './facts.ts'
import { claimsToBeHuman } from './human-claims.ts'
import { locate } from './locate.ts'
import type { ModelDraft } from './structure.ts'
import { supportOf } from './support.ts'

export interface Grounded {
  draft: Draft
  /** There is a quote, and every quote stands in its passage. */
  quotesHold: boolean
  /** Share of the answer's words that the cited passages carry, 0 to 1. */
  support: number
  /** Plain words, for the log. Any of them that makes the answer unusable has set `answerable` to `no`. */
  problems: string[]
}

/** Taken when the answer is in another language than its passages: their words cannot be compared. */
const FOREIGN_SUPPORT = 0.7

/** `used` are the passages of the prompt in their order, `turn` the customer's messages, `by` the model's name. */
export function groundDraft(
  written: ModelDraft,
  used: readonly Passage[],
  turn: readonly string[],
  by: string,
): Grounded {
  const { quotes, ...report } = written
  const text = plainAnswer(written.text)
  const problems: string[] = []
  const citations = cite(quotes, used, problems)
  const quotesHold = quotes.length > 0 && problems.length === 0
  const cited = used.filter((passage) => citations.some((citation) => citation.passageId === passage.id))
  const sources = cited.map((passage) =>
    [...passage.headings, passage.title, ...passage.questions, passage.text, passage.link ?? ''].join('\n'),
  )
  const grave: string[] = []
  if (written.answerable !== 'no') {
    if (text === '') grave.push('The answer is empty.')
    if (citations.length === 0) grave.push('No passage backs the answer.')
    for (const fact of unsupportedFacts(text, [...sources, ...turn]))
      grave.push(`"${fact}" stands in no cited passage.`)
    if (claimsToBeHuman(text)) grave.push('The answer claims to be human.')
  }
  const answerable = grave.length > 0 ? 'no' : written.answerable
  const foreign = isForeign(written.language, cited)
  return {
    draft: { ...report, text, citations, answerable, by },
    quotesHold,
    support: foreign ? FOREIGN_SUPPORT : supportOf(text, sources, turn),
    problems: [...problems, ...grave],
  }
}

/** The answer without a model: the best passage in its own words, whole if it is short, else around the words asked for. */
export function quoteAnswer(hit: Hit, words: readonly string[], maxChars = 480): Draft {
  const { passage } = hit
  const text = excerpt(passage.text, words, maxChars)
  return { text, citations: [citationOf(passage, text)], answerable: 'yes', by: 'quote' }
}

/** The passage as a citation, with verbatim words of it. */
export function citationOf(passage: Passage, quote: string): Citation {
  const { id, source, place, title, link } = passage
  return { passageId: id, source, place, title, ...(link === undefined ? {} : { link }), quote }
}

function cite(quotes: ModelDraft['quotes'], used: readonly Passage[], problems: string[]): Citation[] {
  const citations: Citation[] = []
  for (const { passage: number, text } of quotes) {
    const passage = used[number - 1]
    const quote = passage && (locate(passage.text, text) ?? passage.questions.map((q) => locate(q, text)).find(Boolean))
    if (passage === undefined) problems.push(`There is no passage ${number}.`)
    else if (quote === undefined) problems.push(`Passage ${number} does not say "${text.slice(0, 80)}".`)
    else if (!citations.some((one) => one.passageId === passage.id && one.quote === quote))
      citations.push(citationOf(passage, quote))
  }
  return citations
}

/** What customers may see of it: no references to passages, no tags of the prompt, no image that a page would load. */
function plainAnswer(text: string): string {
  return cleanText(
    text
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/\s?\[\d{1,2}\]/g, '')
      .replace(/<\/?(?:passages|history|messages|\d{1,2})>/g, ''),
  )
}

function isForeign(language: string | undefined, cited: readonly Passage[]): boolean {
  const base = (tag: string) => tag.split('-')[0]
  return (
    language !== undefined &&
    cited.length > 0 &&
    cited.every((one) => one.language !== undefined && base(one.language) !== base(language))
  )
}
