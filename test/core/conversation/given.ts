// Small vocabulary for specifications of the conversation: given events, when a command, then events.
import type { Command, CommandOf, HandoffPlan, Origin } from '../../../src/core/conversation/command.ts'
import { decide } from '../../../src/core/conversation/decide.ts'
import type { Event } from '../../../src/core/conversation/event.ts'
import { evolve, fold } from '../../../src/core/conversation/evolve.ts'
import { INITIAL, openCase, type State } from '../../../src/core/conversation/state.ts'
import type { Brief } from '../../../src/core/handoff/brief.ts'
import type { Policy } from '../../../src/core/handoff/policy.ts'
import type { Grounds, Verdict } from '../../../src/core/handoff/verdict.ts'
import { POLICY } from '../handoff/some-policy.ts'

export const ana = { id: 'ana', name: 'Ana' }
export const ben = { id: 'ben', name: 'Ben' }
export const origin: Origin = { caseId: 'case-1', channel: 'webchat', chat: 'c1' }

export const policy: Policy = {
  ...POLICY,
  shop: { name: 'Shop', defaultLanguage: 'en' },
  rootCauses: ['unstated', 'missing-knowledge'],
}

export const brief: Brief = {
  wants: 'Asks: “where is my parcel”',
  reasons: [{ trigger: 'explicit-request', evidence: '“a person please”' }],
  tried: [],
  known: [],
  mood: 'calm',
  nearest: [],
  opening: 'Hello',
  by: 'log',
}

export const grounds: Grounds = {
  confidence: 0.9,
  parts: [],
  reasons: brief.reasons,
  passages: [],
  nearest: [],
  signals: { burst: 1, capitals: 0, rephrasings: 0 },
  language: 'en',
  policy: 'test',
  modelCalls: 0,
}

let made = 0
export const fresh = (): string => `id-${++made}`

export const plan = (handoffId = fresh()): HandoffPlan => ({
  handoffId,
  team: 'care',
  priority: 2,
  notice: { messageId: `notice-${handoffId}`, text: 'A colleague will answer here.' },
  brief,
  grounds,
})

export const wrote = (id: string, at = 0, more: Partial<CommandOf<'receive'>> = {}): Command => ({
  type: 'receive',
  now: at,
  origin,
  message: { id, text: `text of ${id}`, language: 'en' },
  asksForPerson: false,
  ...more,
})

export const answer: Verdict = {
  kind: 'answer',
  draft: { text: 'Yes.', citations: [], answerable: 'yes', by: 'quote' },
  grounds,
}
export const unknown: Verdict = { kind: 'clarify', ask: 'unknown', options: [], grounds }
export const handoff: Verdict = { kind: 'handoff', team: 'care', priority: 3, grounds }

/** A conclusion reached on a state: for what was pending there, in its epoch. */
export function concluding(state: State, verdict: Verdict, at = 0): Command {
  const covers = openCase(state)?.pending.map((message) => message.id) ?? []
  const said = verdict.kind === 'handoff' ? {} : { said: { messageId: fresh(), text: 'said' } }
  const planned = verdict.kind === 'handoff' ? { plan: plan() } : {}
  return { type: 'conclude', now: at, covers, epoch: state.epoch, evenIfNewer: false, verdict, ...said, ...planned }
}

/** Runs commands one after another; each may be built from the state it meets. */
export function given(...commands: (Command | ((state: State) => Command))[]): { state: State; events: Event[] } {
  const events: Event[] = []
  let state: State = INITIAL
  for (const command of commands) {
    const caused = decide(state, typeof command === 'function' ? command(state) : command)
    events.push(...caused)
    state = caused.reduce(evolve, state)
  }
  return { state, events }
}

export const takesOver = (staff = ana, at = 0, force = false): Command => ({
  type: 'take-over',
  now: at,
  origin,
  staff,
  place: 'console',
  force,
})
export const replies = (staff = ana, at = 0): Command => ({
  type: 'reply',
  now: at,
  origin,
  staff,
  place: 'console',
  said: { messageId: fresh(), text: 'from staff' },
  force: false,
})
export const handsBack = (staff = ana, at = 0): Command => ({
  type: 'hand-back',
  now: at,
  staff,
  sentence: { messageId: fresh(), text: 'The bot is back.' },
})
export const closes = (staff = ana, at = 0): Command => ({ type: 'close', now: at, staff, rootCause: 'unstated' })
/** A timer that runs at the moment it was set for, unless it runs late. */
export const ticks = (name: CommandOf<'timer'>['name'], due: number, late = 0): Command => ({
  type: 'timer',
  now: due + late,
  name,
  due,
  handoffId: fresh(),
  team: 'care',
  brief,
})

export { decide, evolve, fold }
