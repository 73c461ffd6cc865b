// Words of a language: how to cut and stem them, and which language a text is in. Synchronous, deterministic.

export interface Language {
  /** Folded, stemmed terms in order, stop words left out (question and negation words stay). */
  analyse(text: string, language: string): string[]
  /**
   * The language of a text as BCP 47 and how sure that is (0 to 1). `expected` are the languages that are likely
   * here, most likely first; a text too short to tell comes back as the first of them with a low sureness.
   */
  detect(text: string, expected?: readonly string[]): { language: string; sure: number }
  /**
   * URL of a module that exports `createLanguage(): Language`, which makes an equal one: a worker thread can have its
   * own. Absent: nobody can, and work stays in the thread that has this one.
   */
  readonly module?: string
}
