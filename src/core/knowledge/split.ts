// Entries of a file to the passages that are searched: language told, long ones split, unsafe links gone.
import type { Entry, Passage } from './passage.ts'
import { sentencesOf } from './sentences.ts'

/** A file as its reader gives it. */
export interface EntriesOfFile {
  title?: string
  language?: string
  entries: readonly Entry[]
}

/** Longer texts are split, in characters: about what one prompt section and one chat bubble hold. */
export const MAX_PASSAGE = 900

/** Characters that are enough to tell an entry's language. */
const ENOUGH_TO_TELL = 120

/** Entries meant for staff are never shown to customers, so they are not searched for them. */
const NOT_FOR_CUSTOMERS = new Set(['staff', 'internal'])

/** `detect` tells the language of entries that do not say theirs; when it is unsure, the file's language counts. */
export function toPassages(
  source: string,
  file: EntriesOfFile,
  detect: (text: string) => { language: string; sure: number },
): Passage[] {
  const whole = file.language ?? detect(file.entries.map(wordsOf).join('\n').slice(0, 2000)).language
  return file.entries
    .filter((entry) => !NOT_FOR_CUSTOMERS.has(entry.audience ?? ''))
    .flatMap((entry) => passagesOf(source, file, entry, entry.language ?? file.language ?? told(entry, whole, detect)))
}

function passagesOf(source: string, file: EntriesOfFile, entry: Entry, language: string): Passage[] {
  const { link, ...rest } = entry
  const above = [file.title ?? '', ...(entry.headings ?? [])]
  const headings = above.filter(
    (heading, i) => heading !== '' && heading !== entry.title && above.indexOf(heading) === i,
  )
  const safe = link !== undefined && /^https?:\/\//i.test(link) ? { link } : {}
  const pieces = pack(entry.text)
  return pieces.map((text, i) => ({
    ...rest,
    ...safe,
    text,
    language,
    headings,
    source,
    id: pieces.length === 1 ? `${source}#${entry.place}` : `${source}#${entry.place}~${i + 1}`,
  }))
}

function told(entry: Entry, whole: string, detect: (text: string) => { language: string; sure: number }): string {
  const { language, sure } = detect(wordsOf(entry).slice(0, ENOUGH_TO_TELL))
  return sure >= 0.8 ? language : whole
}

function wordsOf({ title, questions, text }: Entry): string {
  return [title, ...questions, text].join('\n')
}

/** Whole paragraphs as long as they fit, else whole sentences, else whole words. */
function pack(text: string): string[] {
  if (text.length <= MAX_PASSAGE) return [text]
  const packed: string[] = []
  for (const { piece, glue } of pieces(text)) {
    const last = packed.at(-1)
    if (last !== undefined && last.length + glue.length + piece.length <= MAX_PASSAGE)
      packed[packed.length - 1] = last + glue + piece
    else packed.push(piece)
  }
  return packed
}

function pieces(text: string): { piece: string; glue: string }[] {
  return text.split(/\n{2,}/).flatMap((paragraph) => {
    if (paragraph.length <= MAX_PASSAGE) return [{ piece: paragraph, glue: '\n\n' }]
    return sentencesOf(paragraph).flatMap(({ start, end }, i) => {
      const glue = i === 0 ? '\n\n' : paragraph.slice(0, start).endsWith('\n') ? '\n' : ' '
      return shorter(paragraph.slice(start, end)).map((piece, n) => ({ piece, glue: n === 0 ? glue : ' ' }))
    })
  })
}

/** A sentence without an end in sight is cut at a space, or where it must be. */
function shorter(sentence: string): string[] {
  if (sentence.length <= MAX_PASSAGE) return [sentence]
  const space = sentence.lastIndexOf(' ', MAX_PASSAGE)
  const unpaired = /[\ud800-\udbff]/.test(sentence.charAt(MAX_PASSAGE - 1)) ? 1 : 0
  const at = space > MAX_PASSAGE / 2 ? space : MAX_PASSAGE - unpaired
  return [sentence.slice(0, at).trimEnd(), ...shorter(sentence.slice(at).trimStart())]
}
