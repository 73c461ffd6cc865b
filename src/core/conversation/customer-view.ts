// What a customer may see of the log: what was said to them, and who has the conversation. No reasons, no scores, no
// paths, no notes.
import type { Citation } from '../answer/draft.ts'
import type { Event } from './event.ts'
import type { Owner } from './state.ts'

export interface CustomerMessage {
  id: string
  from: 'customer' | 'bot' | 'staff'
  name?: string
  text: string
  at: number
  citations?: readonly { title: string; link?: string }[]
}

/** The message that an event shows, if it shows one. */
export function shownMessage(event: Event): CustomerMessage | undefined {
  const { at } = event
  switch (event.type) {
    case 'customer-message':
      return { id: event.messageId, from: 'customer', text: event.text, at }
    case 'answered':
      return { id: event.messageId, from: 'bot', text: event.text, at, citations: shownSources(event.citations) }
    case 'clarified':
    case 'courtesy-said':
      return { id: event.messageId, from: 'bot', text: event.text, at }
    case 'handoff-opened':
      return { id: event.notice.messageId, from: 'bot', text: event.notice.text, at }
    case 'staff-message':
      return { id: event.messageId, from: 'staff', name: event.staff.name, text: event.text, at }
    case 'handed-back':
      return event.sentence ? { id: event.sentence.messageId, from: 'bot', text: event.sentence.text, at } : undefined
    default:
      return undefined
  }
}

/** The owner after an event that changes it, as the customer is told. */
export function shownOwner(event: Event): { owner: Owner; name?: string } | undefined {
  switch (event.type) {
    case 'case-opened':
    case 'handed-back':
      return { owner: 'bot' }
    case 'handoff-opened':
    case 'returned':
      return { owner: 'queue' }
    case 'taken-over':
      return { owner: 'staff', name: event.staff.name }
    case 'case-ended':
      return { owner: 'nobody' }
    default:
      return undefined
  }
}

function shownSources(citations: readonly Citation[]): { title: string; link?: string }[] {
  const seen = new Map<string, { title: string; link?: string }>()
  for (const { title, link } of citations) if (!seen.has(title)) seen.set(title, link ? { title, link } : { title })
  return [...seen.values()]
}
