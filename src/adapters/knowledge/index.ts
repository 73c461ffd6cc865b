// Here is the list: the knowledge formats that can be read, and the reader of a file by its extension.
import type { Reader } from '../../ports/reader.ts'
import { csv } from './csv.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { plainText } from './plain-text.ts'

export const readers: readonly Reader[] = [markdown, plainText, csv, json, html]

/** The reader of a file, or undefined when nobody reads its kind. */
export function readerOf(source: string): Reader | undefined {
  const extension = /\.[^./]+$/.exec(source)?.[0]?.toLowerCase()
  return readers.find(({ extensions }) => extension !== undefined && extensions.includes(extension))
}
