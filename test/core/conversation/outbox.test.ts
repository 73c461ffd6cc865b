import { describe, expect, it } from 'vitest'
import { mayLeave, mayMove, type OutboxState } from '../../../src/core/conversation/outbox.ts'
import { ana, ben, closes, given, handsBack, plan, takesOver, wrote } from './given.ts'

const STATES: OutboxState[] = ['held', 'ready', 'sending', 'sent', 'unsure', 'failed', 'dropped']

describe('a row on its way out', () => {
  it('never comes back from sent or dropped', () => {
    for (const to of STATES) {
      expect(mayMove('sent', to)).toBe(false)
      expect(mayMove('dropped', to)).toBe(false)
    }
  })

  it('reaches the channel only by way of sending', () => {
    expect(STATES.filter((from) => mayMove(from, 'sending'))).toEqual(['ready'])
    expect(STATES.filter((from) => mayMove(from, 'sent'))).toEqual(['sending', 'unsure'])
  })
})

describe('the last fence', () => {
  const bot = given(wrote('m1')).state
  const queue = given(wrote('m1', 0, { plan: plan('h1') })).state
  const withAna = given(wrote('m1', 0, { plan: plan('h1') }), takesOver(ana)).state
  const again = given(wrote('m1'), takesOver(ana), handsBack(ana)).state
  const closed = given(wrote('m1'), closes(ana)).state

  it('lets the bot speak only while it has the conversation, in the same epoch', () => {
    const voice = { kind: 'bot', epoch: bot.epoch } as const
    expect([bot, queue, withAna, again, closed].map((state) => mayLeave(voice, state))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('lets a notice out while its own handoff is open', () => {
    const voice = { kind: 'notice', handoffId: 'h1' } as const
    expect([bot, queue, withAna, again, closed].map((state) => mayLeave(voice, state))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
    expect(mayLeave({ kind: 'notice', handoffId: 'h2' }, queue)).toBe(false)
  })

  it('lets staff’s words out unless a colleague has it now', () => {
    const voice = { kind: 'staff', staffId: ana.id } as const
    expect([withAna, again, closed].map((state) => mayLeave(voice, state))).toEqual([true, true, true])
    expect(mayLeave({ kind: 'staff', staffId: ben.id }, withAna)).toBe(false)
  })
})
