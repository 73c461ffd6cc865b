import { describe, expect, it } from 'vitest'
import type { Event } from '../../../src/core/conversation/event.ts'
import { metrics } from '../../../src/core/metrics/index.ts'
import { ana, brief, grounds } from '../conversation/given.ts'

const MINUTE = 60_000

const opened = (caseId: string, at = 0): Event => ({
  type: 'case-opened',
  at,
  caseId,
  by: 'customer',
  channel: 'webchat',
  chat: 'c1',
})
const wrote = (text: string, at = 0): Event => ({
  type: 'customer-message',
  at,
  messageId: text,
  text,
  language: 'en',
})
const asked: Event = {
  type: 'customer-message',
  at: 0,
  messageId: 'q',
  text: 'a person please',
  language: 'en',
  asksForPerson: true,
}
const pressed: Event = { type: 'person-asked', at: 0, requestId: 'r1' }
const answered = (at = 0): Event => ({
  type: 'answered',
  at,
  messageId: 'a1',
  text: 'Yes.',
  citations: [],
  covers: ['q'],
  grounds,
})
const clarified: Event = {
  type: 'clarified',
  at: 0,
  messageId: 'c1',
  text: 'I do not know.',
  ask: 'unknown',
  covers: ['q'],
  grounds,
}
const greeted: Event = {
  type: 'courtesy-said',
  at: 0,
  messageId: 'g1',
  text: 'Hello!',
  courtesy: 'greeting',
  covers: ['q'],
  grounds,
}
const handoff = (at = 0): Event => ({
  type: 'handoff-opened',
  at,
  handoffId: 'h1',
  team: 'care',
  priority: 2,
  notice: { messageId: 'n1', text: 'A colleague will answer.' },
  brief,
  covers: [],
  grounds,
})
const replied = (at = 0): Event => ({
  type: 'staff-message',
  at,
  messageId: 's1',
  text: 'Hello.',
  staff: ana,
  place: 'console',
})
const handedBack = (at = 0): Event => ({ type: 'handed-back', at, staff: ana })
const ended = (caseId: string, at = 0): Event => ({
  type: 'case-ended',
  at,
  caseId,
  by: 'quiet',
  outcome: 'bot_resolved',
})

/** The number of a metric over logs, one per conversation. */
function numberOf(id: string, ...logs: Event[][]): number | null | undefined {
  return metrics.find((metric) => metric.id === id)?.of(logs)
}

describe('metrics', () => {
  it('each has a name of its own and says in a sentence what it tells', () => {
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
    for (const { label, tells } of metrics) {
      expect(label).not.toBe('')
      expect(tells).toMatch(/\.$/)
    }
  })

  it('nothing happened: counts are zero, everything else is unknown rather than zero', () => {
    const values = metrics.map(({ unit, of }) => [unit, of([])])
    for (const [unit, value] of values) expect(value).toBe(unit === 'count' ? 0 : null)
  })
})

describe('cases', () => {
  it('counts matters, not conversations', () => {
    const twice = [opened('1'), wrote('q'), ended('1', 10), opened('2', 20), wrote('again', 20)]
    expect(numberOf('cases', twice, [opened('3')])).toBe(3)
  })
})

describe('answered from knowledge', () => {
  it('is the share of turns that ended in an answer; greetings are no turns', () => {
    const log = [opened('1'), greeted, answered(), clarified, answered(), handoff()]
    expect(numberOf('answered', log)).toBe(0.5)
  })
})

describe('[K1] handoff rate', () => {
  it('is the share of cases with a handoff, however many each had', () => {
    const twice = [opened('1'), handoff(), replied(), handedBack(), handoff()]
    const once = [opened('2'), answered(), ended('2'), opened('3'), handoff()]
    expect(numberOf('handoff-rate', twice, once, [opened('4'), answered()])).toBe(0.5)
  })

  it('counts a handoff whose case opened before the asked-for time, and never tells more than all', () => {
    expect(numberOf('handoff-rate', [handoff(), replied()])).toBe(1)
    expect(numberOf('handoff-rate', [handoff()], [opened('2'), answered()])).toBeLessThanOrEqual(1)
  })
})

describe('time to a person', () => {
  const waited = (minutes: number): Event[] => [opened('1'), handoff(0), replied(minutes * MINUTE)]

  it('is the median from the handoff to staff’s first words', () => {
    expect(numberOf('time-to-person', waited(1), waited(9), waited(2))).toBe(2 * MINUTE)
  })

  it('does not count what staff says after the first words, nor a wait that is not over', () => {
    expect(numberOf('time-to-person', [...waited(3), replied(60 * MINUTE)], [opened('2'), handoff()])).toBe(3 * MINUTE)
  })

  it('does not count staff who stepped in unasked', () => {
    expect(numberOf('time-to-person', [opened('1'), answered(), replied(MINUTE)])).toBeNull()
  })

  it('begins anew after a hand-back', () => {
    const log = [...waited(1), handedBack(2 * MINUTE), handoff(10 * MINUTE), replied(15 * MINUTE)]
    expect(numberOf('time-to-person', log)).toBe(MINUTE)
    expect(numberOf('time-to-person', log, waited(5), waited(5))).toBe(5 * MINUTE)
  })
})

describe('asked for a person twice', () => {
  it('counts each asking again before staff has written, in words or by the control', () => {
    expect(numberOf('asked-twice', [opened('1'), asked, handoff()])).toBe(0)
    expect(numberOf('asked-twice', [opened('1'), asked, handoff(), pressed, asked, replied()])).toBe(2)
  })

  it('does not hold it against anybody that a person is asked for again later', () => {
    expect(numberOf('asked-twice', [opened('1'), asked, replied(), handedBack(), asked])).toBe(0)
    expect(numberOf('asked-twice', [opened('1'), asked, ended('1'), opened('2'), asked])).toBe(0)
  })
})
