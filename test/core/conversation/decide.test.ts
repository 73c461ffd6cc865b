import { describe, expect, it } from 'vitest'
import { exchangesBefore, openCase } from '../../../src/core/conversation/state.ts'
import { NO_TOPIC } from '../../../src/core/conversation/write-brief.ts'
import { Refused } from '../../../src/core/errors.ts'
import {
  ana,
  answer,
  ben,
  closes,
  concluding,
  decide,
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

const types = (events: readonly { type: string }[]) => events.map((event) => event.type)
const HOUR = 3_600_000

describe('a first message', () => {
  it('opens a case that belongs to the bot', () => {
    const { state, events } = given(wrote('m1'))
    expect(types(events)).toEqual(['case-opened', 'customer-message'])
    expect(state).toMatchObject({ owner: 'bot', version: 2, epoch: 1 })
  })

  it('[T1] that asks for a person hands off in the same breath, with one notice', () => {
    const { state, events } = given(wrote('m1', 0, { plan: plan('h1'), asksForPerson: true }))
    expect(types(events)).toEqual(['case-opened', 'customer-message', 'handoff-opened'])
    expect(state).toMatchObject({
      owner: 'queue',
      handoff: { id: 'h1' },
      case: { pending: [], counters: { asked: 1 } },
    })
  })

  it('that is history is kept and never answered', () => {
    const message = { id: 'old', text: 'hello?', language: 'en', history: true as const }
    const { state } = given(wrote('old', 0, { message, plan: plan() }))
    expect(state).toMatchObject({ owner: 'bot', case: { pending: [], waitingSince: null } })
  })
})

describe('a conclusion of the bot', () => {
  it('covers the messages it read and leaves nothing pending', () => {
    const { state } = given(wrote('m1'), wrote('m2'), (now) => concluding(now, answer))
    expect(state).toMatchObject({ owner: 'bot', case: { pending: [], answers: 1 } })
  })

  it('decides nothing once staff has taken over', () => {
    const before = given(wrote('m1')).state
    const { state } = given(wrote('m1'), takesOver())
    expect(decide(state, concluding(before, answer))).toEqual([])
  })

  it('decides nothing after a takeover and a hand-back: its epoch is over', () => {
    const before = given(wrote('m1')).state
    const { state } = given(wrote('m1'), takesOver(), handsBack())
    expect(state.owner).toBe('bot')
    expect(decide(state, concluding(before, answer))).toEqual([])
  })

  it('is dropped when the customer wrote on meanwhile, so that the next one covers both', () => {
    const before = given(wrote('m1')).state
    const { state } = given(wrote('m1'), wrote('m2'))
    expect(decide(state, concluding(before, answer))).toEqual([])
    const late = { ...concluding(before, answer), evenIfNewer: true } as Parameters<typeof decide>[1]
    expect(types(decide(state, late))).toEqual(['answered'])
  })

  it('is not repeated: the second one finds nothing pending', () => {
    const before = given(wrote('m1')).state
    const { state } = given(wrote('m1'), (now) => concluding(now, answer))
    expect(decide(state, concluding(before, answer))).toEqual([])
  })

  it('counts fallbacks in a row, and a grounded answer resets them', () => {
    const { state } = given(wrote('m1'), (now) => concluding(now, unknown))
    expect(state).toMatchObject({ case: { counters: { fallbacks: 1 }, missed: ['text of m1'], offered: true } })
    const after = given(
      wrote('m1'),
      (now) => concluding(now, unknown),
      wrote('m2'),
      (now) => concluding(now, answer),
    ).state
    expect(after).toMatchObject({ case: { counters: { fallbacks: 0 }, missed: [], offered: false } })
  })
})

describe('a message that came while the bot wrote', () => {
  const before = given(wrote('m1', 1)).state
  const late = { ...concluding(before, answer), evenIfNewer: true } as Parameters<typeof decide>[1]

  it('goes on waiting after the answer to the earlier ones', () => {
    const { state } = given(wrote('m1', 1), wrote('m2', 7), late)
    expect(state).toMatchObject({ case: { pending: [{ id: 'm2' }], waitingSince: 7 } })
  })

  it('is no past of its own turn, also when a sentence of the hand-back stands behind it', () => {
    const { state } = given(wrote('m1'), replies(), wrote('m2'), handsBack())
    const the = openCase(state)
    expect(the && exchangesBefore(the).map((one) => one.text)).toEqual(['text of m1', 'from staff', 'The bot is back.'])
  })
})

describe('taking over', () => {
  it('works from bot, queue and nobody', () => {
    expect(given(wrote('m1'), takesOver()).state.owner).toBe('staff')
    expect(given(wrote('m1', 0, { plan: plan() }), takesOver()).state.owner).toBe('staff')
    const again = given(wrote('m1'), takesOver(), closes(), takesOver())
    expect(again.state.owner).toBe('staff')
    expect(again.events.filter((event) => event.type === 'case-opened')).toMatchObject([
      { by: 'customer' },
      { by: 'staff', follows: 'case-1' },
    ])
  })

  it('twice by the same person is one takeover', () => {
    expect(types(given(wrote('m1'), takesOver(), takesOver()).events)).toEqual([
      'case-opened',
      'customer-message',
      'taken-over',
    ])
  })

  it('of a colleague’s conversation is refused and names the colleague, unless forced', () => {
    const { state } = given(wrote('m1'), takesOver(ana))
    expect(() => decide(state, takesOver(ben))).toThrow(
      expect.objectContaining({ code: 'owned-by-another', holder: ana }),
    )
    expect(types(decide(state, takesOver(ben, 0, true)))).toEqual(['taken-over'])
  })

  it('happens by writing', () => {
    expect(types(given(wrote('m1', 0, { plan: plan() }), replies()).events).slice(-2)).toEqual([
      'taken-over',
      'staff-message',
    ])
    const { state } = given(wrote('m1'), takesOver(ana))
    expect(() => decide(state, replies(ben))).toThrow(Refused)
  })
})

describe('handing back', () => {
  it('is for whoever has the conversation', () => {
    const held = given(wrote('m1'), takesOver(ana)).state
    expect(() => decide(held, handsBack(ben))).toThrow(expect.objectContaining({ code: 'owned-by-another' }))
    expect(() => decide(given(wrote('m1', 0, { plan: plan() })).state, handsBack())).toThrow(
      expect.objectContaining({ code: 'not-yours' }),
    )
    expect(() => decide(given().state, handsBack())).toThrow(expect.objectContaining({ code: 'nothing-open' }))
  })

  it('makes an unanswered question the bot’s next turn', () => {
    const { state } = given(wrote('m1', 0, { plan: plan() }), takesOver(), wrote('m2', 5), handsBack())
    expect(state).toMatchObject({ owner: 'bot', case: { pending: [{ id: 'm2' }] } })
  })

  it('leaves what staff answered, and what only asked for the person, to nobody', () => {
    const answered = given(wrote('m1'), takesOver(), wrote('m2'), replies(), handsBack()).state
    expect(answered).toMatchObject({ case: { pending: [] } })
    const asked = given(
      wrote('m1', 0, { plan: plan() }),
      wrote('m2', 0, { asksForPerson: true }),
      takesOver(),
      handsBack(),
    ).state
    expect(asked).toMatchObject({ case: { pending: [], counters: { asked: 1 } } })
  })
})

describe('the clock', () => {
  it('names a handoff that nobody claimed, once', () => {
    const { events } = given(
      wrote('m1', 0, { plan: plan() }),
      ticks('claim-deadline', 300_000),
      ticks('claim-deadline', 300_001),
    )
    expect(types(events).filter((type) => type === 'claim-overdue')).toHaveLength(1)
  })

  it('returns a conversation of silent staff to the queue, never to the bot', () => {
    const { state } = given(wrote('m1'), takesOver(ana, 10), ticks('return', 10 + 1_800_000))
    expect(state).toMatchObject({ owner: 'queue', handoff: { overdue: true } })
  })

  it('does nothing about what came due before the conversation changed hands, or before the customer wrote', () => {
    const queued = given(
      wrote('m1', 0, { plan: plan() }),
      takesOver(),
      handsBack(),
      wrote('m2', 400_000, { plan: plan() }),
    )
    expect(decide(queued.state, ticks('claim-deadline', 300_000, 100_001))).toEqual([])
    const held = given(wrote('m1'), replies(ana, 10), wrote('m2', 2_000_000))
    expect(decide(held.state, ticks('return', 1_800_010, 200_000))).toEqual([])
    const quiet = given(wrote('m1'), (now) => concluding(now, answer, 90_000_000))
    expect(decide(quiet.state, ticks('case-end', 86_400_000, 4_000_000))).toEqual([])
  })

  it('keeps a moment that was set under another policy: a longer wait asked for later loses nothing', () => {
    const held = given(wrote('m1'), takesOver(ana, 10)).state
    expect(types(decide(held, ticks('return', 10 + 60_000)))).toEqual(['returned'])
  })

  it('leaves a conversation with staff who spoke last', () => {
    const { state } = given(wrote('m1'), replies(ana, 10), ticks('return', HOUR))
    expect(state.owner).toBe('staff')
  })

  it('ends a quiet case only when nothing is owed', () => {
    const quiet = given(wrote('m1'), (now) => concluding(now, answer), ticks('case-end', 24 * HOUR))
    expect(quiet.events.at(-1)).toMatchObject({ type: 'case-ended', by: 'quiet', outcome: 'bot_resolved' })
    expect(given(wrote('m1', 0, { plan: plan() }), ticks('case-end', 99 * HOUR)).state.owner).toBe('queue')
    expect(given(wrote('m1'), takesOver(), ticks('case-end', 99 * HOUR)).state.owner).toBe('staff')
    expect(
      given(wrote('m1'), (now) => concluding(now, handoff), replies(), ticks('case-end', 99 * HOUR)).events.at(-1),
    ).toMatchObject({
      type: 'case-ended',
      outcome: 'staff_resolved',
    })
  })
})

describe('cases', () => {
  it('end by close with a root cause and an outcome', () => {
    const { events, state } = given(wrote('m1'), replies(), closes())
    expect(events.at(-1)).toMatchObject({
      type: 'case-ended',
      by: 'staff',
      rootCause: 'unstated',
      outcome: 'staff_resolved',
    })
    expect(state.owner).toBe('nobody')
    expect(() => decide(state, closes())).toThrow(expect.objectContaining({ code: 'nothing-open' }))
  })

  it('are staff’s when staff closes what it took over, also without a word here', () => {
    const phoned = given(
      wrote('m1'),
      (now) => concluding(now, answer),
      wrote('m2', 0, { plan: plan() }),
      takesOver(),
      closes(),
    )
    expect(phoned.events.at(-1)).toMatchObject({ outcome: 'staff_resolved' })
    const answered = given(wrote('m1'), (now) => concluding(now, answer), closes())
    expect(answered.events.at(-1)).toMatchObject({ outcome: 'bot_resolved' })
    const left = given(wrote('m1', 0, { plan: plan() }), closes())
    expect(left.events.at(-1)).toMatchObject({ outcome: 'unanswered' })
  })

  it('link to their predecessor when they reopen within seven days', () => {
    const open = (at: number) =>
      given(wrote('m1'), closes(), wrote('m2', at)).events.filter((event) => event.type === 'case-opened')[1]
    expect(open(6 * 24 * HOUR)).toMatchObject({ follows: 'case-1' })
    expect(open(8 * 24 * HOUR)).not.toHaveProperty('follows')
  })
})

describe('the brief of somebody who had not said what about', () => {
  const bare = { ...plan('h1'), brief: { ...plan().brief, wants: NO_TOPIC } }
  const wants = (...more: Parameters<typeof given>) => {
    const { state } = given(wrote('m1', 0, { plan: bare, asksForPerson: true }), ...more)
    return state.owner === 'queue' || state.owner === 'staff' ? state.handoff?.brief.wants : undefined
  }
  const says = (id: string, text: string) => wrote(id, 1, { message: { id, text, language: 'en' } })

  it('[C25] takes up what they write while they wait', () => {
    expect(wants(says('m2', 'My parcel is torn'))).toBe('Asks: “My parcel is torn”')
    expect(wants(says('m2', 'My parcel is torn'), says('m3', 'and wet'))).toBe('Asks: “My parcel is torn”')
    expect(wants(takesOver(), says('m2', 'My parcel is torn'))).toBe('Asks: “My parcel is torn”')
  })

  it('is not a greeting, nor asking again', () => {
    expect(wants(says('m2', 'hello'))).toBe(NO_TOPIC)
    expect(wants(wrote('m2', 1, { asksForPerson: true }))).toBe(NO_TOPIC)
  })
})
