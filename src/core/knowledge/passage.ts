// A piece of knowledge with its source and place: what is searched, cited and sent to the model.

/** One entry of a knowledge file, as its reader found it. */
export interface Entry {
  /** Unique in its file: a heading's slug, a row number or `id`. */
  place: string
  /** What a customer may be shown as the source; never a path. */
  title: string
  /** The questions it answers, if it says so; may be empty. */
  questions: readonly string[]
  /** The answer, plain text with paragraphs. */
  text: string
  /** BCP 47; absent when the file does not say and it could not be told. */
  language?: string
  /** Epoch milliseconds after which it is not used. */
  validUntil?: number
  audience?: string
  /** A public address of the same text, if the entry names one (http or https). */
  link?: string
  /** The headings above it in its file, outermost first; the file's title is not among them. */
  headings?: readonly string[]
  /** The line of the file where it begins, from 1. */
  line: number
}

/** A searchable piece of an entry; `source` is the file's path relative to the knowledge folder, with `/`. */
export interface Passage extends Entry {
  /** `source#place`, with `~n` when an entry was split. */
  id: string
  source: string
  /** The file's title and the headings above the entry, outermost first. */
  headings: readonly string[]
}

/** What is wrong with a file the merchant wrote. A `refused` file is not read; its last good version serves. */
export interface Problem {
  /** Path relative to the folder it is in, with `/`. */
  source: string
  /** From 1; absent when the whole file is meant. */
  line?: number
  severity: 'refused' | 'warning'
  /** Plain words: what is wrong and what to do. */
  reason: string
}
