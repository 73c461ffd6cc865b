// The glance at a conversation, kept as a row: pure, so that `rebuild` makes the same row from the log alone.
import type { Event } from './event.ts'
import { openCase, type State } from './state.ts'
import type { Summary } from './summary.ts'

/** How long the bot waits for quiet before it answers, in ms: after each message, and at most in all. */
export interface Quiet {
  each: number
  most: number
}

const NEW: Omit<Summary, 'conversationId'> = {
  channel: '',
  chat: '',
  customerName: null,
  owner: 'nobody',
  ownerSince: 0,
  staffId: null,
  staffName: null,
  caseId: null,
  handoffId: null,
  team: null,
  priority: null,
  reasons: [],
  waitingSince: null,
  wants: null,
  overdue: false,
  language: null,
  lastText: '',
  lastFrom: null,
  lastAt: 0,
  turnDue: null,
  version: 0,
  epoch: 0,
}

/** `state` is the one after `events`; `before` is the row after the events before them, if there were any. */
export function summarise(
  conversationId: string,
  before: Summary | undefined,
  state: State,
  events: readonly Event[],
  quiet: Quiet,
): Summary {
  const row: Summary = { ...NEW, ...before, conversationId, version: state.version, epoch: state.epoch }
  for (const event of events) note(row, event)
  const the = openCase(state)
  const handoff = state.owner === 'queue' || state.owner === 'staff' ? state.handoff : undefined
  if (row.owner !== state.owner || before?.epoch !== state.epoch) row.ownerSince = events.at(-1)?.at ?? row.ownerSince
  row.owner = state.owner
  row.staffId = state.owner === 'staff' ? state.staff.id : null
  row.staffName = state.owner === 'staff' ? state.staff.name : null
  row.caseId = the?.id ?? null
  row.handoffId = handoff?.id ?? null
  row.team = handoff?.team ?? null
  row.priority = handoff?.priority ?? null
  row.reasons = handoff?.reasons ?? []
  row.wants = handoff?.brief.wants ?? null
  row.overdue = handoff?.overdue ?? false
  row.waitingSince = the?.waitingSince ?? null
  row.turnDue = turnDue(state, quiet)
  return row
}

/** When the bot's turn comes: after quiet, but not later than the longest wait since its first message. */
export function turnDue(state: State, quiet: Quiet): number | null {
  if (state.owner !== 'bot') return null
  const first = state.case.pending[0]
  const last = state.case.pending.at(-1)
  if (!first || !last) return null
  return Math.min(Math.max(last.at, state.since) + quiet.each, Math.max(first.at, state.since) + quiet.most)
}

function note(row: Summary, event: Event): void {
  if (event.type === 'case-opened') {
    row.channel = event.channel
    row.chat = event.chat
  }
  if (event.type === 'customer-message') {
    if (event.name) row.customerName = event.name
    if (event.language) row.language = event.language
  }
  const said = lastSaid(event)
  if (!said) return
  row.lastFrom = said.from
  row.lastText = said.text.length > 160 ? `${said.text.slice(0, 159)}…` : said.text
  row.lastAt = event.at
}

function lastSaid(event: Event): { from: 'customer' | 'bot' | 'staff'; text: string } | undefined {
  switch (event.type) {
    case 'customer-message':
      return { from: 'customer', text: event.text || (event.attachments?.[0]?.kind ?? '') }
    case 'staff-message':
      return { from: 'staff', text: event.text }
    case 'answered':
    case 'clarified':
    case 'courtesy-said':
      return { from: 'bot', text: event.text }
    case 'handoff-opened':
      return { from: 'bot', text: event.notice.text }
    case 'handed-back':
      return event.sentence ? { from: 'bot', text: event.sentence.text } : undefined
    default:
      return undefined
  }
}
