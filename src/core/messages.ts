// Every sentence a customer can read, by language and key, as prompts/messages.yaml gives them.

/** Keys are the shipped ones; `config` guarantees that the default language has all of them. */
export type MessageKey =
  | 'greeting'
  | 'thanks'
  | 'disclosure' // said once, with the first automatic message: this is automatic
  | 'noticeDisclosure' // the same, when that message is a notice: it offers no person to who just got one
  | 'notice' // slots: team
  | 'noticeTrouble' // the bot cannot work just now; slots: team
  | 'noticeUnreadable' // something came that the bot cannot read; slots: team
  | 'clarifyWhich' // slots: options
  | 'clarifyWhichOne' // exactly one option; slots: option
  | 'unknown' // an honest "I do not know", and the way to a person
  | 'handBack' // staff returns the conversation to the bot; slots: name
  | 'source' // label before a source's title
  | 'openingLine' // a suggestion to staff; slots: name, topic
  | WidgetKey

/** Texts of the web chat itself. */
export type WidgetKey =
  | 'widgetTitle' // slots: shop
  | 'widgetHello' // shown in the empty chat
  | 'widgetPlaceholder'
  | 'widgetSend'
  | 'widgetPerson' // the control beside the input
  | 'widgetBot' // who speaks
  | 'widgetYou'
  | 'widgetStaff' // slots: name
  | 'widgetTyping' // slots: name
  | 'widgetWaiting' // owner: queue
  | 'widgetWithStaff' // slots: name
  | 'widgetOffline'
  | 'widgetNotSent'
  | 'widgetRetry'
  | 'widgetTooLong'
  | 'widgetOpen'
  | 'widgetClose'
  | 'widgetSending'

export type Messages = Readonly<Record<string, Readonly<Partial<Record<MessageKey, string>>>>>

/**
 * The sentence for a key in the customer's language, slots filled: `pt-BR` falls back to `pt`, then to `fallback`,
 * then to English, which the shipped defaults always have.
 */
export function say(
  messages: Messages,
  language: string,
  fallback: string,
  key: MessageKey,
  slots: Readonly<Record<string, string>> = {},
): string {
  const base = language.split('-')[0] ?? language
  const text =
    messages[language]?.[key] ?? messages[base]?.[key] ?? messages[fallback]?.[key] ?? messages['en']?.[key] ?? ''
  return text.replace(SLOT, (_, before: string, name: string, after: string) => {
    const value = slots[name]
    return value ? before + value + after : ''
  })
}

/** An empty slot takes along what only served it: `wrote: “{{topic}}”.` becomes `wrote.`, `Hello {{name}},` `Hello,`. */
const SLOT = /((?:[^\S\n]?[:\uff1a])?[^\S\n]?[“„«「"]?)\{\{\s*(\w+)\s*\}\}([”“»」"]?)/g
