// The named numbers of one search, as the Evidence type defines them.
import type { Evidence } from '../../../core/knowledge/evidence.ts'
import { entryOf, type Ranked } from './rank.ts'
import type { Asked, QueryTerm } from './score.ts'

type Analyse = (text: string, language: string) => string[]

/** A search that found nothing measured that, which is not the same as measuring nothing. */
const NOTHING: Evidence = { ratio: 0, coverage: 0, answerCoverage: 0, unknown: 1, margin: 0, relativeMargin: 0 }

/** `ranked` is best first. */
export function evidenceOf(ranked: readonly Ranked[], analyse: Analyse): Evidence {
  const [best] = ranked
  if (!best) return NOTHING
  const { asked } = best
  const entry = entryOf(best)
  const sameEntry = ranked.filter((one) => entryOf(one) === entry)
  const next = ranked.find((one) => entryOf(one) !== entry)
  const has = sameEntry.slice(0, 5).reduce((bits, one) => bits | one.has, 0)
  const margin = best.score - (next?.score ?? 0)
  return {
    ratio: most(ranked, 'words').words,
    coverage: share(asked, (_, bit) => bitOf(best.has, bit)),
    answerCoverage: share(asked, (_, bit) => bitOf(has, bit)),
    unknown: share(asked, ({ meant }) => 1 - Math.max(0, ...meant.map(({ weight }) => weight))),
    margin,
    relativeMargin: best.score > 0 ? margin / best.score : 0,
    votes: ranked.slice(0, 10).filter((one) => entryOf(one) === entry).length / Math.min(10, ranked.length),
    z: standing(ranked.slice(0, 20).map(({ score }) => score)),
    logLength: Math.log(1 + asked.terms.length),
    maxIdf: rarest(best),
    ...phraseEvidence(ranked, best, analyse),
    ...denseEvidence(best, next),
  }
}

/**
 * What compares the question with the entry's own questions. An entry that has none, and whose title was not asked for,
 * cannot be compared: a title of one word says little of what is under it. Then these numbers are absent.
 */
function phraseEvidence(
  ranked: readonly Ranked[],
  best: Ranked,
  analyse: Analyse,
): Pick<Evidence, 'chars' | 'agreement' | 'reverseCoverage'> {
  const reverseCoverage = reverse(best, analyse)
  if (best.passage.questions.length === 0 && reverseCoverage <= 0.5) return {}
  return { chars: best.letters, agreement: agree(ranked) ? 1 : 0, reverseCoverage }
}

function most(ranked: readonly Ranked[], by: 'words' | 'letters'): Ranked {
  return ranked.reduce((top, one) => (one[by] > top[by] ? one : top))
}

/** Idf-weighted share of the question's terms, each counting from 0 to 1. */
function share({ terms }: Asked, counts: (term: QueryTerm, bit: number) => number): number {
  const all = terms.reduce((sum, { idf }) => sum + idf, 0)
  const some = terms.reduce((sum, term, bit) => sum + counts(term, bit) * term.idf, 0)
  return all > 0 ? some / all : 0
}

function bitOf(bits: number, bit: number): number {
  return (bits >>> bit) & 1
}

function agree(ranked: readonly Ranked[]): boolean {
  const byWords = entryOf(most(ranked, 'words'))
  if (byWords !== entryOf(most(ranked, 'letters'))) return false
  if (ranked.every(({ dense }) => dense === undefined)) return true
  return byWords === entryOf(ranked.reduce((top, one) => ((one.dense ?? -1) > (top.dense ?? -1) ? one : top)))
}

/**
 * How much of what the entry says it answers was asked; of its questions (or its title), the one asked most fully.
 * A phrase of one word is never more than half asked: "tomorrow" alone says little.
 */
function reverse({ passage, asked }: Ranked, analyse: Analyse): number {
  const words = new Set(asked.terms.flatMap(({ meant }) => meant.map(({ term }) => term)))
  const phrases = passage.questions.length > 0 ? passage.questions : [passage.title]
  const shares = phrases.map((phrase) => {
    const terms = [...new Set(analyse(phrase, passage.language ?? 'en'))]
    return terms.filter((term) => words.has(term)).length / Math.max(2, terms.length)
  })
  return Math.max(0, ...shares)
}

/** How far the best stands out, in standard deviations. */
function standing(scores: readonly number[]): number {
  const [best = 0] = scores
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length)
  return deviation > 0 ? (best - mean) / deviation : 0
}

/** The rarest term that the best passage has, against the rarest that there can be. */
function rarest({ asked, has }: Ranked): number {
  const idf = asked.terms.reduce((high, term, bit) => ((has & (1 << bit)) !== 0 ? Math.max(high, term.idf) : high), 0)
  const highest = Math.log(1 + (asked.stats.passages - 0.5) / 1.5)
  return highest > 0 ? Math.min(1, idf / highest) : 0
}

function denseEvidence(best: Ranked, next: Ranked | undefined): Pick<Evidence, 'dense' | 'denseMargin'> {
  if (best.dense === undefined) return {}
  return { dense: best.dense, denseMargin: best.dense - (next?.dense ?? 0) }
}
