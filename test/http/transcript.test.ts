// The log as the lines that staff reads.
import { expect, it } from 'vitest'
import type { Event } from '../../src/core/conversation/event.ts'
import { type StoredEvent, toStored } from '../../src/core/conversation/stored-event.ts'
import { transcriptOf } from '../../src/http/transcript.ts'
import { ana, brief, grounds } from '../core/conversation/given.ts'

const citation = {
  passageId: 'a#b',
  source: 'shipping.md',
  place: 'time',
  title: 'Shipping',
  link: 'https://a.example',
  quote: 'Two days.',
}
const events: Event[] = [
  { type: 'case-opened', at: 1, caseId: 'c', by: 'customer', channel: 'webchat', chat: 'x' },
  { type: 'customer-message', at: 2, messageId: 'm1', text: 'How long?', language: 'en', name: 'Kim' },
  { type: 'answered', at: 3, messageId: 'b1', text: 'Two days.', citations: [citation], covers: ['m1'], grounds },
  { type: 'clarified', at: 4, messageId: 'b2', text: 'Which?', ask: 'which', covers: [], grounds },
  { type: 'courtesy-said', at: 5, messageId: 'b3', text: 'Hello!', courtesy: 'greeting', covers: [], grounds },
  { type: 'person-asked', at: 6, requestId: 'r' },
  {
    type: 'handoff-opened',
    at: 7,
    handoffId: 'h',
    team: 'care',
    priority: 2,
    notice: { messageId: 'n1', text: 'A colleague comes.' },
    brief,
    covers: [],
    grounds,
  },
  { type: 'brief-completed', at: 8, handoffId: 'h', brief, modelCalls: 1 },
  { type: 'claim-overdue', at: 9, handoffId: 'h' },
  { type: 'taken-over', at: 10, staff: ana, place: 'phone', from: 'queue' },
  { type: 'staff-message', at: 11, messageId: 's1', text: 'Hi Kim', staff: ana, place: 'console' },
  { type: 'noted', at: 12, noteId: 'o1', text: 'Kind.', staff: ana },
  { type: 'returned', at: 13, handoffId: 'h2', from: ana, team: 'care', priority: 2, brief },
  { type: 'handed-back', at: 14, staff: ana, sentence: { messageId: 'k1', text: 'The bot is back.' } },
  { type: 'case-ended', at: 15, caseId: 'c', by: 'staff', staff: ana, rootCause: 'complex', outcome: 'staff_resolved' },
  { type: 'case-ended', at: 16, caseId: 'd', by: 'quiet', outcome: 'bot_resolved' },
]
const stored: StoredEvent[] = events.map((event, i) => toStored(event, i + 1))

it('tells who said what, and what happened in between', () => {
  const lines = transcriptOf(stored, [], () => 'customer care')
  expect(lines.map(({ kind, from, reply, event, text }) => [kind, from, reply ?? event, text])).toEqual([
    ['event', 'system', 'case-opened', 'A new matter'],
    ['message', 'customer', undefined, 'How long?'],
    ['message', 'bot', 'answer', 'Two days.'],
    ['message', 'bot', 'clarify', 'Which?'],
    ['message', 'bot', 'courtesy', 'Hello!'],
    ['event', 'system', 'person-asked', 'The customer pressed “talk to a person”'],
    ['event', 'system', 'handoff', 'Handed to customer care: “a person please”'],
    ['message', 'bot', 'notice', 'A colleague comes.'],
    ['event', 'system', 'overdue', 'Nobody took it in time'],
    ['event', 'system', 'taken-over', 'Ana took over from the phone'],
    ['message', 'staff', undefined, 'Hi Kim'],
    ['note', 'staff', undefined, 'Kind.'],
    ['event', 'system', 'returned', 'Back in the queue for customer care: Ana did not reply in time'],
    ['event', 'system', 'handed-back', 'Ana gave it back to the bot'],
    ['message', 'bot', 'hand-back', 'The bot is back.'],
    ['event', 'system', 'closed', 'Ana closed it (complex)'],
    ['event', 'system', 'closed', 'Ended by itself: nothing was owed'],
  ])
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
  expect(lines.map(({ position }) => position)).toEqual(lines.map(({ position }) => position).sort((a, b) => a - b))
})

it('shows sources with title, place, quote and link, and how sure the bot was', () => {
  const answer = transcriptOf(stored, [], (id) => id).find(({ id }) => id === 'b1')
  const { passageId: _, ...shown } = citation
  expect(answer).toMatchObject({ citations: [shown], confidence: 0.9 })
})

it('shows how delivery stands where a message is not simply sent', () => {
  const row = { conversationId: 'x', seq: 3, voice: { kind: 'bot', epoch: 1 }, text: '', createdAt: 0 } as const
  const lines = transcriptOf(
    stored,
    [
      { ...row, id: 'b1', state: 'unsure', detail: 'the connection broke' },
      { ...row, id: 'b2', state: 'sent' },
    ],
    (id) => id,
  )
  expect(lines.find(({ id }) => id === 'b1')?.delivery).toEqual({ state: 'unsure', detail: 'the connection broke' })
  expect(lines.find(({ id }) => id === 'b2')?.delivery).toBeUndefined()
})
