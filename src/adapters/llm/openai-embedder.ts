// Embeddings from any server that speaks OpenAI's protocol.
import type { OpenAI } from 'openai'
import type { Embedder } from '../../ports/language-model.ts'
import { failed } from './failures.ts'
import { lazyClient, type OpenAIServer } from './openai.ts'
import { openaiSubject } from './openai-model.ts'

export interface OpenAIEmbedderOptions extends OpenAIServer {
  model: string
  /** Texts of one request; 128 by default. */
  batch?: number
}

/** Longer texts are cut: models refuse what is beyond their window, and what stands that far back tells little. */
const MOST_CHARS = 8000

export function createOpenAIEmbedder(options: OpenAIEmbedderOptions): Embedder {
  const { model, batch = 128 } = options
  const client = lazyClient(options)
  const subject = openaiSubject(options, 'embeddings', 'OPENAI_EMBEDDING_MODEL')
  // Base64 is a quarter of the bytes; only the public service is sure to know it.
  const format = options.baseUrl === undefined ? 'base64' : 'float'
  return {
    name: model,
    async embed(texts, signal) {
      try {
        const openai = await client()
        const vectors: Float32Array[] = []
        for (let at = 0; at < texts.length; at += batch) {
          signal.throwIfAborted()
          const input = texts.slice(at, at + batch).map((text) => text.slice(0, MOST_CHARS) || ' ')
          const answer = await openai.embeddings.create({ model, input, encoding_format: format }, { signal })
          vectors.push(...readVectors(answer, input.length))
        }
        return vectors
      } catch (error) {
        throw failed(error, subject, signal)
      }
    },
  }
}

/** In the order of the texts, whatever order the server chose. */
function readVectors(answer: OpenAI.CreateEmbeddingResponse, expected: number): Float32Array[] {
  const data = Array.isArray(answer.data) ? [...answer.data].sort((a, b) => a.index - b.index) : []
  if (data.length !== expected) throw new SyntaxError(`${data.length} vectors for ${expected} texts`)
  const vectors = data.map(({ embedding }) => toUnit(decode(embedding)))
  const [first] = vectors
  if (vectors.some((vector) => vector.length === 0 || vector.length !== first?.length))
    throw new SyntaxError('uneven vectors')
  return vectors
}

function decode(embedding: unknown): Float32Array {
  if (typeof embedding !== 'string') return Float32Array.from(Array.isArray(embedding) ? embedding : [])
  const bytes = Buffer.from(embedding, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

function toUnit(vector: Float32Array): Float32Array {
  let sum = 0
  for (const value of vector) sum += value * value
  const length = Math.sqrt(sum)
  if (!(length > 0) || !Number.isFinite(length)) throw new SyntaxError('a vector without length')
  return vector.map((value) => value / length)
}
