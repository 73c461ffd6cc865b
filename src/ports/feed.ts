// Tells open pages that something changed. Lossy: whoever listens reads the store for the truth.

export type Change =
  | { kind: 'conversation'; conversationId: string; version: number; owner: string }
  | { kind: 'typing'; conversationId: string; from: 'bot' | 'staff'; name?: string }
  | { kind: 'files' }
  | { kind: 'health' }

export interface Feed {
  publish(change: Change): void
  /** Returns the way to stop. */
  watch(listener: (change: Change) => void): () => void
}
