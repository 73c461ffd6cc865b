// Where sentences end, in any script. Pieces keep everything: joined, they are the text again.

// A Latin full stop needs a space after it (3.95 and example.com are no ends); others end where they stand.
const BORDER = /(?<=[.!?؟।…]["'”’)\]]*)\s+(?=\S)|(?<=[。！？])(?=\S)|\n+/gu

export interface Sentence {
  /** Offsets in the text; the end is after the last character, white space left out. */
  start: number
  end: number
}

/** Sentences and lines of a text, in order. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const border of text.matchAll(BORDER)) {
    if (border.index > start) found.push({ start, end: border.index })
    start = border.index + border[0].length
  }
  if (text.slice(start).trim() !== '') found.push({ start, end: text.trimEnd().length })
  return found.filter(({ start: from, end }) => text.slice(from, end).trim() !== '')
}
