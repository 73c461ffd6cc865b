// A conversation's log as the lines that staff reads.
import type { Event } from '../core/conversation/event.ts'
import type { OutboxRow } from '../core/conversation/outbox.ts'
import { fromStored, type StoredEvent } from '../core/conversation/stored-event.ts'
import type { TranscriptLine } from './shapes/conversation.ts'

type Line = Omit<TranscriptLine, 'position' | 'at'>
type Citations = Extract<Event, { type: 'answered' }>['citations']

/** Oldest first. Messages that are not simply sent carry the state of their delivery. */
export function transcriptOf(
  events: readonly StoredEvent[],
  outbox: readonly OutboxRow[],
  teamName: (id: string) => string,
): TranscriptLine[] {
  const rows = new Map(outbox.map((row) => [row.id, row]))
  return events.flatMap((stored) =>
    linesOf(fromStored(stored), `${stored.seq}`, teamName).map((line) => {
      const delivery = deliveryOf(rows.get(line.id))
      return { position: stored.seq, at: stored.at, ...line, ...(delivery ? { delivery } : {}) }
    }),
  )
}

function linesOf(event: Event, id: string, teamName: (id: string) => string): Line[] {
  switch (event.type) {
    case 'case-opened':
      return [happened(id, 'case-opened', event.follows ? 'The customer is back on an earlier matter' : 'A new matter')]
    case 'customer-message': {
      const { messageId, text, name, attachments } = event
      return [
        {
          kind: 'message',
          id: messageId,
          from: 'customer',
          text,
          ...(name === undefined ? {} : { name }),
          ...(attachments === undefined ? {} : { attachments }),
        },
      ]
    }
    case 'person-asked':
      return [happened(id, 'person-asked', 'The customer pressed “talk to a person”')]
    case 'answered':
      return [{ ...botSays(event, 'answer', event.grounds.confidence), citations: citationsOf(event.citations) }]
    case 'clarified':
      return [botSays(event, 'clarify', event.grounds.confidence)]
    case 'courtesy-said':
      return [botSays(event, 'courtesy', event.grounds.confidence)]
    case 'handoff-opened': {
      const why = event.grounds.reasons.map((reason) => reason.evidence).join('; ')
      const opened = happened(id, 'handoff', `Handed to ${teamName(event.team)}${why ? `: ${why}` : ''}`)
      return [opened, botSays(event.notice, 'notice', event.grounds.confidence)]
    }
    case 'brief-completed':
      return []
    case 'claim-overdue':
      return [happened(id, 'overdue', 'Nobody took it in time')]
    default:
      return staffLines(event, id, teamName)
  }
}

type StaffEvent = Extract<
  Event,
  { type: 'taken-over' | 'staff-message' | 'noted' | 'handed-back' | 'returned' | 'case-ended' }
>

function staffLines(event: StaffEvent, id: string, teamName: (id: string) => string): Line[] {
  switch (event.type) {
    case 'taken-over': {
      const where = event.place === 'console' ? '' : ` from the ${event.place}`
      return [{ ...happened(id, 'taken-over', `${event.staff.name} took over${where}`), name: event.staff.name }]
    }
    case 'staff-message':
      return [{ kind: 'message', id: event.messageId, from: 'staff', name: event.staff.name, text: event.text }]
    case 'noted':
      return [{ kind: 'note', id: event.noteId, from: 'staff', name: event.staff.name, text: event.text }]
    case 'handed-back': {
      const line = {
        ...happened(id, 'handed-back', `${event.staff.name} gave it back to the bot`),
        name: event.staff.name,
      }
      return event.sentence ? [line, botSays(event.sentence, 'hand-back')] : [line]
    }
    case 'returned':
      return [
        happened(
          id,
          'returned',
          `Back in the queue for ${teamName(event.team)}: ${event.from.name} did not reply in time`,
        ),
      ]
    case 'case-ended':
      return [happened(id, 'closed', endingOf(event))]
  }
}

function endingOf({ by, staff, rootCause, note }: Extract<Event, { type: 'case-ended' }>): string {
  if (by === 'quiet') return 'Ended by itself: nothing was owed'
  const why = [rootCause, note].filter(Boolean).join(': ')
  return `${staff?.name ?? 'Staff'} closed it${why ? ` (${why})` : ''}`
}

function happened(id: string, event: NonNullable<Line['event']>, text: string): Line {
  return { kind: 'event', id: `event-${id}`, from: 'system', text, event }
}

function botSays(
  said: { messageId: string; text: string },
  reply: NonNullable<Line['reply']>,
  confidence?: number,
): Line {
  return {
    kind: 'message',
    id: said.messageId,
    from: 'bot',
    text: said.text,
    reply,
    ...(confidence === undefined ? {} : { confidence }),
  }
}

function citationsOf(citations: Citations): NonNullable<Line['citations']> {
  return citations.map(({ title, source, place, quote, link }) => ({
    title,
    source,
    place,
    quote,
    ...(link === undefined ? {} : { link }),
  }))
}

function deliveryOf(row: OutboxRow | undefined): TranscriptLine['delivery'] {
  if (row === undefined || row.state === 'sent') return undefined
  return { state: row.state, ...(row.detail === undefined ? {} : { detail: row.detail }) }
}
