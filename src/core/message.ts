// A message as every channel speaks it, and the text of it made safe to keep, show and compare.

export type AttachmentKind =
  | 'image'
  | 'audio'
  | 'voice'
  | 'video'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'other'

/** Something that came with, or instead of, text. `ref` is where the channel can fetch it from. */
export interface Attachment {
  kind: AttachmentKind
  ref?: string
  mime?: string
  name?: string
  /** Bytes. */
  size?: number
  /** What it says, once it was transcribed or described; absent while nobody has read it. */
  text?: string
}

/** A member of staff, as the log names them. */
export interface StaffRef {
  id: string
  name: string
}

/** The longest customer text that is kept, in characters; longer ones are cut and marked. */
export const MAX_TEXT = 4000

// C0 and C1 controls but tab and newline; bidi overrides and isolates; tag characters and other invisible carriers
// of hidden text. The zero-width joiner stays: emoji and several scripts are spelled with it.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu

/** Something that takes ink: neither space nor joiner, filler or variation selector. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u

/**
 * Text from outside, inert: no control or direction-changing characters, no lone surrogates, at most `max` characters;
 * empty when nothing of it can be seen.
 */
export function cleanText(text: string, max = MAX_TEXT): string {
  const clean = text.replace(/\r\n?/g, '\n').toWellFormed().replace(UNSEEN, '').normalize('NFC').trim()
  if (!SEEN.test(clean)) return ''
  if (clean.length <= max) return clean
  return `${clean
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`
}

/** A name or title on one line, for lists and headers. */
export function cleanLine(text: string, max = 80): string {
  return cleanText(text, max * 4)
    .replace(/\s+/g, ' ')
    .slice(0, max)
    .toWellFormed()
}
