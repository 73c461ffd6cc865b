// Load, decide, append at that version: the one loop through which every conversation changes.
import type { Command } from '../core/conversation/command.ts'
import { decide } from '../core/conversation/decide.ts'
import type { Event } from '../core/conversation/event.ts'
import { fold } from '../core/conversation/evolve.ts'
import { INITIAL, type State } from '../core/conversation/state.ts'
import { fromStored, type StoredEvent } from '../core/conversation/stored-event.ts'
import type { Summary } from '../core/conversation/summary.ts'
import { TIMER_PRIORITY } from '../core/conversation/timer.ts'
import { type Decided, toUnit } from '../core/conversation/to-unit.ts'
import { Refused } from '../core/errors.ts'
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

/** Keeps the folded states of busy conversations, so that a message costs no replay of its log. */
export interface States {
  /** As the store has it now: what another process, or a commit under way, has added is read. */
  load(conversationId: string): Promise<Loaded>
  /** As it was last seen here: good enough to decide on, since a stale version conflicts. */
  recall(conversationId: string): Promise<Loaded>
  keep(conversationId: string, loaded: Loaded): void
  /**
   * Tasks of one conversation in this process, one after another: a hundred messages at once would otherwise conflict
   * with each other a hundred times. Only saves work; the version is the truth.
   */
  inTurn<T>(conversationId: string, task: () => Promise<T>): Promise<T>
}

const UNKNOWN: Loaded = { state: INITIAL, summary: undefined }

export function createStates(needs: Pick<Needs, 'store'>, most = 5000): States {
  const kept = new Map<string, Loaded>()
  const tails = new Map<string, Promise<unknown>>()
  const keep = (id: string, loaded: Loaded) => {
    const known = kept.get(id)
    if (known && known.state.version > loaded.state.version) return
    kept.delete(id)
    kept.set(id, loaded)
    if (kept.size > most) for (const oldest of kept.keys()) return void kept.delete(oldest)
  }
  const load = async (id: string): Promise<Loaded> => {
    const known = kept.get(id) ?? UNKNOWN
    const news = await needs.store.log.read(id, known.state.version)
    if (news.length === 0) return known
    const summary = await needs.store.lists.summary(id)
    const loaded = { state: fold(news.map(fromStored), known.state), summary }
    keep(id, loaded)
    return loaded
  }
  const inTurn = <T>(id: string, task: () => Promise<T>): Promise<T> => {
    const before = tails.get(id)
    const done = before ? before.then(task, task) : task()
    tails.set(id, done)
    const leave = () => void (tails.get(id) === done && tails.delete(id))
    done.then(leave, leave)
    return done
  }
  return { keep, load, recall: async (id) => kept.get(id) ?? load(id), inTurn }
}

const MOST_CONFLICTS = 50

/**
 * Builds the command from the state, decides it and appends the events; on a conflict somebody else spoke first, so it
 * loads and builds again. `build` returns undefined to do nothing. Throws `Refused`.
 */
export function commit(
  needs: Needs,
  states: States,
  conversationId: string,
  build: (loaded: Loaded) => Command | undefined,
  options: CommitOptions,
): Promise<Committed> {
  return states.inTurn(conversationId, () => decideAndAppend(needs, states, conversationId, build, options))
}

interface CommitOptions {
  channel: string
  /** The channel event that it comes from: the same one again is a repeat. */
  inbox?: { channel: string; id: string }
}

async function decideAndAppend(
  needs: Needs,
  states: States,
  conversationId: string,
  build: (loaded: Loaded) => Command | undefined,
  options: CommitOptions,
): Promise<Committed> {
  const channel = channelOf(needs, options.channel)
  let loaded = await states.recall(conversationId)
  let fresh = false
  for (let conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
    const events = decideOn(loaded, build, fresh)
    if (events?.length === 0 && fresh) return { ...loaded, events: [], repeat: false }
    if (events && events.length > 0) {
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
    }
    loaded = await states.load(conversationId)
    fresh = true
  }
  throw new Error(`conversation ${conversationId}: no append in ${MOST_CONFLICTS} tries`)
}

/** The events; undefined when a refusal rests on a state that may be out of date. */
function decideOn(loaded: Loaded, build: (loaded: Loaded) => Command | undefined, fresh: boolean): Event[] | undefined {
  const command = build(loaded)
  if (!command) return []
  try {
    return decide(loaded.state, command)
  } catch (error) {
    if (error instanceof Refused && !fresh) return undefined
    throw error
  }
}

function delivery(needs: Needs, channel: Channel | undefined) {
  const delivered = channel?.capabilities.stored ?? false
  return { delivered, quiet: delivered ? needs.limits.quiet.stored : needs.limits.quiet.sent }
}

/** Wake-ups further away than this are left to the sweep; ms. */
const SWEPT_ANYWAY = 60 * 60 * 1000

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

/** A hint that nobody waits for: the rows are durable, and the sweep finds what it does not reach. */
export function wake(needs: Needs, conversationId: string, options: WakeOptions): void {
  needs.wakeups.wake(conversationId, options).catch(ignored(needs))
}

function ignored(needs: Needs): (error: unknown) => void {
  return (error) => needs.logger.debug('a wake-up was lost; the sweep will find the row', { error: String(error) })
}
