// Who may speak. The only place that turns a wish into events; what it refuses did not happen.
import { Refused } from '../errors.ts'
import type { StaffRef } from '../message.ts'
import { outcomeOf } from './case.ts'
import type { Command, CommandOf, HandoffPlan, Origin } from './command.ts'
import { decideTimer } from './decide-timer.ts'
import type { Event } from './event.ts'
import { openCase, type State } from './state.ts'

/** Reopening within this time links a case to the one before: 7 days, in ms. */
export const FOLLOWS_WITHIN = 7 * 24 * 60 * 60 * 1000

/**
 * The events that a command causes in a state; none when it is overtaken or has nothing left to do.
 * Throws `Refused` when somebody must be told why not.
 */
export function decide(state: State, command: Command): Event[] {
  switch (command.type) {
    case 'receive':
      return receive(state, command)
    case 'ask-person':
      return askPerson(state, command)
    case 'conclude':
      return conclude(state, command)
    case 'complete-brief':
      return completeBrief(state, command)
    case 'take-over':
      return takeOver(state, command)
    case 'reply':
      return reply(state, command)
    case 'note':
      return [{ type: 'noted', at: command.now, noteId: command.noteId, text: command.text, staff: command.staff }]
    case 'hand-back':
      return handBack(state, command)
    case 'close':
      return close(state, command)
    case 'timer':
      return decideTimer(state, command)
    default:
      return command satisfies never
  }
}

function receive(state: State, command: CommandOf<'receive'>): Event[] {
  const { message, now, plan } = command
  const events = opening(state, command.origin, 'customer', now)
  events.push({
    type: 'customer-message',
    at: now,
    messageId: message.id,
    text: message.text,
    language: message.language,
    ...(message.attachments?.length ? { attachments: message.attachments } : {}),
    ...(message.name ? { name: message.name } : {}),
    ...(command.asksForPerson ? { asksForPerson: true } : {}),
    ...(message.history ? { history: true } : {}),
  })
  const botHasIt = state.owner === 'bot' || state.owner === 'nobody'
  if (plan && botHasIt && !message.history) events.push(handoff(plan, now, [...pendingIds(state), message.id]))
  return events
}

function askPerson(state: State, command: CommandOf<'ask-person'>): Event[] {
  const { now, plan, requestId } = command
  const events = opening(state, command.origin, 'customer', now)
  events.push({ type: 'person-asked', at: now, requestId })
  if (state.owner === 'bot' || state.owner === 'nobody') events.push(handoff(plan, now, pendingIds(state)))
  return events
}

/**
 * The fence. A verdict counts only while the bot has the conversation in the epoch that it was reached in, and only
 * for the messages that it read: staff who took over, or a customer who wrote on, make it void.
 */
function conclude(state: State, command: CommandOf<'conclude'>): Event[] {
  if (state.owner !== 'bot' || state.epoch !== command.epoch) return []
  const pending = pendingIds(state)
  const { covers, verdict, said, plan, now: at } = command
  if (covers.length === 0 || covers.some((id, i) => pending[i] !== id)) return []
  if (pending.length > covers.length && !command.evenIfNewer) return []
  if (verdict.kind === 'handoff') return plan ? [handoff(plan, at, covers)] : []
  if (!said) return []
  const common = { at, ...said, covers, grounds: verdict.grounds }
  if (verdict.kind === 'answer') return [{ type: 'answered', ...common, citations: verdict.draft.citations }]
  if (verdict.kind === 'clarify') return [{ type: 'clarified', ...common, ask: verdict.ask }]
  return [{ type: 'courtesy-said', ...common, courtesy: verdict.courtesy }]
}

function completeBrief(state: State, command: CommandOf<'complete-brief'>): Event[] {
  const handoff = state.owner === 'queue' || state.owner === 'staff' ? state.handoff : undefined
  if (handoff?.id !== command.handoffId || handoff.brief.by === 'model') return []
  const { now: at, handoffId, brief, modelCalls } = command
  return [{ type: 'brief-completed', at, handoffId, brief, modelCalls }]
}

function takeOver(state: State, command: CommandOf<'take-over'>): Event[] {
  const { staff, place, now } = command
  if (state.owner === 'staff') {
    if (state.staff.id === staff.id) return []
    if (!command.force) throw ownedBy(state.staff)
  }
  return [
    ...opening(state, command.origin, 'staff', now),
    { type: 'taken-over', at: now, staff, place, from: state.owner },
  ]
}

function reply(state: State, command: CommandOf<'reply'>): Event[] {
  const { staff, place, now, said, force } = command
  const events: Event[] =
    state.owner === 'staff' && state.staff.id === staff.id
      ? []
      : takeOver(state, { type: 'take-over', now, origin: command.origin, staff, place, force })
  events.push({ type: 'staff-message', at: now, ...said, staff, place })
  return events
}

function handBack(state: State, command: CommandOf<'hand-back'>): Event[] {
  const { staff, sentence, now: at } = command
  if (state.owner === 'nobody') throw nothingOpen()
  if (state.owner !== 'staff') {
    throw new Refused('not-yours', 'Only who has taken a conversation over can hand it back. Take it over first.')
  }
  if (state.staff.id !== staff.id) throw ownedBy(state.staff)
  return [{ type: 'handed-back', at, staff, ...(sentence ? { sentence } : {}) }]
}

function close(state: State, command: CommandOf<'close'>): Event[] {
  const { staff, rootCause, note, now: at } = command
  if (state.owner === 'nobody') throw nothingOpen()
  if (state.owner === 'staff' && state.staff.id !== staff.id) throw ownedBy(state.staff)
  const { id: caseId } = state.case
  const outcome = outcomeOf(state, 'staff')
  return [{ type: 'case-ended', at, caseId, by: 'staff', staff, rootCause, ...(note ? { note } : {}), outcome }]
}

function opening(state: State, origin: Origin, by: 'customer' | 'staff', at: number): Event[] {
  if (state.owner !== 'nobody') return []
  const { last } = state
  const follows = last && at - last.endedAt <= FOLLOWS_WITHIN ? { follows: last.caseId } : {}
  return [{ type: 'case-opened', at, by, ...origin, ...follows }]
}

function handoff(plan: HandoffPlan, at: number, covers: readonly string[]): Event {
  return { type: 'handoff-opened', at, ...plan, covers }
}

function pendingIds(state: State): string[] {
  return openCase(state)?.pending.map((message) => message.id) ?? []
}

function ownedBy(staff: StaffRef): Refused {
  return new Refused('owned-by-another', `${staff.name} has this conversation.`, staff)
}

function nothingOpen(): Refused {
  return new Refused('nothing-open', 'Nothing is open in this conversation: its last case has ended.')
}
