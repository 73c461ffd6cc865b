// What the phrase list of one language holds. Plain words and phrases; matching.ts and request.ts know what they mean.

/**
 * Phrases are written as people type them: case, accents, punctuation and doubled spaces do not matter. A word that
 * ends in `*` stands for every word that begins so. Scripts without spaces are matched character by character.
 */
export interface LanguageWords {
  /** ISO 639-1. */
  language: string
  /** The verb stands after its object (German, Turkish, Hindi …): a person may come before any way of reaching one. */
  verbLast?: true
  /** Ways of reaching somebody; with a person after them, they ask for one: "talk to". */
  reach: readonly string[]
  /** Ways of reaching that may also follow the person: "is there a person I can talk to". */
  reachBack?: readonly string[]
  /** Ways of wanting; the person must be the very thing that is wanted: "get me". */
  want: readonly string[]
  /** Those who answer for the shop: "human", "agent", "customer service". */
  person: readonly string[]
  /** Vaguer names, which count only with a way of reaching: "someone", "support". */
  someone: readonly string[]
  /** What they do not want to talk to: "bot". */
  machine: readonly string[]
  /** Phrases that ask by themselves, wherever they stand. */
  asks: readonly string[]
  /** Words that ask when they are the whole message. */
  bare: readonly string[]
  /** Small words that may stand between a verb and the person. */
  between: readonly string[]
  /** What may follow a person who is wanted; anything else makes it part of another thing ("human hair"). */
  after: readonly string[]
  /** Words that part a verb from a person: "about", "said". */
  breaks: readonly string[]
  /** Before a request they undo it; before a machine they make one: "don't want". */
  refuse: readonly string[]
  /** Before a request they ask whether, not for: "are you", "do I have to". */
  whether: readonly string[]
  /** Before a machine they make a request; elsewhere they mean nothing: "no more". */
  rejects: readonly string[]
  /** Phrases in which a word of the lists above means something else: "travel agent". */
  never: readonly string[]
  /** Words that look like a misspelling of a word above and are none. */
  lookalikes?: readonly string[]
  greetings: readonly string[]
  thanks: readonly string[]
  /** "ok", "perfect": the matter is settled. */
  fine: readonly string[]
  yes: readonly string[]
  no: readonly string[]
  polite: readonly string[]
}

/** The roles that a phrase can have: the lists of a language. */
export type Role = Exclude<keyof LanguageWords, 'language' | 'verbLast'>
