// The searchable form of all passages of one language: flat arrays that a worker thread can hand over without copying.
import type { Passage } from '../../../core/knowledge/passage.ts'

/** Postings are in rows: those of term `t` are from `starts[t]` up to `starts[t + 1]`. */
export interface ShardData {
  language: string
  /** For each passage of the shard, its number in the segment. */
  docs: Uint32Array
  /** Terms joined by newlines; a term's number is its place. */
  vocabulary: string
  starts: Uint32Array
  postDocs: Uint32Array
  /** How often a term stands in title, questions and headings, and in the text; 255 at most. */
  postHead: Uint8Array
  postBody: Uint8Array
  headLengths: Uint16Array
  bodyLengths: Uint16Array
  /** Which letters each term has, as bits, so that spelling looks only at terms that can be near. */
  letters: Uint32Array
  /** Letter sequences (hashed, ascending) of the phrases: titles and questions. */
  grams: Uint32Array
  gramStarts: Uint32Array
  gramPhrases: Uint32Array
  /** Share of the phrase's unit vector. */
  gramWeights: Float32Array
  gramRarity: Float32Array
  /** The passage (in the shard) of each phrase. */
  phraseDocs: Uint32Array
}

export interface Shard extends ShardData {
  /** Term to its number. */
  terms: Map<string, number>
  headTotal: number
  bodyTotal: number
}

/** Passages of all languages as they were when it was built; passages that changed since are dead. */
export interface Segment {
  passages: readonly Passage[]
  shards: readonly Shard[]
  /** 1 for each passage that must not be found any more. */
  dead: Uint8Array
}

export const EMPTY: Segment = { passages: [], shards: [], dead: new Uint8Array(0) }

export function openShard(data: ShardData): Shard {
  const words = data.vocabulary === '' ? [] : data.vocabulary.split('\n')
  const terms = new Map(words.map((term, number) => [term, number]))
  return { ...data, terms, headTotal: sum(data.headLengths), bodyTotal: sum(data.bodyLengths) }
}

/** What can be handed to another thread instead of being copied. */
export function buffersOf(data: ShardData): ArrayBuffer[] {
  return Object.values(data).flatMap((value) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  )
}

function sum(numbers: Uint16Array): number {
  return numbers.reduce((total, number) => total + number, 0)
}
