// How well words fit each language in Latin script: learned from the profiles when first asked.
import { PROFILES } from './profiles.ts'
import { rawStopWords } from './stop-words.ts'

export const KNOWN: readonly string[] = Object.keys(PROFILES)

/** Rows of one number for each language of `KNOWN`, so that one look-up serves all of them. */
interface Table {
  rows: Float64Array
  /** Where a key's row begins; a key that was never seen has the row at 0. */
  starts: Map<string | number, number>
}

interface Learned {
  /** Log probabilities of sequences of three letters, weighted. */
  sequences: Table
  /** What a known word adds: one "the" says more than its letters. */
  words: Table
}

const SEQUENCE_WEIGHT = 0.3
const WORD_WEIGHT = 1.6

let learned: Learned | undefined

/** Log-likelihoods of lower-case words, by language in the order of `KNOWN`. */
export function likelihoods(words: readonly string[]): Float64Array {
  learned ??= learn()
  const { sequences, words: known } = learned
  const sums = new Float64Array(KNOWN.length)
  for (const word of words) {
    add(sums, known, word)
    for (let i = 0; i < word.length; i++) add(sums, sequences, sequenceAt(word, i))
  }
  return sums
}

function add(sums: Float64Array, { rows, starts }: Table, key: string | number): void {
  const start = starts.get(key) ?? 0
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (rows[start + i] ?? 0)
}

/** The letters around the one at `i` as one number, a space standing before and after the word. */
function sequenceAt(word: string, i: number): number {
  const before = i === 0 ? 32 : word.charCodeAt(i - 1)
  const after = i + 1 === word.length ? 32 : word.charCodeAt(i + 1)
  return ((before & 1023) << 20) | ((word.charCodeAt(i) & 1023) << 10) | (after & 1023)
}

function learn(): Learned {
  const words = new Map<string, Float64Array>()
  const sequences = new Map<number, Float64Array>()
  const totals = new Float64Array(KNOWN.length)
  for (const [language, name] of KNOWN.entries()) {
    const own = (PROFILES[name] ?? '').split(/\s+/)
    for (const word of new Set([...own, ...rawStopWords(name).map((one) => one.toLowerCase())])) {
      rowOf(words, word)[language] = WORD_WEIGHT
      for (let i = 0; i < word.length; i++) {
        const counts = rowOf(sequences, sequenceAt(word, i))
        counts[language] = (counts[language] ?? 0) + 1
        totals[language] = (totals[language] ?? 0) + 1
      }
    }
  }
  // Half a sighting for each of some 4,000 sequences that a language has.
  const logOf = (count: number, language: number): number =>
    SEQUENCE_WEIGHT * Math.log((count + 0.5) / ((totals[language] ?? 0) + 2000))
  const nothing = new Float64Array(KNOWN.length)
  for (const counts of sequences.values()) counts.set(counts.map(logOf))
  return { sequences: tableOf(nothing.map(logOf), sequences), words: tableOf(nothing, words) }
}

function rowOf<Key>(map: Map<Key, Float64Array>, key: Key): Float64Array {
  const known = map.get(key) ?? new Float64Array(KNOWN.length)
  map.set(key, known)
  return known
}

function tableOf(unseen: Float64Array, known: ReadonlyMap<string | number, Float64Array>): Table {
  const rows = new Float64Array((known.size + 1) * KNOWN.length)
  rows.set(unseen)
  const starts = new Map<string | number, number>()
  for (const [key, row] of known) {
    const start = (starts.size + 1) * KNOWN.length
    starts.set(key, start)
    rows.set(row, start)
  }
  return { rows, starts }
}
