// A knowledge format: bytes of one file to entries, or to the reasons why not.
import type { Entry, Problem } from '../core/knowledge/passage.ts'

export interface ReadFile {
  /** The file's own title, if it has one. */
  title?: string
  language?: string
  entries: readonly Entry[]
  /** With any `refused` problem, the entries are not used. */
  problems: readonly Omit<Problem, 'source'>[]
}

/** Never throws for bad content: that is a problem with a line. `source` is the relative path, for titles. */
export interface Reader {
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  read(bytes: Uint8Array, source: string): Promise<ReadFile>
}
