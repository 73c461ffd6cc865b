// What a clock may cause: a late claim is named, silent staff loses the conversation, a quiet case ends.
import { outcomeOf } from './case.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { State } from './state.ts'

/** The events that a due timer causes; none when something happened after it came due that made it void. */
export function decideTimer(state: State, command: CommandOf<'timer'>): Event[] {
  switch (command.name) {
    case 'claim-deadline':
      return state.owner === 'queue' && !state.handoff.overdue && state.since <= command.due
        ? [{ type: 'claim-overdue', at: command.now, handoffId: state.handoff.id }]
        : []
    case 'return':
      return staffFellSilent(state, command)
    case 'case-end':
      return quietEnd(state, command)
    default:
      return []
  }
}

/** To the queue, never to the bot: the customer was promised a person. */
function staffFellSilent(state: State, command: CommandOf<'timer'>): Event[] {
  if (state.owner !== 'staff' || state.case.waitingSince === null) return []
  if (Math.max(state.case.waitingSince, state.since) > command.due) return []
  const { handoff, staff } = state
  return [
    {
      type: 'returned',
      at: command.now,
      from: staff,
      handoffId: handoff?.id ?? command.handoffId,
      team: handoff?.team ?? command.team,
      priority: 1,
      brief: handoff?.brief ?? command.brief,
    },
  ]
}

/** A case ends by itself only when nothing is owed: nobody waits, and no promise of a person is open. */
function quietEnd(state: State, command: CommandOf<'timer'>): Event[] {
  if (state.owner === 'nobody' || state.owner === 'queue') return []
  const { id: caseId, pending, waitingSince, lastAt } = state.case
  if (pending.length > 0 || waitingSince !== null) return []
  if (Math.max(lastAt, state.since) > command.due) return []
  return [{ type: 'case-ended', at: command.now, caseId, by: 'quiet', outcome: outcomeOf(state, 'quiet') }]
}
