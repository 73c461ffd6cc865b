// The chat's own words: English until the server has sent those of the customer's language.
import type { WidgetKey } from '../../../core/messages.ts'

export interface Texts {
  language: string
  dir: 'ltr' | 'rtl'
  texts: Record<WidgetKey, string>
}

export const ENGLISH: Texts = {
  language: 'en',
  dir: 'ltr',
  texts: {
    widgetTitle: 'Chat with us',
    widgetHello:
      'Hello! Ask us anything about the shop. An automatic assistant answers first, and a person is one tap away.',
    widgetPlaceholder: 'Write a message',
    widgetSend: 'Send',
    widgetPerson: 'Talk to a person',
    widgetBot: 'Automatic assistant',
    widgetYou: 'You',
    widgetStaff: '{{name}}',
    widgetTyping: '{{name}} is typing',
    widgetWaiting: 'Waiting for a person',
    widgetWithStaff: '{{name}} has joined',
    widgetOffline: 'No connection. Your messages are kept and go out when it is back.',
    widgetNotSent: 'Not sent',
    widgetRetry: 'Try again',
    widgetTooLong: 'Too long',
    widgetOpen: 'Open the chat',
    widgetClose: 'Close the chat',
    widgetSending: 'Sending…',
  },
}

/** The texts for a language; those that the server does not have stay English. Rejects when there is no answer. */
export async function loadTexts(base: string, language: string): Promise<Texts> {
  const response = await fetch(`${base}/webchat/texts?lang=${encodeURIComponent(language)}`, {
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Error(`texts: ${response.status}`)
  const found = (await response.json()) as Partial<Texts>
  return {
    language: typeof found.language === 'string' ? found.language : 'en',
    dir: found.dir === 'rtl' ? 'rtl' : 'ltr',
    texts: { ...ENGLISH.texts, ...found.texts },
  }
}

export function fill(text: string, slots: Record<string, string> = {}): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => slots[name] ?? '').trim()
}
