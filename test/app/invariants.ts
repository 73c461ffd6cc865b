// What must hold of a conversation's log, rows and timers, however it came about.
import type { Event } from '../../src/core/conversation/event.ts'
import { evolve } from '../../src/core/conversation/evolve.ts'
import type { OutboxRow } from '../../src/core/conversation/outbox.ts'
import { INITIAL, openCase, type State } from '../../src/core/conversation/state.ts'
import { type Quiet, summarise } from '../../src/core/conversation/summarise.ts'
import type { Summary } from '../../src/core/conversation/summary.ts'

export const DISCLOSURE = 'This is automatic.'

export interface Outcome {
  events: readonly Event[]
  outbox: readonly OutboxRow[]
  /** Message ids in the order in which the channel was called. */
  sent: readonly string[]
  summary: Summary | undefined
  timers: readonly string[]
  quiet: Quiet
}

/** Everything that is wrong, in words; empty when nothing is. */
export function violations(outcome: Outcome): string[] {
  return [
    ...voices(outcome.events),
    ...messages(outcome.events),
    ...disclosures(outcome.events),
    ...rows(outcome),
    ...sends(outcome),
    ...projections(outcome),
  ]
}

const AUTOMATIC = new Set(['answered', 'clarified', 'courtesy-said', 'handoff-opened'])

/** Each event with the state before it and after it. */
function steps(events: readonly Event[]): { event: Event; before: State; after: State }[] {
  let state = INITIAL
  return events.map((event) => {
    const before = state
    state = evolve(state, event)
    return { event, before, after: state }
  })
}

function finalState(events: readonly Event[]): State {
  return events.reduce(evolve, INITIAL)
}

/** The bot decides texts only while it owns the conversation, and gets it back only from staff's hands. */
function voices(events: readonly Event[]): string[] {
  return steps(events).flatMap(({ event, before, after }) => [
    ...(AUTOMATIC.has(event.type) && before.owner !== 'bot' ? [`${event.type} while ${before.owner} owned it`] : []),
    ...(after.owner === 'bot' && before.owner === 'queue' ? ['the bot took it from the queue'] : []),
    ...(after.owner === 'bot' && before.owner === 'staff' && event.type !== 'handed-back'
      ? ['the bot took it from staff']
      : []),
  ])
}

/** Every message is stored once and answered, handed off, with a person, or ended with its case; none is answered twice. */
function messages(events: readonly Event[]): string[] {
  const wrong: string[] = []
  const heard = new Set<string>()
  const settled = new Set<string>()
  for (const { event, before } of steps(events)) {
    const pending = new Set(openCase(before)?.pending.map((one) => one.id))
    if (event.type === 'customer-message') {
      if (heard.has(event.messageId)) wrong.push(`${event.messageId} is stored twice`)
      heard.add(event.messageId)
      if (before.owner === 'staff' || before.owner === 'queue') settled.add(event.messageId)
    }
    if ('covers' in event) {
      for (const id of event.covers) {
        if (!heard.has(id)) wrong.push(`${id} was answered before it was heard`)
        if (settled.has(id) && !pending.has(id)) wrong.push(`${id} was answered twice`)
        settled.add(id)
      }
    }
    if (event.type === 'taken-over') for (const id of pending) settled.add(id)
    if (event.type === 'case-ended') for (const id of heard) settled.add(id)
  }
  const state = finalState(events)
  if (state.owner === 'bot') for (const { id } of state.case.pending) wrong.push(`nobody answered ${id}`)
  for (const id of heard) if (!settled.has(id)) wrong.push(`${id} was neither answered nor handed off`)
  return wrong
}

/** The first automatic message of a case says that it is automatic, and no other one does. */
function disclosures(events: readonly Event[]): string[] {
  const wrong: string[] = []
  let first = true
  for (const event of events) {
    if (event.type === 'case-opened') first = true
    if (!AUTOMATIC.has(event.type)) continue
    const text = event.type === 'handoff-opened' ? event.notice.text : 'text' in event ? event.text : ''
    const times = text.split(DISCLOSURE).length - 1
    if (times !== (first ? 1 : 0))
      wrong.push(`${event.type} discloses ${times} times, ${first ? '' : 'not '}being the first`)
    first = false
  }
  return wrong
}

