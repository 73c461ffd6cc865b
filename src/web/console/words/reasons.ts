// Names of the log, said in plain words.
import type { OwnerName, TranscriptLine } from '../../../http/shapes/conversation.ts'

const REASONS: Readonly<Record<string, string>> = {
  'explicit-request': 'Asked for a person',
  'fallback-limit': 'The bot did not know, twice in a row',
  'low-confidence': 'The bot was not sure enough',
  rephrasing: 'Asked the same thing in other words',
  'dependency-failure': 'Something the bot needs was not working',
  unreadable: 'Sent something the bot cannot read',
}

const CAUSES: Readonly<Record<string, string>> = {
  'missing-knowledge': 'The answer was not in the knowledge',
  'wrong-knowledge': 'The knowledge was wrong',
  looping: 'The bot went in circles',
  complex: 'Too complex for the bot',
  'policy-exception': 'Needed an exception from the rules',
  'customer-wish': 'The customer wanted a person',
  unstated: 'Not stated',
}

const EVENTS: Readonly<Record<NonNullable<TranscriptLine['event']>, string>> = {
  'case-opened': 'A new case began',
  handoff: 'Handed to a person',
  'taken-over': 'Taken over',
  'handed-back': 'Handed back to the bot',
  returned: 'Back in the queue',
  closed: 'Closed',
  overdue: 'Nobody took it in time',
  'person-asked': 'Used the control “Talk to a person”',
}

const PRIORITIES: Readonly<Record<number, string>> = { 1: 'Urgent', 2: 'High', 3: 'Normal', 4: 'Low', 5: 'Lowest' }

/** A name nobody has words for yet is shown as it is, readable: `custom:late-order` becomes “Late order”. */
function readable(name: string): string {
  const words = name.replace(/^custom:/, '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const reasonWords = (trigger: string): string => REASONS[trigger] ?? readable(trigger)
export const causeWords = (cause: string): string => CAUSES[cause] ?? readable(cause)
export const eventWords = (event: TranscriptLine['event']): string => (event ? EVENTS[event] : '')
export const priorityWords = (priority: number): string => PRIORITIES[priority] ?? 'Normal'

export function ownerWords(owner: OwnerName, staff: { name: string } | null): string {
  if (owner === 'staff') return staff?.name ?? 'Staff'
  return { bot: 'Bot', queue: 'Waiting', nobody: 'Ended' }[owner]
}

/** How customers without a name are called. */
export function customerWords(name: string | null): string {
  return name ?? 'Visitor'
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

export function languageWords(tag: string | null): string | undefined {
  if (tag === null) return undefined
  try {
    return languages.of(tag)
  } catch {
    return undefined
  }
}
