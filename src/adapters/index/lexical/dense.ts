// Embeddings beside the lexical index: only changed passages are embedded, and a failure never fails a search.
import type { Passage } from '../../../core/knowledge/passage.ts'
import type { Embedder } from '../../../ports/language-model.ts'
import type { Query } from '../../../ports/passage-index.ts'
import type { Candidate } from './candidates.ts'
import type { Segment } from './shard.ts'
import { createVectors } from './vectors.ts'

/** Longest wait for a question's embedding, in ms; the lexical result stands without it. */
const QUESTION_MS = 3000
/** Passages that only the embedding found, at most. */
const MOST = 50

/** After a failure, passages are tried again this much later, in ms. */
const AGAIN_MS = 60_000

export interface Dense {
  /** Embeds what is new among these passages, in the background, and forgets all others. */
  follow(passages: readonly Passage[]): void
  ask(query: Query): Promise<{ vector?: Float32Array; degraded?: string }>
  /** The candidates with their cosines, and those that only the embeddings found. */
  add(candidates: readonly Candidate[], vector: Float32Array, query: Query, segments: readonly Segment[]): Candidate[]
  close(): Promise<void>
}

export function createDense(embedder: Embedder, cacheFile: string | undefined): Dense {
  const store = createVectors(embedder, cacheFile)
  const stop = new AbortController()
  let wanted: readonly Passage[] = []
  let tail = Promise.resolve()
  let trouble: { reason: string; at: number } | undefined

  const work = (): void => {
    tail = tail
      .then(() => store.make(wanted, stop.signal))
      .then(
        () => {
          trouble = undefined
        },
        (error: unknown) => {
          trouble = { reason: reasonOf(error), at: performance.now() }
        },
      )
  }

  return {
    follow(passages) {
      wanted = passages
      work()
    },
    async ask({ text, signal }) {
      if (trouble && performance.now() - trouble.at > AGAIN_MS) work()
      const missing = trouble?.reason ?? store.unfinished()
      if (store.vectors().size === 0) return missing === undefined ? {} : { degraded: missing }
      const limit = AbortSignal.timeout(QUESTION_MS)
      const made = embedder.embed([text], signal ? AbortSignal.any([signal, limit]) : limit)
      const [vector, failure] = await withLimit(made, limit)
      const degraded = failure ?? missing
      return { ...(vector ? { vector } : {}), ...(degraded === undefined ? {} : { degraded }) }
    },
    add(candidates, vector, query, segments) {
      const vectors = store.vectors()
      const have = new Set(candidates.map(({ passage }) => passage))
      return [
        ...candidates.map((one) => ({ ...one, ...defined(dot(vectors.get(one.passage), vector)) })),
        ...onlyDense(vectors, vector, query, segments, have, candidates[0]),
      ]
    },
    async close() {
      stop.abort()
      await tail
    },
  }
}

function onlyDense(
  vectors: ReadonlyMap<Passage, Float32Array>,
  vector: Float32Array,
  query: Query,
  segments: readonly Segment[],
  have: ReadonlySet<Passage>,
  like: Candidate | undefined,
): Candidate[] {
  const live = segments.flatMap(({ passages, dead }) => passages.filter((_, i) => dead[i] !== 1))
  return live
    .filter((passage) => !have.has(passage) && (passage.validUntil ?? Infinity) >= query.now)
    .map((passage) => ({ passage, dense: dot(vectors.get(passage), vector) ?? -1 }))
    .toSorted((a, b) => b.dense - a.dense)
    .slice(0, MOST)
    .map((one) => ({ ...one, words: 0, has: 0, letters: 0, asked: like?.asked ?? NOTHING_ASKED }))
}

const NOTHING_ASKED = { terms: [], attainable: 0, stats: { passages: 0, head: 0, body: 0 } }

/** Ends at the limit even when the embedder does not listen to its signal. */
async function withLimit(
  made: Promise<Float32Array[]>,
  limit: AbortSignal,
): Promise<[Float32Array | undefined, string | undefined]> {
  const late = new Promise<never>((_, reject) =>
    limit.addEventListener('abort', () => reject(new Error('took too long')), { once: true }),
  )
  return Promise.race([made, late]).then(
    ([vector]) => [vector, vector ? undefined : 'The embeddings gave no vector.'],
    (error: unknown) => [undefined, reasonOf(error)],
  )
}

function reasonOf(error: unknown): string {
  return `Embeddings are out (${error instanceof Error ? error.message : String(error)}); searching by words alone.`
}

function defined(dense: number | undefined): { dense?: number } {
  return dense === undefined ? {} : { dense }
}

function dot(a: Float32Array | undefined, b: Float32Array): number | undefined {
  if (a?.length !== b.length) return undefined
  let sum = 0
  for (let i = 0; i < b.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
