// A decision as the rows that one transaction writes.
import type { Policy } from '../handoff/policy.ts'
import type { Event } from './event.ts'
import { evolve } from './evolve.ts'
import type { OutboxRow } from './outbox.ts'
import { type Effect, react } from './react.ts'
import type { State } from './state.ts'
import { type StoredEvent, toStored } from './stored-event.ts'
import { type Quiet, summarise } from './summarise.ts'
import type { Summary } from './summary.ts'
import type { TimerChange, TimerName } from './timer.ts'

export interface Decided {
  state: State
  stored: StoredEvent[]
  summary: Summary
  outbox: OutboxRow[]
  withdrawBot: boolean
  timers: TimerChange[]
}

/**
 * Folds the events, asks for their effects and gathers the rows. `delivered`: the channel delivers by storing, so rows
 * are born `sent`. Later effects on a timer replace earlier ones.
 */
export function toUnit(
  conversationId: string,
  before: { state: State; summary: Summary | undefined },
  events: readonly Event[],
  policy: Policy,
  channel: { delivered: boolean; quiet: Quiet },
): Decided {
  let state = before.state
  const stored: StoredEvent[] = []
  const outbox: OutboxRow[] = []
  const timers = new Map<TimerName, TimerChange>()
  let withdrawBot = false
  for (const event of events) {
    state = evolve(state, event)
    stored.push(toStored(event, state.version))
    for (const effect of react(state, event, policy)) {
      if (effect.do === 'send') outbox.push(row(conversationId, effect, state.version, event.at, channel.delivered))
      else if (effect.do === 'withdraw-bot') withdrawBot = true
      else if (effect.do === 'wake') timers.set(effect.name, { name: effect.name, at: effect.at })
      else timers.set(effect.name, { name: effect.name, cancel: true })
    }
  }
  const summary = summarise(conversationId, before.summary, state, events, channel.quiet)
  return { state, stored, summary, outbox, withdrawBot, timers: [...timers.values()] }
}

function row(
  conversationId: string,
  effect: Extract<Effect, { do: 'send' }>,
  seq: number,
  createdAt: number,
  delivered: boolean,
): OutboxRow {
  const { messageId: id, voice, text } = effect
  return { id, conversationId, seq, voice, text, state: delivered ? 'sent' : 'ready', createdAt }
}
