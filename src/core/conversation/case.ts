// One matter inside a conversation: how it begins, what its messages add to it, how it came out.
import type { EventOf, Outcome } from './event.ts'
import { type Case, type Exchange, openCase, type Pending, type State } from './state.ts'

/** Exchanges that a case looks back on; older ones are in the log. */
const KEPT = 12

export function newCase(event: EventOf<'case-opened'>): Case {
  return {
    id: event.caseId,
    openedAt: event.at,
    counters: { fallbacks: 0, rephrasings: 0, asked: 0 },
    pending: [],
    exchanges: [],
    missed: [],
    offered: false,
    disclosed: false,
    language: '',
    lastFrom: event.by,
    lastAt: event.at,
    answers: 0,
    staffSpoke: false,
    waitingSince: null,
  }
}

/** The case after the customer wrote; what they wrote waits for an answer, unless it is history. */
export function withCustomer(the: Case, event: EventOf<'customer-message'>): Case {
  const unread = (event.attachments ?? []).filter((one) => !one.text).map((one) => one.kind)
  const pending: Pending = { id: event.messageId, text: event.text, language: event.language, at: event.at, unread }
  const counters = event.asksForPerson ? { ...the.counters, asked: the.counters.asked + 1 } : the.counters
  return {
    ...the,
    counters,
    pending: event.history ? the.pending : [...the.pending, pending],
    exchanges: remember(the.exchanges, {
      from: 'customer',
      id: event.messageId,
      text: event.text,
      at: event.at,
    }),
    language: event.language || the.language,
    ...(event.name ? { customerName: event.name } : {}),
    lastFrom: 'customer',
    lastAt: event.at,
    waitingSince: event.history ? the.waitingSince : (the.waitingSince ?? event.at),
  }
}

/** The case after the bot spoke, its covered messages settled. Who wrote on meanwhile goes on waiting. */
export function withBot(the: Case, covers: readonly string[], said: Omit<Exchange, 'from'>): Case {
  const pending = the.pending.filter((message) => !covers.includes(message.id))
  return {
    ...the,
    pending,
    exchanges: remember(the.exchanges, { ...said, from: 'bot' }),
    offered: false,
    disclosed: true,
    lastFrom: 'bot',
    lastAt: said.at,
    waitingSince: pending[0]?.at ?? null,
  }
}

export function withStaff(the: Case, event: EventOf<'staff-message'>): Case {
  return {
    ...the,
    pending: [],
    exchanges: remember(the.exchanges, { from: 'staff', text: event.text, at: event.at, name: event.staff.name }),
    offered: false,
    staffSpoke: true,
    lastFrom: 'staff',
    lastAt: event.at,
    waitingSince: null,
  }
}

export function remember(exchanges: readonly Exchange[], next: Exchange): readonly Exchange[] {
  return [...exchanges.slice(-(KEPT - 1)), next]
}

/** How the open case came out, if it ended now. */
export function outcomeOf(state: State, by: 'staff' | 'quiet'): Outcome {
  const the = openCase(state)
  if (!the) return 'abandoned'
  if (the.staffSpoke) return 'staff_resolved'
  if (state.owner === 'queue' || the.pending.length > 0) return 'unanswered'
  // Taken over and closed without a word here: settled on the telephone, at the counter.
  if (state.owner === 'staff' && by === 'staff') return 'staff_resolved'
  if (the.answers > 0 && the.counters.fallbacks === 0) return 'bot_resolved'
  return by === 'staff' ? 'staff_resolved' : 'abandoned'
}
