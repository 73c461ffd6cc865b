// Embeddings without a model: words and letter triples hashed into a vector, so that like texts are near each other.
import type { EmbeddingRequest } from './wire.ts'

const DEFAULT_DIMENSIONS = 256

/** A unit vector of the text, the same every time. */
export function hashedVector(text: string, dimensions = DEFAULT_DIMENSIONS): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    add(vector, word, 2)
    const marked = `^${word}$`
    for (let at = 0; at + 3 <= marked.length; at++) add(vector, marked.slice(at, at + 3), 1)
  }
  const length = Math.hypot(...vector)
  if (length === 0) vector[0] = 1
  else for (let at = 0; at < dimensions; at++) vector[at] = (vector[at] ?? 0) / length
  return vector
}

export function embeddingResponse(request: EmbeddingRequest) {
  const texts = typeof request.input === 'string' ? [request.input] : request.input
  const data = texts.map((text, index) => {
    const vector = hashedVector(text, request.dimensions)
    const embedding = request.encoding_format === 'base64' ? Buffer.from(vector.buffer).toString('base64') : [...vector]
    return { object: 'embedding', index, embedding }
  })
  const tokens = Math.ceil(texts.join('').length / 4)
  return { object: 'list', model: request.model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } }
}

function add(vector: Float32Array, feature: string, weight: number): void {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193) >>> 0
  const place = hash % vector.length
  vector[place] = (vector[place] ?? 0) + (hash & 0x40000000 ? weight : -weight)
}
