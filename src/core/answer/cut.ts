// Texts cut to an allowance of tokens: at the end, in the middle, or around the words that matter.
import { countTokens } from './tokens.ts'

const MARK = '…'

/** The beginning of a text, within `room` tokens, with … where it was cut. Empty when nothing worth it fits. */
export function cutEnd(text: string, room: number): string {
  return cutTo(text, room, (length) => text.slice(0, length).replace(/\S*$/u, '').trimEnd() || text.slice(0, length))
}

/** Beginning and end of a text, within `room` tokens, with … between. */
export function cutMiddle(text: string, room: number): string {
  if (countTokens(text) <= room) return text
  for (let length = lengthFor(text, room); length >= 2; length = Math.floor(length * 0.85)) {
    const head = text
      .slice(0, Math.ceil(length * 0.6))
      .toWellFormed()
      .replace(/\ufffd$/, '')
      .trimEnd()
    const tail = text
      .slice(text.length - Math.floor(length * 0.4))
      .toWellFormed()
      .replace(/^\ufffd/, '')
      .trimStart()
    const cut = `${head} ${MARK} ${tail}`
    if (countTokens(cut) <= room) return cut
  }
  return room >= 1 ? MARK : ''
}

/** `shorten` is asked for ever fewer characters until the result fits. */
export function cutTo(text: string, room: number, shorten: (length: number) => string): string {
  if (countTokens(text) <= room) return text
  for (let length = lengthFor(text, room); length >= 2; length = Math.floor(length * 0.85)) {
    const cut = shorten(length)
      .toWellFormed()
      .replace(/\ufffd$/, '')
    const marked = cut.endsWith(MARK) ? cut : `${cut}${MARK}`
    if (countTokens(marked) <= room) return marked
  }
  return ''
}

/** About how many characters of this text cost so many tokens. */
function lengthFor(text: string, room: number): number {
  const sample = text.slice(0, 2000)
  return Math.min(text.length - 1, Math.floor((room * sample.length) / Math.max(1, countTokens(sample))))
}