/** Whatever was decided has exactly one row, on its own authority; and a row is dropped only when it lost that. */
function rows({ events, outbox }: Outcome): string[] {
  const wrong: string[] = []
  const said = steps(events).flatMap(({ event, after }) => {
    const id = saidBy(event)
    return id === undefined ? [] : [{ id, event, after }]
  })
  for (const { id, event, after } of said) {
    const found = outbox.filter((row) => row.id === id)
    if (found.length !== 1) wrong.push(`${event.type} has ${found.length} rows`)
    for (const { seq, voice } of found) {
      if (seq !== after.version) wrong.push(`${event.type} at ${after.version} has its row at ${seq}`)
      const kind = event.type === 'handoff-opened' ? 'notice' : AUTOMATIC.has(event.type) ? 'bot' : 'staff'
      if (voice.kind !== kind) wrong.push(`${event.type} speaks as ${voice.kind}`)
      if (voice.kind === 'bot' && voice.epoch !== after.epoch) wrong.push(`${event.type} speaks in another epoch`)
    }
  }
  if (outbox.length !== said.length) wrong.push(`${outbox.length} rows for ${said.length} texts`)
  const state = finalState(events)
  for (const { id, state: fate, voice } of outbox) {
    if (fate === 'ready' || fate === 'sending' || fate === 'unsure') wrong.push(`${id} is stuck in ${fate}`)
    const lost =
      voice.kind === 'bot'
        ? voice.epoch !== state.epoch
        : voice.kind === 'notice'
          ? events.some((event) => event.type === 'handed-back' || event.type === 'case-ended')
          : events.some((event) => event.type === 'taken-over' && event.staff.id !== voice.staffId)
    if (fate === 'dropped' && !lost) wrong.push(`${id} was dropped with its right to be said`)
  }
  return wrong
}

function saidBy(event: Event): string | undefined {
  if (event.type === 'handoff-opened') return event.notice.messageId
  if (event.type === 'handed-back') return event.sentence?.messageId
  if (event.type === 'staff-message' || AUTOMATIC.has(event.type))
    return 'messageId' in event ? event.messageId : undefined
  return undefined
}

/** What was decided first is said first, and nothing is said twice: what may have gone out is flagged instead. */
function sends({ outbox, sent }: Outcome): string[] {
  const order = new Map(outbox.map((row) => [row.id, row.seq]))
  const wrong = sent.filter((id, i) => sent.indexOf(id) !== i).map((id) => `${id} was sent twice`)
  const seqs = sent.map((id) => order.get(id) ?? 0)
  if (seqs.some((seq, i) => i > 0 && seq < (seqs[i - 1] ?? 0))) wrong.push(`said in the order ${seqs.join(', ')}`)
  for (const row of outbox) {
    if (row.state === 'sent' && !sent.includes(row.id)) wrong.push(`${row.id} counts as sent and was not`)
    if (row.state === 'failed' && !row.detail) wrong.push(`${row.id} failed without a word to staff`)
  }
  return wrong
}

/** The row in the lists is what the log gives, and every moment that is owed has its timer. */
function projections({ events, summary, timers, quiet }: Outcome): string[] {
  const wrong: string[] = []
  let anew: Summary | undefined
  for (const { event, after } of steps(events))
    anew = summarise(summary?.conversationId ?? '', anew, after, [event], quiet)
  if (JSON.stringify(anew) !== JSON.stringify(summary)) wrong.push('the row is not what a rebuild gives')
  const state = finalState(events)
  const set = new Set(timers)
  const owed = (name: string, due: boolean) => {
    if (set.has(name) !== due) wrong.push(`${state.owner}: ${name} is ${due ? 'not ' : ''}set`)
  }
  const waiting = openCase(state)?.waitingSince != null
  owed('claim-deadline', state.owner === 'queue')
  owed('return', state.owner === 'staff' && waiting)
  if (!waiting || state.owner === 'queue') owed('case-end', state.owner === 'bot' || state.owner === 'staff')
  return wrong
}
