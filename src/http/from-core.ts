// What core keeps, as the console API says it: rows, details and log lines. Pure.
import type { App } from '../app/app.ts'
import { openCase, type State } from '../core/conversation/state.ts'
import type { StoredEvent } from '../core/conversation/stored-event.ts'
import type { Summary } from '../core/conversation/summary.ts'
import { type Policy, teamName } from '../core/handoff/policy.ts'
import type { ConversationDetail, ConversationRow, HandoffDetail, LoggedEvent } from './shapes/conversation.ts'
import { transcriptOf } from './transcript.ts'

export type Conversation = NonNullable<Awaited<ReturnType<App['conversations']['get']>>>

export function rowOf(summary: Summary, policy: Policy): ConversationRow {
  const { staffId, staffName, team } = summary
  return {
    id: summary.conversationId,
    channel: summary.channel,
    customer: { name: summary.customerName, language: summary.language },
    owner: summary.owner,
    ownerSince: summary.ownerSince,
    staff: staffId === null ? null : { id: staffId, name: staffName ?? staffId },
    team: team === null ? null : { id: team, name: teamName(policy, team) },
    priority: summary.priority,
    reasons: summary.reasons,
    wants: summary.wants,
    waitingSince: summary.waitingSince,
    overdue: summary.overdue,
    lastText: summary.lastText,
    lastFrom: summary.lastFrom,
    lastAt: summary.lastAt,
    version: summary.version,
  }
}

export function detailOf({ summary, state, events, outbox }: Conversation, policy: Policy): ConversationDetail {
  const open = openCase(state)
  const handoff = handoffOf(state)
  return {
    ...rowOf(summary, policy),
    case: open
      ? { id: open.id, openedAt: open.openedAt, fallbacks: open.counters.fallbacks, asked: open.counters.asked }
      : null,
    messages: transcriptOf(events, outbox, (team) => teamName(policy, team)),
    handoff: handoff ? handoffDetail(handoff, policy) : null,
    brief: handoff?.brief ?? null,
  }
}

export function loggedOf({ seq, type, at, data }: StoredEvent): LoggedEvent {
  return { seq, type, at, data }
}

function handoffOf(state: State) {
  return state.owner === 'queue' || state.owner === 'staff' ? state.handoff : undefined
}

function handoffDetail(handoff: NonNullable<ReturnType<typeof handoffOf>>, policy: Policy): HandoffDetail {
  const { id, since, reasons, team, priority, overdue } = handoff
  return { id, since, reasons, team: { id: team, name: teamName(policy, team) }, priority, overdue }
}
