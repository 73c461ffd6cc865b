// Which moments a conversation asks to be looked at again: none that is owed may be missing, none may outlive its cause.
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/core/conversation/command.ts'
import { evolve } from '../../../src/core/conversation/evolve.ts'
import { react } from '../../../src/core/conversation/react.ts'
import { INITIAL, type State } from '../../../src/core/conversation/state.ts'
import type { TimerName } from '../../../src/core/conversation/timer.ts'
import {
  ana,
  answer,
  ben,
  closes,
  concluding,
  given,
  handsBack,
  plan,
  policy,
  replies,
  takesOver,
  ticks,
  wrote,
} from './given.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The timers that are set after these commands. */
function timers(...commands: (Command | ((state: State) => Command))[]): Partial<Record<TimerName, number>> {
  const set: Partial<Record<TimerName, number>> = {}
  let state: State = INITIAL
  for (const event of given(...commands).events) {
    state = evolve(state, event)
    for (const effect of react(state, event, policy)) {
      if (effect.do === 'wake') set[effect.name] = effect.at
      if (effect.do === 'cancel') delete set[effect.name]
    }
  }
  return set
}

describe('moments', () => {
  it('of a handoff: its brief at once, its claim in the time of the policy', () => {
    expect(timers(wrote('m1', 7, { plan: plan() }))).toEqual({ brief: 7, 'claim-deadline': 7 + 5 * MINUTE })
  })

  it('of a second handoff replace those of the first', () => {
    const again = timers(
      wrote('m1', 0, { plan: plan() }),
      takesOver(ana, 1),
      handsBack(ana, 2),
      wrote('m2', 3, { plan: plan() }),
    )
    expect(again).toEqual({ brief: 3, 'claim-deadline': 3 + 5 * MINUTE })
  })

  it('of staff who has the conversation: the return, from the first message without a reply', () => {
    const owed = timers(wrote('m1', 0, { plan: plan() }), takesOver(ana, 1))
    expect(owed).toMatchObject({ return: 1 + 30 * MINUTE })
    expect(owed).not.toHaveProperty('claim-deadline')
    expect(timers(wrote('m1'), replies(ana, 1), wrote('m2', 5), wrote('m3', 9))).toMatchObject({
      return: 5 + 30 * MINUTE,
    })
    expect(timers(wrote('m1'), replies(ana, 1), wrote('m2', 5), replies(ana, 6))).not.toHaveProperty('return')
    expect(timers(wrote('m1'), replies(ana, 1), wrote('m2', 5), handsBack(ana, 6))).not.toHaveProperty('return')
  })

  it('of staff who takes over while a later message waits behind the bot’s answer: the return', () => {
    const before = given(wrote('m1', 1)).state
    const late = { ...concluding(before, answer, 3), evenIfNewer: true } as Command
    expect(timers(wrote('m1', 1), wrote('m2', 2), late, takesOver(ana, 4))).toMatchObject({ return: 4 + 30 * MINUTE })
  })

  it('of a case in which nothing is owed: its end after a day of quiet', () => {
    const answered = [wrote('m1'), (now: State) => concluding(now, answer, 1)] as const
    expect(timers(...answered)).toEqual({ 'case-end': 1 + DAY })
    expect(timers(...answered, takesOver(ana, 5))).toEqual({ 'case-end': 5 + DAY })
    expect(timers(wrote('m1'), replies(ana, 1), takesOver(ben, 2, true))).toEqual({ 'case-end': 2 + DAY })
  })

  it('of a case that holds nothing but history: its end', () => {
    const message = { id: 'old', text: 'hello?', language: 'en', history: true as const }
    expect(timers(wrote('old', 4, { message }))).toEqual({ 'case-end': 4 + DAY })
  })

  it('end with the case, and with the return to the queue', () => {
    expect(timers(wrote('m1', 0, { plan: plan() }), closes())).toEqual({})
    const returned = timers(wrote('m1', 0, { plan: plan() }), takesOver(ana, 1), ticks('return', 2 + 30 * MINUTE))
    expect(returned).toEqual({ brief: 0 })
  })
})
