// Texts cut to an allowance of tokens: at the end, in the middle, or around the words that matter.
import { countTokens } from './tokens.ts'

const MARK = '…'

/** The beginning of a text, within `room` tokens, with … where it was cut. Empty when nothing worth it fits. */
export function cutEnd(text: string, room: number): string {
  return cutTo(text, room, (length) => atWordEnd(text.slice(0, length)))
}

/** Beginning and end of a text, within `room` tokens, with … between; at words, unless a word is as long as the room. */
export function cutMiddle(text: string, room: number): string {
  if (fits(text, room)) return text
  for (let length = lengthFor(text, room); length >= 2; length = Math.floor(length * 0.85)) {
    const head = text.slice(0, Math.ceil(length * 0.6))
    const tail = text.slice(text.length - Math.floor(length * 0.4))
    const cut = `${atWordEnd(head)} ${MARK} ${atWordStart(tail)}`
    if (countTokens(cut) <= room) return cut
  }
  return room >= 1 ? MARK : ''
}

function atWordEnd(head: string): string {
  const space = head.lastIndexOf(' ')
  return (space > head.length / 2 ? head.slice(0, space) : head)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()
}

function atWordStart(tail: string): string {
  const space = tail.indexOf(' ')
  return (space >= 0 && space < tail.length / 2 ? tail.slice(space) : tail)
    .toWellFormed()
    .replace(/^\ufffd/, '')
    .trimStart()
}

/** `shorten` is asked for ever fewer characters until the result fits. */
export function cutTo(text: string, room: number, shorten: (length: number) => string): string {
  if (fits(text, room)) return text
  for (let length = lengthFor(text, room); length >= 2; length = Math.floor(length * 0.85)) {
    const cut = shorten(length)
      .toWellFormed()
      .replace(/\ufffd$/, '')
    const marked = cut.endsWith(MARK) ? cut : `${cut}${MARK}`
    if (countTokens(marked) <= room) return marked
  }
  return ''
}

/** No language has eight characters to a token, so a text that long need not be counted. */
function fits(text: string, room: number): boolean {
  return text.length <= room * 8 && countTokens(text) <= room
}

/** About how many characters of this text cost so many tokens. */
function lengthFor(text: string, room: number): number {
  const sample = text.slice(0, 500)
  return Math.min(text.length - 1, Math.floor((room * sample.length) / Math.max(1, countTokens(sample))))
}
