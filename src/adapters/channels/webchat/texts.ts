// The words of the chat window itself, in the language of the page.
import { type Messages, say, type WidgetKey } from '../../../core/messages.ts'

const KEYS: Readonly<Record<WidgetKey, true>> = {
  widgetTitle: true,
  widgetHello: true,
  widgetPlaceholder: true,
  widgetSend: true,
  widgetPerson: true,
  widgetBot: true,
  widgetYou: true,
  widgetStaff: true,
  widgetTyping: true,
  widgetWaiting: true,
  widgetWithStaff: true,
  widgetOffline: true,
  widgetNotSent: true,
  widgetRetry: true,
  widgetTooLong: true,
  widgetOpen: true,
  widgetClose: true,
  widgetSending: true,
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

export interface WidgetTexts {
  language: string
  dir: 'ltr' | 'rtl'
  texts: Record<string, string>
}

/** `wanted` is BCP 47; without texts in it, English serves. `{{name}}` stays for the page to fill. */
export function widgetTexts(messages: Messages, shop: string, wanted: string): WidgetTexts {
  const base = wanted.split('-')[0]?.toLowerCase() ?? ''
  const language =
    [wanted, base].find((one) => Object.hasOwn(messages, one) && messages[one]?.widgetPlaceholder) ?? 'en'
  const slots = { shop, name: '{{name}}' }
  const texts = Object.fromEntries(
    Object.keys(KEYS).map((key) => [key, say(messages, language, 'en', key as WidgetKey, slots)]),
  )
  return { language, dir: RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr', texts }
}
