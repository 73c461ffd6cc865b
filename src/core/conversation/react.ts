// What the world must do because of an event. Each effect becomes a row in the same transaction.
import type { Policy } from '../handoff/policy.ts'
import type { Event } from './event.ts'
import type { Voice } from './outbox.ts'
import type { State } from './state.ts'
import type { TimerName } from './timer.ts'

export type Effect =
  | { do: 'send'; messageId: string; text: string; voice: Voice }
  /** The bot's unsent rows lose their right to be said. */
  | { do: 'withdraw-bot' }
  | { do: 'wake'; name: TimerName; at: number }
  | { do: 'cancel'; name: TimerName }

const MINUTE = 60_000
const CANCEL_CASE_END: Effect = { do: 'cancel', name: 'case-end' }

/** `state` is the one after the event. */
export function react(state: State, event: Event, policy: Policy): Effect[] {
  const { at } = event
  switch (event.type) {
    case 'answered':
    case 'clarified':
    case 'courtesy-said':
      return [send(event, { kind: 'bot', epoch: state.epoch }), caseEnd(at, policy)]
    case 'handoff-opened':
      return [
        { do: 'withdraw-bot' },
        send(event.notice, { kind: 'notice', handoffId: event.handoffId }),
        { do: 'wake', name: 'brief', at },
        { do: 'wake', name: 'claim-deadline', at: at + policy.handoff.claimMinutes * MINUTE },
        CANCEL_CASE_END,
      ]
    case 'taken-over':
      return [
        { do: 'withdraw-bot' },
        { do: 'cancel', name: 'claim-deadline' },
        // Staff who looks on in silence owes nothing; the case still ends some day.
        ...(owed(state) ? [staffReturn(at, policy), CANCEL_CASE_END] : [caseEnd(at, policy)]),
      ]
    case 'customer-message':
      return event.history ? [caseEnd(at, policy)] : [...waits(state, at, policy), ...briefAgain(state, at)]
    case 'person-asked':
      return waits(state, at, policy)
    case 'staff-message':
      return [
        // What was typed on the phone is with the customer already.
        ...(event.place === 'phone' ? [] : [send(event, { kind: 'staff', staffId: event.staff.id })]),
        { do: 'cancel', name: 'return' },
        caseEnd(at, policy),
      ]
    case 'handed-back':
      return [
        ...(event.sentence ? [send(event.sentence, { kind: 'staff', staffId: event.staff.id })] : []),
        { do: 'cancel', name: 'return' },
        { do: 'cancel', name: 'brief' },
        caseEnd(at, policy),
      ]
    case 'returned':
      return [{ do: 'cancel', name: 'return' }, CANCEL_CASE_END]
    case 'case-ended':
      return [
        { do: 'withdraw-bot' },
        ...(['brief', 'claim-deadline', 'next-alert', 'wait-update', 'return', 'case-end'] as const).map(
          (name): Effect => ({ do: 'cancel', name }),
        ),
      ]
    case 'case-opened':
    case 'brief-completed':
    case 'claim-overdue':
    case 'noted':
      return []
    default:
      return event satisfies never
  }
}

function send(said: { messageId: string; text: string }, voice: Voice): Effect {
  return { do: 'send', messageId: said.messageId, text: said.text, voice }
}

/** The first unanswered message starts staff's clock; later ones must not push it back. */
function waits(state: State, at: number, policy: Policy): Effect[] {
  return state.owner === 'staff' && state.case.waitingSince === at ? [staffReturn(at, policy)] : []
}

function staffReturn(at: number, policy: Policy): Effect {
  return { do: 'wake', name: 'return', at: at + policy.handoff.returnMinutes * MINUTE }
}

/** What the customer adds while they wait may be what the brief still lacks. */
function briefAgain(state: State, at: number): Effect[] {
  return state.owner === 'queue' && state.handoff.brief.by === 'log' ? [{ do: 'wake', name: 'brief', at }] : []
}

function caseEnd(at: number, policy: Policy): Effect {
  return { do: 'wake', name: 'case-end', at: at + policy.caseQuietHours * 60 * MINUTE }
}

function owed(state: State): boolean {
  return state.owner !== 'nobody' && state.case.waitingSince !== null
}
