import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/core/conversation/command.ts'
import { decide } from '../../../src/core/conversation/decide.ts'
import { evolve } from '../../../src/core/conversation/evolve.ts'
import { INITIAL, type State } from '../../../src/core/conversation/state.ts'
import { summarise, turnDue } from '../../../src/core/conversation/summarise.ts'
import type { Summary } from '../../../src/core/conversation/summary.ts'
import { Refused } from '../../../src/core/errors.ts'
import {
  ana,
  answer,
  ben,
  closes,
  concluding,
  given,
  handoff,
  handsBack,
  plan,
  replies,
  takesOver,
  ticks,
  unknown,
  wrote,
} from './given.ts'

const quiet = { each: 400, most: 6000 }

const anyCommand: fc.Arbitrary<(state: State, at: number) => Command> = fc.constantFrom<
  (state: State, at: number) => Command
>(
  (_, at) => wrote(`m${at}`, at),
  (_, at) => wrote(`m${at}`, at, { plan: plan(), asksForPerson: true }),
  (state, at) => concluding(state, answer, at),
  (state, at) => concluding(state, unknown, at),
  (state, at) => concluding(state, handoff, at),
  (_, at) => takesOver(ana, at),
  (_, at) => takesOver(ben, at, true),
  (_, at) => replies(ana, at),
  (_, at) => handsBack(ana, at),
  (_, at) => closes(ana, at),
  (_, at) => ticks('return', at + 1e9),
)

describe('the row of a conversation', () => {
  it('is the same whether it was kept up to date or made anew from the log', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        let state: State = INITIAL
        let kept: Summary | undefined
        let anew: Summary | undefined
        let replayed: State = INITIAL
        for (const [i, build] of commands.entries()) {
          let events: ReturnType<typeof decide> = []
          try {
            events = decide(state, build(state, (i + 1) * 1000))
          } catch (error) {
            if (!(error instanceof Refused)) throw error
          }
          if (events.length === 0) continue
          state = events.reduce(evolve, state)
          kept = summarise('c', kept, state, events, quiet)
          for (const event of events) {
            replayed = evolve(replayed, event)
            anew = summarise('c', anew, replayed, [event], quiet)
          }
          expect(anew).toEqual(kept)
        }
      }),
    )
  })

  it('says who waits, since when, and what they want', () => {
    const { state, events } = given(
      wrote('m1', 1000),
      (now) => concluding(now, unknown, 2000),
      wrote('m2', 5000, { plan: plan() }),
    )
    expect(summarise('c', undefined, state, events, quiet)).toMatchObject({
      owner: 'queue',
      waitingSince: 5000,
      wants: 'Asks: “where is my parcel”',
      priority: 2,
      lastFrom: 'bot',
      channel: 'webchat',
      turnDue: null,
    })
  })
})

describe('the bot’s turn', () => {
  it('comes after a moment of quiet, which each message restarts, but not for ever', () => {
    expect(turnDue(given(wrote('m1', 1000)).state, quiet)).toBe(1400)
    expect(turnDue(given(wrote('m1', 1000), wrote('m2', 1300)).state, quiet)).toBe(1700)
    expect(turnDue(given(wrote('m1', 1000), wrote('m2', 6900)).state, quiet)).toBe(7000)
  })

  it('does not come while somebody else owns the conversation', () => {
    expect(turnDue(given(wrote('m1'), takesOver()).state, quiet)).toBeNull()
    expect(turnDue(given(wrote('m1', 0, { plan: plan() }), wrote('m2')).state, quiet)).toBeNull()
    expect(turnDue(given().state, quiet)).toBeNull()
  })
})
