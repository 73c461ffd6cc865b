// Scores of one question against the shards of one language: words (BM25F) and letter sequences (cosine).
import { rarityIn } from './build.ts'
import { gramsOf } from './grams.ts'
import type { Shard } from './shard.ts'
import { type Meant, meantBy } from './spelling.ts'

/** BM25F. Questions and titles count more than the text, and their length hardly matters: an entry may have many. */
const K1 = 1.2
const HEAD_WEIGHT = 1.8
const HEAD_LENGTH = 0.3
const BODY_LENGTH = 0.6

/** A bit set keeps which words a passage has, so no more than this many count. */
const MOST_TERMS = 32

export interface QueryTerm {
  term: string
  /** Itself, or what was probably meant; empty when nothing is near. */
  meant: readonly Meant[]
  idf: number
}

export interface Asked {
  terms: readonly QueryTerm[]
  /** Twice the sum of the terms' idf: about what a perfect passage scores. */
  attainable: number
  stats: Stats
}

interface Stats {
  passages: number
  head: number
  body: number
}

/** The question's terms as this language's shards know them. */
export function understand(words: readonly string[], shards: readonly Shard[]): Asked {
  const stats = {
    passages: total(shards, ({ docs }) => docs.length),
    head: total(shards, ({ headTotal }) => headTotal),
    body: total(shards, ({ bodyTotal }) => bodyTotal),
  }
  const uses = (term: string): number => total(shards, (shard) => rowLength(shard, term))
  const idfOf = (count: number): number => Math.log(1 + (stats.passages - count + 0.5) / (count + 0.5))
  const all = [...new Set(words)].map((term): QueryTerm => {
    const count = uses(term)
    if (count > 0) return { term, meant: [{ term, weight: 1 }], idf: idfOf(count) }
    const meant = meantBy(term, shards)
    return { term, meant, idf: idfOf(Math.min(stats.passages, Math.max(0, ...meant.map((one) => uses(one.term))))) }
  })
  const terms = all.length <= MOST_TERMS ? all : all.toSorted((a, b) => b.idf - a.idf).slice(0, MOST_TERMS)
  return { terms, attainable: 2 * terms.reduce((sum, { idf }) => sum + idf, 0), stats }
}

export interface Scores {
  words: Float32Array
  /** Which of the question's terms each passage has, as bits. */
  has: Uint32Array
  letters: Float32Array
}

export function score(text: string, { terms, stats }: Asked, shard: Shard): Scores {
  const words = new Float32Array(shard.docs.length)
  const has = new Uint32Array(shard.docs.length)
  for (const [bit, { meant, idf }] of terms.entries()) {
    for (const { term, weight } of meant) addRow(shard, term, weight * idf, bit, stats, words, has)
  }
  return { words, has, letters: letterScores(text, shard) }
}

function addRow(
  shard: Shard,
  term: string,
  worth: number,
  bit: number,
  stats: Stats,
  words: Float32Array,
  has: Uint32Array,
): void {
  const number = shard.terms.get(term)
  if (number === undefined) return
  const { starts, postDocs, postHead, postBody, headLengths, bodyLengths } = shard
  const headMean = stats.head / stats.passages || 1
  const bodyMean = stats.body / stats.passages || 1
  const end = starts[number + 1] ?? 0
  for (let at = starts[number] ?? 0; at < end; at++) {
    const doc = postDocs[at] ?? 0
    const head = (postHead[at] ?? 0) / (1 - HEAD_LENGTH + HEAD_LENGTH * ((headLengths[doc] ?? 0) / headMean))
    const body = (postBody[at] ?? 0) / (1 - BODY_LENGTH + BODY_LENGTH * ((bodyLengths[doc] ?? 0) / bodyMean))
    const times = HEAD_WEIGHT * head + body
    words[doc] = (words[doc] ?? 0) + (worth * (K1 + 1) * times) / (K1 + times)
    has[doc] = (has[doc] ?? 0) | (1 << bit)
  }
}

/** For each passage, the cosine with the nearest of its phrases. */
function letterScores(text: string, shard: Shard): Float32Array {
  const { gramStarts, gramPhrases, gramWeights, gramRarity, phraseDocs, docs } = shard
  const phrases = new Float32Array(phraseDocs.length)
  let norm = 0
  for (const [gram, times] of gramsOf(text)) {
    const number = findGram(shard.grams, gram)
    const rarity = number < 0 ? rarityIn(phraseDocs.length, 1) : (gramRarity[number] ?? 0)
    const weight = (1 + Math.log(times)) * rarity
    norm += weight * weight
    if (number < 0) continue
    const end = gramStarts[number + 1] ?? 0
    for (let at = gramStarts[number] ?? 0; at < end; at++) {
      const phrase = gramPhrases[at] ?? 0
      phrases[phrase] = (phrases[phrase] ?? 0) + weight * (gramWeights[at] ?? 0)
    }
  }
  const best = new Float32Array(docs.length)
  const length = Math.sqrt(norm) || 1
  for (let phrase = 0; phrase < phrases.length; phrase++) {
    const doc = phraseDocs[phrase] ?? 0
    const cosine = (phrases[phrase] ?? 0) / length
    if (cosine > (best[doc] ?? 0)) best[doc] = cosine
  }
  return best
}

export function findGram(grams: Uint32Array, gram: number): number {
  let low = 0
  let high = grams.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = grams[middle] ?? 0
    if (value === gram) return middle
    if (value < gram) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function rowLength(shard: Shard, term: string): number {
  const number = shard.terms.get(term)
  return number === undefined ? 0 : (shard.starts[number + 1] ?? 0) - (shard.starts[number] ?? 0)
}

function total(shards: readonly Shard[], of: (shard: Shard) => number): number {
  return shards.reduce((sum, shard) => sum + of(shard), 0)
}
