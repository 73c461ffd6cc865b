// The customer-facing sentences and the placeholders that each must or may have.
import type { MessageKey } from '../../core/messages.ts'

interface Slots {
  required: readonly string[]
  optional?: readonly string[]
}

const NONE: Slots = { required: [] }
const SHOP: Slots = { required: [], optional: ['shop'] }

export const MESSAGE_SLOTS: Record<MessageKey, Slots> = {
  greeting: SHOP,
  thanks: SHOP,
  disclosure: SHOP,
  noticeDisclosure: SHOP,
  notice: { required: ['team'] },
  noticeTrouble: { required: ['team'] },
  noticeUnreadable: { required: ['team'] },
  clarifyWhich: { required: ['options'], optional: ['shop'] },
  clarifyWhichOne: { required: ['option'], optional: ['shop'] },
  unknown: SHOP,
  handBack: { required: ['name'], optional: ['shop'] },
  source: NONE,
  openingLine: { required: ['topic'], optional: ['name'] },
  widgetTitle: { required: ['shop'] },
  widgetHello: NONE,
  widgetPlaceholder: NONE,
  widgetSend: NONE,
  widgetPerson: NONE,
  widgetBot: NONE,
  widgetYou: NONE,
  widgetStaff: { required: ['name'] },
  widgetTyping: { required: ['name'] },
  widgetWaiting: NONE,
  widgetWithStaff: { required: ['name'] },
  widgetOffline: NONE,
  widgetNotSent: NONE,
  widgetRetry: NONE,
  widgetTooLong: NONE,
  widgetOpen: NONE,
  widgetClose: NONE,
  widgetSending: NONE,
}

export const MESSAGE_KEYS = Object.keys(MESSAGE_SLOTS) as MessageKey[]
