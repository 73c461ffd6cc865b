// Words from outside inside a prompt: fenced by tags that they cannot write themselves.
import { cleanText } from '../message.ts'

// Only our own tags may hold a plain angle bracket. Look-alikes go the same way, since a model may take them for one,
// and so do the turn marks that some local servers give a meaning to.
const OPENING = /[<＜﹤]/g
const CLOSING = /[>＞﹥]/g
const TURN_MARKS = /\[(\/?)INST\]/gi

/** A text that cannot open or close a fence: angle brackets become ‹ and ›, and what cannot be seen is gone. */
export function asData(text: string): string {
  return cleanText(text, 100_000).replace(OPENING, '‹').replace(CLOSING, '›').replace(TURN_MARKS, '($1INST)')
}

/** The same on one line, so that it cannot begin a line as if somebody else were speaking. */
export function asLine(text: string): string {
  return asData(text).replace(/\s+/g, ' ').trim()
}

/** A block of data under its name; nothing when there is none. */
export function fence(tag: string, body: string): string {
  return body === '' ? '' : `<${tag}>\n${body}\n</${tag}>`
}
