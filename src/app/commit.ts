// Load, decide, append at that version: the one loop through which every conversation changes.
import type { Command } from '../core/conversation/command.ts'
import { decide } from '../core/conversation/decide.ts'
import { fold } from '../core/conversation/evolve.ts'
import { INITIAL, type State } from '../core/conversation/state.ts'
import { fromStored, type StoredEvent } from '../core/conversation/stored-event.ts'
import type { Summary } from '../core/conversation/summary.ts'
import { TIMER_PRIORITY } from '../core/conversation/timer.ts'
import { type Decided, toUnit } from '../core/conversation/to-unit.ts'
import type { Channel } from '../ports/channel.ts'
import type { WakeOptions } from '../ports/wakeups.ts'
import { channelOf, type Needs } from './needs.ts'

export interface Loaded {
  state: State
  summary: Summary | undefined
}

export interface Committed extends Loaded {
  /** Empty when the command had nothing left to do. */
  events: readonly StoredEvent[]
  /** The channel event was stored before: nothing was changed. */
  repeat: boolean
}

/** Keeps the folded states of busy conversations, so that a message costs no reading. A stale one only conflicts. */
export interface States {
  load(conversationId: string): Promise<Loaded>
  keep(conversationId: string, loaded: Loaded): void
  forget(conversationId: string): void
}

export function createStates(needs: Pick<Needs, 'store'>, most = 5000): States {
  const kept = new Map<string, Loaded>()
  const keep = (id: string, loaded: Loaded) => {
    const known = kept.get(id)
    if (known && known.state.version > loaded.state.version) return
    kept.delete(id)
    kept.set(id, loaded)
    if (kept.size > most) for (const oldest of kept.keys()) return void kept.delete(oldest)
  }
  return {
    keep,
    forget: (id) => void kept.delete(id),
    async load(id) {
      const known = kept.get(id)
      if (known) return known
      const [events, summary] = await Promise.all([needs.store.log.read(id), needs.store.lists.summary(id)])
      const loaded = { state: events.length === 0 ? INITIAL : fold(events.map(fromStored)), summary }
      keep(id, loaded)
      return loaded
    },
  }
}

const MOST_CONFLICTS = 50

/**
 * Builds the command from the state, decides it and appends the events; on a conflict somebody else spoke first, so it
 * loads and builds again. `build` returns undefined to do nothing. Throws `Refused`.
 */
export async function commit(
  needs: Needs,
  states: States,
  conversationId: string,
  build: (loaded: Loaded) => Command | undefined,
  options: { channel: string; inbox?: { channel: string; id: string } },
): Promise<Committed> {
  const channel = channelOf(needs, options.channel)
  for (let conflicts = 0; ; conflicts++) {
    const loaded = await states.load(conversationId)
    const command = build(loaded)
    const events = command ? decide(loaded.state, command) : []
    if (events.length === 0) return { ...loaded, events: [], repeat: false }
    const decided = toUnit(conversationId, loaded, events, needs.prompts().policy, delivery(needs, channel))
    const { stored, state, summary, ...rows } = decided
    const expected = loaded.state.version
    const inbox = options.inbox ? { inbox: options.inbox } : {}
    const result = await needs.store.log.append({
      conversationId,
      expected,
      events: stored,
      summary,
      ...rows,
      ...inbox,
    })
    if (result === 'repeat') return { ...loaded, events: [], repeat: true }
    if (result === 'stored') {
      states.keep(conversationId, { state, summary })
      afterwards(needs, conversationId, decided)
      return { state, summary, events: stored, repeat: false }
    }
    needs.tally.count('conflicts')
    states.forget(conversationId)
    if (conflicts >= MOST_CONFLICTS) throw new Error(`conversation ${conversationId}: no append in ${conflicts} tries`)
  }
}

function delivery(needs: Needs, channel: Channel | undefined) {
  const delivered = channel?.capabilities.stored ?? false
  return { delivered, quiet: delivered ? needs.limits.quiet.stored : needs.limits.quiet.sent }
}

/** Wake-ups further away than this are left to the sweep; ms. */
const SWEPT_ANYWAY = 60 * 60 * 1000

/** Hints only: the rows are durable, and the sweep finds whatever these do not reach. Nobody waits for them. */
function afterwards(needs: Needs, conversationId: string, decided: Decided): void {
  const { state, summary, outbox, timers } = decided
  needs.feed.publish({ kind: 'conversation', conversationId, version: state.version, owner: state.owner })
  if (summary.turnDue !== null) wake(needs, conversationId, { at: summary.turnDue, name: 'turn', priority: 2 })
  if (outbox.some((row) => row.state === 'ready')) wake(needs, conversationId, { priority: 1 })
  for (const timer of timers) {
    if ('cancel' in timer) needs.wakeups.cancel(conversationId, timer.name).catch(ignored(needs))
    else if (timer.at - needs.clock.now() < SWEPT_ANYWAY) {
      wake(needs, conversationId, { at: timer.at, name: timer.name, priority: TIMER_PRIORITY[timer.name] })
    }
  }
}

function wake(needs: Needs, conversationId: string, options: WakeOptions): void {
  needs.wakeups.wake(conversationId, options).catch(ignored(needs))
}

function ignored(needs: Needs): (error: unknown) => void {
  return (error) => needs.logger.debug('a wake-up was lost; the sweep will find the row', { error: String(error) })
}
