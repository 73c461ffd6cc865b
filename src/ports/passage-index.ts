// Where passages are found again. Returns candidates and the evidence of the search; deciding is core's.
import type { Found } from '../core/knowledge/evidence.ts'
import type { Passage } from '../core/knowledge/passage.ts'

export interface Query {
  text: string
  /** BCP 47 of the customer's words. */
  language: string
  /** Most hits wanted. */
  limit: number
  /** Epoch ms, for entries that are valid only until a date. */
  now: number
  /** Cancels the remote part (embeddings). */
  signal?: AbortSignal
}

/**
 * Changes are visible to searches when the promise resolves; a search meanwhile sees the state before, whole.
 * A failing remote part (embeddings) never fails a search: the result is lexical, and `degraded` says why.
 */
export interface PassageIndex {
  /** In one step, replaces all passages of the named sources; a source with no passages is removed. */
  update(changes: ReadonlyMap<string, readonly Passage[]>): Promise<void>
  search(query: Query): Promise<Found & { degraded?: string }>
  size(): number
  /** Languages of the passages, most frequent first. */
  languages(): readonly string[]
  close(): Promise<void>
}
