// The writer of drafts. It returns a structure; it never holds a credential, picks an id, or sends.
import type { Prompt } from '../core/answer/prompt.ts'
import type { ModelDraft } from '../core/answer/structure.ts'
import type { Brief } from '../core/handoff/brief.ts'

export type { Prompt } from '../core/answer/prompt.ts'
/** Citations of a model's draft name passages by their number in the prompt, from 1. */
export type { ModelDraft } from '../core/answer/structure.ts'

/** The sentences a model may add to a brief. */
export type ModelBrief = Pick<Brief, 'wants' | 'mood' | 'opening'>

/**
 * Must honour the signal promptly (within 100 ms). Throws `DependencyFailed('model')` for anything that is not a
 * usable structure: refusals, garbage, cut-off answers, errors of the server. One call is one request, no retries
 * inside, except one for a connection that failed before the server answered.
 */
export interface LanguageModel {
  /** For logs and `doctor`. */
  readonly name: string
  /** `onProgress` is called when text begins to arrive. */
  draft(prompt: Prompt, signal: AbortSignal, onProgress?: () => void): Promise<ModelDraft>
  brief(prompt: Prompt, signal: AbortSignal): Promise<ModelBrief & { usage?: { prompt: number; answer: number } }>
  /** Asks the server whether it is there and knows the model; throws `DependencyFailed` with the remedy. */
  check(signal: AbortSignal): Promise<void>
}

export interface Embedder {
  readonly name: string
  /** Unit vectors, one per text, in order. Throws `DependencyFailed('embeddings')`. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>
}
