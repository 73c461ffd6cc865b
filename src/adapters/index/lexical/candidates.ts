// The passages worth ranking: the best by words and the best by letter sequences, of every language in the index.
import type { Passage } from '../../../core/knowledge/passage.ts'
import type { Query } from '../../../ports/passage-index.ts'
import { type Asked, score, understand } from './score.ts'
import type { Segment, Shard } from './shard.ts'

export interface Candidate {
  passage: Passage
  /** Word score over its attainable maximum, so that languages of different size compare. */
  words: number
  /** Bits: which of the question's terms it has. */
  has: number
  /** Cosine of its nearest title or question. */
  letters: number
  /** Cosine of its embedding; only with embeddings. */
  dense?: number
  asked: Asked
}

/** Best passages kept from each ranking of each shard. */
const MOST = 60

type Analyse = (text: string, language: string) => string[]

/** Every language reads the question in its own way: a Spanish entry is found by Spanish stems, whoever asks. */
export function candidatesFor(query: Query, segments: readonly Segment[], analyse: Analyse): Candidate[] {
  const languages = new Set(segments.flatMap(({ shards }) => shards.map(({ language }) => language)))
  const base = query.language.split('-')[0]
  return [...languages].flatMap((language) => {
    const pairs = segments.flatMap((segment) =>
      segment.shards.filter((shard) => shard.language === language).map((shard) => ({ segment, shard })),
    )
    const asked = understand(
      analyse(query.text, language),
      pairs.map(({ shard }) => shard),
    )
    const factor = language === base ? 1 : OTHER_LANGUAGE
    return pairs.flatMap(({ segment, shard }) => ofShard(query, segment, shard, asked, factor))
  })
}

/** A passage in another language than the question's must be clearly better to win: names and numbers hit everywhere. */
const OTHER_LANGUAGE = 0.85

function ofShard(query: Query, segment: Segment, shard: Shard, asked: Asked, factor: number): Candidate[] {
  const { words, has, letters } = score(query.text, asked, shard)
  const usable = (doc: number): boolean => {
    const number = shard.docs[doc] ?? 0
    return segment.dead[number] !== 1 && (segment.passages[number]?.validUntil ?? Infinity) >= query.now
  }
  const chosen = new Set([...best(words, usable), ...best(letters, usable)])
  return [...chosen].flatMap((doc) => {
    const passage = segment.passages[shard.docs[doc] ?? 0]
    if (!passage) return []
    const ratio = asked.attainable > 0 ? (words[doc] ?? 0) / asked.attainable : 0
    return [{ passage, words: ratio * factor, has: has[doc] ?? 0, letters: (letters[doc] ?? 0) * factor, asked }]
  })
}

/** The numbers of the highest scores above zero, in no order. Few scores beat the least one kept, so this is one pass. */
function best(scores: Float32Array, usable: (doc: number) => boolean): number[] {
  const kept: number[] = []
  let least = 0
  for (let doc = 0; doc < scores.length; doc++) {
    const score = scores[doc] ?? 0
    if (score <= least || !usable(doc)) continue
    let at = kept.length
    while (at > 0 && (scores[kept[at - 1] ?? 0] ?? 0) < score) at--
    kept.splice(at, 0, doc)
    if (kept.length > MOST) kept.pop()
    if (kept.length === MOST) least = scores[kept[MOST - 1] ?? 0] ?? 0
  }
  return kept
}
