// Something came that nobody could turn into text, and no words with it.
import type { AttachmentKind } from '../../message.ts'
import type { Trigger } from '../trigger.ts'

const NAMES: Record<AttachmentKind, string> = {
  image: 'a picture',
  audio: 'a sound file',
  voice: 'a voice message',
  video: 'a video',
  document: 'a document',
  sticker: 'a sticker',
  location: 'a location',
  contact: 'a contact card',
  other: 'something',
}

export const unreadable: Trigger = {
  name: 'unreadable',
  stage: 'before',
  look({ unread, texts }) {
    if (unread.length === 0 || texts.some((text) => text.trim() !== '')) return undefined
    const what = [...new Set(unread.map((kind) => NAMES[kind]))].join(' and ')
    return { trigger: 'unreadable', evidence: `The customer sent ${what} that the bot cannot read, without a word.` }
  },
}
