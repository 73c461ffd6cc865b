// The vectors of the passages: made in batches where they are missing, kept by what they were made from.
import { createHash } from 'node:crypto'
import type { Passage } from '../../../core/knowledge/passage.ts'
import type { Embedder } from '../../../ports/language-model.ts'
import { createVectorFile } from './vector-file.ts'

/** Longest wait for one batch of passages, in ms. */
const BATCH_MS = 60_000
const BATCH = 128

export interface Vectors {
  /** Embeds what is missing; rejects as the embedder does, and keeps what was made until then. */
  make(passages: readonly Passage[], signal: AbortSignal): Promise<void>
  vectors(): ReadonlyMap<Passage, Float32Array>
  /** What is still to be done, in words; undefined when all is done. */
  unfinished(): string | undefined
}

export function createVectors(embedder: Embedder, cacheFile: string | undefined): Vectors {
  const file = cacheFile === undefined ? undefined : createVectorFile(cacheFile)
  let cache: Map<string, Float32Array> | undefined
  let made: ReadonlyMap<Passage, Float32Array> = new Map()
  let missing = 0

  const embed = async (
    texts: ReadonlyMap<string, string>,
    known: Map<string, Float32Array>,
    signal: AbortSignal,
  ): Promise<void> => {
    const waiting = [...texts]
    for (let at = 0; at < waiting.length; at += BATCH) {
      const batch = waiting.slice(at, at + BATCH)
      const limit = AbortSignal.any([signal, AbortSignal.timeout(BATCH_MS)])
      const vectors = await embedder.embed(
        batch.map(([, text]) => text),
        limit,
      )
      const added = new Map(batch.flatMap(([key], i) => (vectors[i] ? [[key, vectors[i]] as const] : [])))
      for (const [key, vector] of added) known.set(key, vector)
      missing -= batch.length
      // The file only saves work: a full disk must not cost the customer the search.
      await file?.add(added).catch(() => undefined)
    }
  }

  return {
    async make(passages, signal) {
      const known = cache ?? (await file?.load()) ?? new Map<string, Float32Array>()
      cache = known
      const keys = new Map(passages.map((passage) => [passage, keyOf(embedder.name, textOf(passage))]))
      const texts = new Map(
        [...keys].filter(([, key]) => !known.has(key)).map(([passage, key]) => [key, textOf(passage)]),
      )
      missing = texts.size
      try {
        await embed(texts, known, signal)
      } finally {
        made = new Map([...keys].flatMap(([passage, key]) => entry(passage, known.get(key))))
      }
      const used = new Set(keys.values())
      if (known.size > 2 * used.size + 100) {
        for (const key of known.keys()) if (!used.has(key)) known.delete(key)
        await file?.replace(known).catch(() => undefined)
      }
    },
    vectors: () => made,
    unfinished: () =>
      missing > 0 ? `Embeddings of ${missing} passages are still being made; searching by words.` : undefined,
  }
}

function entry(passage: Passage, vector: Float32Array | undefined): [Passage, Float32Array][] {
  return vector ? [[passage, vector]] : []
}

function textOf({ headings, title, questions, text }: Passage): string {
  return [...new Set([...headings, title, ...questions]), text].join('\n')
}

function keyOf(model: string, text: string): string {
  return createHash('sha256').update(`${model}\n${text}`).digest('hex')
}
