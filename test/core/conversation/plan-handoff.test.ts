// What the customer reads when a person is on the way.
import { describe, expect, it } from 'vitest'
import { planHandoff } from '../../../src/core/conversation/plan-handoff.ts'
import { type Case, openCase } from '../../../src/core/conversation/state.ts'
import { concluding, given, grounds, policy, unknown, wrote } from './given.ts'

const messages = {
  en: {
    notice: 'A colleague of {{team}} will answer.',
    noticeDisclosure: 'I am automatic.',
    disclosure: 'I am automatic. Say so if you want a person.',
  },
}

function noticeIn(open: Case | undefined): string {
  const about = { case: open, question: '', noTopic: () => true, policy, messages, grounds }
  return planHandoff({ ...about, handoffId: 'h', noticeId: 'n' }).notice.text
}

describe('the notice of a handoff', () => {
  it('says that it is automatic when it is the first automatic message, and offers no person on top of the one it brings', () => {
    expect(noticeIn(undefined)).toBe('A colleague of customer care will answer.\n\nI am automatic.')
  })

  it('says nothing of it when that has been said', () => {
    const asked = given(wrote('m1'))
    const answered = given(wrote('m1'), (state) => concluding(state, unknown))
    expect(noticeIn(openCase(asked.state))).toContain('automatic')
    expect(noticeIn(openCase(answered.state))).toBe('A colleague of customer care will answer.')
  })
})
