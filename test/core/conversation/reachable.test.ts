// Breadth-first over every reachable state and command: what must hold in each of them.
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/core/conversation/command.ts'
import { decide } from '../../../src/core/conversation/decide.ts'
import type { Event } from '../../../src/core/conversation/event.ts'
import { evolve } from '../../../src/core/conversation/evolve.ts'
import { react } from '../../../src/core/conversation/react.ts'
import { INITIAL, openCase, type State } from '../../../src/core/conversation/state.ts'
import { Refused } from '../../../src/core/errors.ts'
import {
  ana,
  answer,
  ben,
  closes,
  concluding,
  handoff,
  handsBack,
  plan,
  policy,
  replies,
  takesOver,
  ticks,
  unknown,
  wrote,
} from './given.ts'

const MOST_DEPTH = 60
const AUTOMATIC = new Set(['answered', 'clarified', 'courtesy-said', 'handoff-opened'])

/** What makes two states the same for this search: everything but ids, times and texts. */
function shape(state: State): string {
  const the = openCase(state)
  const handoffOpen = (state.owner === 'queue' || state.owner === 'staff') && state.handoff ? 'handoff' : ''
  const who = state.owner === 'staff' ? state.staff.id : ''
  const rest = the && [
    Math.min(the.pending.length, 2),
    Math.min(the.counters.fallbacks, 2),
    the.offered,
    the.staffSpoke,
    the.waitingSince !== null,
  ]
  return [state.owner, who, handoffOpen, ...(rest ?? [])].join('|')
}

function commands(state: State, stale: readonly State[], depth: number): Command[] {
  const far = 1e9
  return [
    wrote(`m${depth}`),
    wrote(`m${depth}`, 0, { plan: plan(), asksForPerson: true }),
    {
      type: 'ask-person',
      now: 0,
      origin: { caseId: 'c', channel: 'webchat', chat: 'x' },
      requestId: 'r',
      plan: plan(),
    },
    ...[state, ...stale].flatMap((seen) => [answer, unknown, handoff].map((verdict) => concluding(seen, verdict))),
    ...[ana, ben].flatMap((staff) => [
      takesOver(staff),
      takesOver(staff, 0, true),
      replies(staff),
      handsBack(staff),
      closes(staff),
    ]),
    ...(['claim-deadline', 'return', 'case-end', 'survey', 'wait-update', 'next-alert'] as const).map((name) =>
      ticks(name, far),
    ),
  ]
}

function tryDecide(state: State, command: Command): Event[] {
  try {
    return decide(state, command)
  } catch (error) {
    if (error instanceof Refused) return []
    throw error
  }
}

describe('every reachable state under every command', () => {
  const seen = new Map<string, State>([[shape(INITIAL), INITIAL]])
  let frontier: { state: State; stale: State[] }[] = [{ state: INITIAL, stale: [] }]
  let transitions = 0
  const broken: string[] = []
  for (let depth = 0; depth < MOST_DEPTH && frontier.length > 0; depth++) {
    const next: typeof frontier = []
    for (const { state, stale } of frontier) {
      for (const command of commands(state, stale, depth)) {
        const events = tryDecide(state, command)
        let at = state
        for (const event of events) {
          const after = evolve(at, event)
          transitions++
          broken.push(...violations(at, event, after, command))
          at = after
        }
        if (events.length > 0 && !seen.has(shape(at))) {
          seen.set(shape(at), at)
          next.push({ state: at, stale: [state, ...stale].slice(0, 3) })
        }
      }
    }
    frontier = next
  }

  function violations(before: State, event: Event, after: State, command: Command): string[] {
    const wrong: string[] = []
    const say = (what: string) =>
      wrong.push(`${what}: ${shape(before)} --${command.type}/${event.type}--> ${shape(after)}`)
    if (AUTOMATIC.has(event.type) && before.owner !== 'bot') say('an automatic text decided while the bot has no say')
    if (after.version !== before.version + 1) say('a version skipped')
    const changed =
      before.owner !== after.owner ||
      (before.owner === 'staff' && after.owner === 'staff' && before.staff.id !== after.staff.id)
    if (changed !== (after.epoch === before.epoch + 1)) say('epoch and owner disagree')
    if (before.owner === 'staff' && after.owner === 'bot' && event.type !== 'handed-back')
      say('staff lost it to the bot without a hand-back')
    if (before.owner === 'queue' && after.owner === 'bot') say('the queue lost it to the bot')
    const sends = react(after, event, policy).filter((effect) => effect.do === 'send')
    if (sends.length > 1) say('two texts from one event')
    if (event.type === 'handoff-opened' && sends.length !== 1) say('a handoff without its one notice')
    if (event.type === 'taken-over' && !react(after, event, policy).some((effect) => effect.do === 'withdraw-bot'))
      say('a takeover that leaves bot rows')
    return wrong
  }

  it('reaches all four owners and terminates', () => {
    expect(new Set([...seen.values()].map((state) => state.owner))).toEqual(
      new Set(['nobody', 'bot', 'queue', 'staff']),
    )
    expect(frontier).toEqual([])
    expect(transitions).toBeGreaterThan(500)
  })

  it('[S6] [R18] never decides an automatic text between a takeover and the hand-back, return or close', () => {
    expect(broken).toEqual([])
  })
})
