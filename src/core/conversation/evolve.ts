// The state after an event. Total: every event that was ever written folds, in any state.
import { courtesyOf } from '../handoff/words/match.ts'
import { newCase, remember, withBot, withCustomer, withStaff } from './case.ts'
import type { Event, EventOf } from './event.ts'
import { type Case, type Handoff, INITIAL, type State } from './state.ts'
import { withTopic } from './write-brief.ts'

export function evolve(state: State, event: Event): State {
  const next = apply(state, event)
  const epoch = next.owner === state.owner && sameStaff(state, next) ? state.epoch : state.epoch + 1
  return { ...next, version: state.version + 1, epoch }
}

/** The state of a whole log, or of what follows a known state. */
export function fold(events: readonly Event[], from: State = INITIAL): State {
  return events.reduce(evolve, from)
}

function apply(state: State, event: Event): State {
  if (event.type === 'case-opened') return { ...common(state), owner: 'bot', case: newCase(event), since: event.at }
  if (state.owner === 'nobody') return state // notes after the end change nothing
  const the = state.case
  switch (event.type) {
    case 'customer-message':
      return listened(state, event)
    case 'person-asked':
      return {
        ...state,
        case: {
          ...the,
          counters: { ...the.counters, asked: the.counters.asked + 1 },
          waitingSince: the.waitingSince ?? event.at,
        },
      }
    case 'answered':
    case 'clarified':
    case 'courtesy-said':
      return { ...state, case: replied(the, event) }
    case 'handoff-opened':
      return { ...common(state), owner: 'queue', case: noticed(the, event), since: event.at, handoff: opened(event) }
    case 'brief-completed':
      return state.owner === 'bot' || !state.handoff
        ? state
        : { ...state, handoff: { ...state.handoff, brief: event.brief } }
    case 'claim-overdue':
      return state.owner === 'queue' ? { ...state, handoff: { ...state.handoff, overdue: true } } : state
    case 'taken-over': {
      const handoff = state.owner === 'bot' ? undefined : state.handoff
      return {
        ...common(state),
        owner: 'staff',
        case: the,
        since: event.at,
        staff: event.staff,
        ...(handoff ? { handoff } : {}),
      }
    }
    case 'staff-message':
      return { ...state, case: withStaff(the, event) }
    case 'noted':
      return state
    case 'handed-back':
      return { ...common(state), owner: 'bot', case: handedBack(the, event), since: event.at }
    case 'returned':
      return { ...common(state), owner: 'queue', case: the, since: event.at, handoff: reopened(event) }
    case 'case-ended': {
      const last = { caseId: event.caseId, endedAt: event.at, outcome: event.outcome, language: the.language }
      return { ...common(state), owner: 'nobody', last }
    }
    default:
      return event satisfies never
  }
}

function common(state: State): { version: number; epoch: number } {
  return { version: state.version, epoch: state.epoch }
}

function sameStaff(a: State, b: State): boolean {
  return a.owner !== 'staff' || b.owner !== 'staff' || a.staff.id === b.staff.id
}

/** Asking again for a person who is already coming is no question for the bot, should the conversation come back. */
function listened(state: Exclude<State, { owner: 'nobody' }>, event: EventOf<'customer-message'>): State {
  const next = withCustomer(state.case, event)
  if (state.owner === 'bot') return { ...state, case: next }
  if (event.asksForPerson) return { ...state, case: { ...next, pending: state.case.pending } }
  if (!state.handoff || courtesyOf(event.text)) return { ...state, case: next }
  return { ...state, case: next, handoff: { ...state.handoff, brief: withTopic(state.handoff.brief, event.text) } }
}

function replied(the: Case, event: EventOf<'answered'> | EventOf<'clarified'> | EventOf<'courtesy-said'>): Case {
  const reply = event.type === 'answered' ? 'answer' : event.type === 'clarified' ? 'clarify' : 'courtesy'
  const sources = event.type === 'answered' ? event.citations.map((one) => one.title) : []
  const asked = the.pending.filter((message) => event.covers.includes(message.id)).map((message) => message.text)
  const next = withBot(the, event.covers, {
    text: event.text,
    at: event.at,
    reply,
    ...(sources.length > 0 ? { sources } : {}),
  })
  const rephrasings = event.grounds.signals.rephrasings
  if (event.type === 'courtesy-said') return next
  if (event.type === 'answered') {
    return { ...next, answers: the.answers + 1, missed: [], counters: { ...next.counters, fallbacks: 0, rephrasings } }
  }
  return {
    ...next,
    offered: event.ask === 'unknown',
    missed: [...the.missed, asked.join(' ')],
    counters: { ...next.counters, fallbacks: the.counters.fallbacks + 1, rephrasings },
  }
}

/** The notice settles what it covers, and the customer goes on waiting: now for a person. */
function noticed(the: Case, event: EventOf<'handoff-opened'>): Case {
  const next = withBot(the, event.covers, { text: event.notice.text, at: event.at, reply: 'notice' })
  return { ...next, waitingSince: the.waitingSince ?? event.at }
}

function opened(event: EventOf<'handoff-opened'>): Handoff {
  const { handoffId: id, at: since, team, priority, brief, grounds } = event
  return { id, since, reasons: grounds.reasons, team, priority, brief, overdue: false }
}

function reopened(event: EventOf<'returned'>): Handoff {
  const { handoffId: id, at: since, team, priority, brief } = event
  return { id, since, reasons: brief.reasons, team, priority, brief, overdue: true }
}

/** What nobody answered yet is the bot's next turn; the counters begin anew, as the matter has moved on. */
function handedBack(the: Case, event: EventOf<'handed-back'>): Case {
  const { sentence, at } = event
  const counters = { ...the.counters, fallbacks: 0, rephrasings: 0 }
  const waitingSince = the.pending[0]?.at ?? null
  const next = { ...the, counters, missed: [], offered: false, waitingSince }
  if (!sentence) return next
  const exchanges = remember(the.exchanges, { from: 'bot', text: sentence.text, at, reply: 'hand-back' })
  return { ...next, exchanges, lastFrom: 'bot', lastAt: at }
}
