// An answer not yet sent, with its citations and what its writer reported about the turn.

/** A passage that backs the answer. `quote` is verbatim text of that passage. */
export interface Citation {
  passageId: string
  source: string
  place: string
  title: string
  link?: string
  quote: string
}

/** How the customer sounds, −1 (furious) to 1 (delighted), as the model reports it. */
export interface Mood {
  sentiment: number
  /** 0 (whenever) to 1 (now). */
  urgency: number
}

export interface Draft {
  text: string
  citations: readonly Citation[]
  /** Whether its writer found the answer in the passages. */
  answerable: 'yes' | 'partly' | 'no'
  /** The writer's own estimate that the draft is right, 0 to 1; absent without a model. */
  selfReport?: number
  /** A few words naming what the customer wants; absent without a model. */
  intent?: string
  mood?: Mood
  /** BCP 47, as reported. */
  language?: string
  /** The model understood the turn as a request for a person. */
  wantsPerson?: boolean
  /** Who wrote it: the name of the model, or `quote` for the best passage quoted. */
  by: string
  /** Prompt and answer tokens as the server counted them; absent without a model. */
  usage?: { prompt: number; answer: number }
}
