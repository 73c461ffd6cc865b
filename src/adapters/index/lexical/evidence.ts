// The named numbers of one search, as the Evidence type defines them.
import type { Evidence } from '../../../core/knowledge/evidence.ts'
import { entryOf, type Ranked } from './rank.ts'
import type { Asked, QueryTerm } from './score.ts'

type Analyse = (text: string, language: string) => string[]

/** `ranked` is best first. Empty for a search that found nothing. */
export function evidenceOf(ranked: readonly Ranked[], analyse: Analyse): Evidence {
  const [best] = ranked
  if (!best) return {}
  const { asked } = best
  const entry = entryOf(best)
  const sameEntry = ranked.filter((one) => entryOf(one) === entry)
  const next = ranked.find((one) => entryOf(one) !== entry)
  const has = sameEntry.slice(0, 5).reduce((bits, one) => bits | one.has, 0)
  const margin = best.score - (next?.score ?? 0)
  return {
    ratio: most(ranked, 'words').words,
    chars: best.letters,
    coverage: share(asked, (_, bit) => (best.has & (1 << bit)) !== 0),
    answerCoverage: share(asked, (_, bit) => (has & (1 << bit)) !== 0),
    unknown: share(asked, ({ meant }) => meant.length === 0),
    margin,
    relativeMargin: best.score > 0 ? margin / best.score : 0,
    agreement: agree(ranked) ? 1 : 0,
    reverseCoverage: reverse(best, analyse),
    votes: ranked.slice(0, 10).filter((one) => entryOf(one) === entry).length / Math.min(10, ranked.length),
    z: standing(ranked.slice(0, 20).map(({ score }) => score)),
    logLength: Math.log(1 + asked.terms.length),
    maxIdf: rarest(best),
    ...denseEvidence(best, next),
  }
}

function most(ranked: readonly Ranked[], by: 'words' | 'letters'): Ranked {
  return ranked.reduce((top, one) => (one[by] > top[by] ? one : top))
}

/** Idf-weighted share of the question's terms. */
function share({ terms }: Asked, counts: (term: QueryTerm, bit: number) => boolean): number {
  const all = terms.reduce((sum, { idf }) => sum + idf, 0)
  const some = terms.reduce((sum, term, bit) => sum + (counts(term, bit) ? term.idf : 0), 0)
  return all > 0 ? some / all : 0
}

function agree(ranked: readonly Ranked[]): boolean {
  const byWords = entryOf(most(ranked, 'words'))
  if (byWords !== entryOf(most(ranked, 'letters'))) return false
  if (ranked.every(({ dense }) => dense === undefined)) return true
  return byWords === entryOf(ranked.reduce((top, one) => ((one.dense ?? -1) > (top.dense ?? -1) ? one : top)))
}

/** How much of what the entry says it answers was asked; of its questions (or its title), the one asked most fully. */
function reverse({ passage, asked }: Ranked, analyse: Analyse): number {
  const words = new Set(asked.terms.flatMap(({ meant }) => meant.map(({ term }) => term)))
  const phrases = passage.questions.length > 0 ? passage.questions : [passage.title]
  const shares = phrases.map((phrase) => {
    const terms = [...new Set(analyse(phrase, passage.language ?? 'en'))]
    return terms.length === 0 ? 0 : terms.filter((term) => words.has(term)).length / terms.length
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
