import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../src/core/conversation/state.ts'
import { type BriefInput, NO_TOPIC, writeBrief } from '../../../src/core/conversation/write-brief.ts'
import type { Brief } from '../../../src/core/handoff/brief.ts'
import type { Signals } from '../../../src/core/handoff/signals.ts'

const CALM: Signals = { burst: 1, capitals: 0, rephrasings: 0 }
const A_REQUEST = 'a person please'

const customer = (text: string): Exchange => ({ from: 'customer', text, at: 0 })
const staff = (text: string): Exchange => ({ from: 'staff', name: 'Ana', text, at: 0 })
const answer = (text: string, ...sources: string[]): Exchange => ({
  from: 'bot',
  reply: 'answer',
  text,
  at: 0,
  sources,
})
const unknown: Exchange = { from: 'bot', reply: 'clarify', text: 'I do not know. Shall I get a person?', at: 0 }
const greeting: Exchange = { from: 'bot', reply: 'courtesy', text: 'Hello!', at: 0 }
const notice: Exchange = { from: 'bot', reply: 'notice', text: 'A colleague will answer here.', at: 0 }

function briefOf(exchanges: readonly Exchange[], more: Partial<BriefInput> = {}): Brief {
  return writeBrief({
    exchanges,
    noTopic: (text) => text === A_REQUEST || text === 'hello',
    missed: [],
    reasons: [{ trigger: 'explicit-request', evidence: 'The customer wrote “a person please”.' }],
    nearest: [],
    signals: CALM,
    language: 'en',
    opening: (topic) => (topic ? `I have read: ${topic}` : 'I am here for you.'),
    ...more,
  })
}

describe('what the customer wants', () => {
  it('[C1] is one sentence with the question in their own words', () => {
    expect(briefOf([customer('Where is order 48291?')]).wants).toBe('Asks: “Where is order 48291?”')
  })

  it('begins with what the model took it for, when there was a model', () => {
    const signals = { ...CALM, intent: 'late parcel' }
    expect(briefOf([customer('Where is it?')], { signals }).wants).toBe('late parcel: “Where is it?”')
  })

  it('[C1] is the question, not the request for a person after it', () => {
    const { wants } = briefOf([customer('Where is it?'), answer('On its way.'), customer(A_REQUEST)])
    expect(wants).toBe('Asks: “Where is it?”')
  })

  it('is said to be unknown when nothing but a person was asked for', () => {
    expect(briefOf([customer('hello'), greeting, customer(A_REQUEST)]).wants).toBe(NO_TOPIC)
    expect(briefOf([]).wants).toBe(NO_TOPIC)
  })

  it('[C25] has every question that was missed, each once', () => {
    const missed = ['Is it mulesing-free?', 'Where is it from?', 'Is it mulesing-free?', A_REQUEST]
    const { wants } = briefOf([customer('Is it mulesing-free?'), unknown, customer('Where is it from?')], { missed })
    expect(wants).toBe('Asks: “Is it mulesing-free? / Where is it from?”')
  })

  it('[C25] has all pieces of what nobody has answered yet, and nothing of what was', () => {
    const pieces = [customer('my parcel came open'), customer('a shirt is missing'), customer(A_REQUEST)]
    const { wants } = briefOf([customer('Do you gift wrap?'), answer('Yes.'), ...pieces])
    expect(wants).toBe('Asks: “my parcel came open / a shirt is missing”')
  })

  it('stays one line of bearable length, whatever was written', () => {
    const { wants } = briefOf([customer(`line one\nline two\n${'🧵 and so on '.repeat(500)}`)])
    expect(wants).toMatch(/^Asks: “line one line two/)
    expect(wants.length).toBeLessThanOrEqual(260)
    expect(wants.isWellFormed()).toBe(true)
  })
})

describe('why it came here', () => {
  it('[C4] is the reasons as they were found', () => {
    const reasons = [{ trigger: 'rephrasing', evidence: 'Asked in 3 ways; the latest: “when?”.' }] as const
    expect(briefOf([customer('when?')], { reasons }).reasons).toEqual(reasons)
  })
})

describe('what the bot tried', () => {
  it('[C5] is each answer and clarifying question with what was asked and the sources, oldest first', () => {
    const { tried } = briefOf([
      customer('Is it organic?'),
      answer('All cotton is.', 'Are your fabrics organic?'),
      customer('And'),
      customer('the wool?'),
      unknown,
      customer(A_REQUEST),
    ])
    expect(tried).toEqual([
      { question: 'Is it organic?', said: 'All cotton is.', sources: ['Are your fabrics organic?'] },
      { question: 'And / the wool?', said: 'I do not know. Shall I get a person?', sources: [] },
    ])
  })

  it('leaves out greetings, notices and what staff said', () => {
    const exchanges = [customer('hello'), greeting, customer(A_REQUEST), notice, staff('Hi, Ana here.')]
    expect(briefOf(exchanges).tried).toEqual([])
  })

  it('keeps the latest four', () => {
    const exchanges = Array.from({ length: 6 }, (_, i) => [customer(`q${i}`), answer(`a${i}`)]).flat()
    expect(briefOf(exchanges).tried.map((row) => row.said)).toEqual(['a2', 'a3', 'a4', 'a5'])
  })
})

describe('what is known', () => {
  const known = (text: string, more: Partial<BriefInput> = {}) => briefOf([customer(text)], more).known

  it('[C6] is name, language, e-mail addresses and order numbers, as far as the customer said them', () => {
    const rows = known('Order #48291 and AB-20031, write to marta.v+shop@mail.example.org', { customerName: 'Marta' })
    expect(rows).toEqual([
      { label: 'Name', value: 'Marta' },
      { label: 'Language', value: 'en' },
      { label: 'E-mail', value: 'marta.v+shop@mail.example.org' },
      { label: 'Order', value: '#48291' },
      { label: 'Order', value: 'AB-20031' },
    ])
  })

  it('is said once, however often it was written', () => {
    expect(known('48291! Where is 48291?').filter(({ label }) => label === 'Order')).toHaveLength(1)
  })

  it('does not take prices, sizes or what others said for the customer’s data', () => {
    expect(known('I paid 59.00 € for size 38 in 2024')).toEqual([{ label: 'Language', value: 'en' }])
    const others = briefOf([customer('Where?'), answer('See order 99887 or help@shop.example'), staff('It is 77665')])
    expect(others.known).toEqual([{ label: 'Language', value: 'en' }])
  })

  it('is never a long list', () => {
    const numbers = Array.from({ length: 40 }, (_, i) => 10_000 + i).join(' ')
    expect(known(numbers).length).toBeLessThanOrEqual(12)
  })
})

describe('the mood', () => {
  const mood = (signals: Partial<Signals>) => briefOf([], { signals: { ...CALM, ...signals } }).mood

  it('is what the model felt, where there was one', () => {
    expect(mood({ sentiment: -0.9 })).toBe('upset')
    expect(mood({ sentiment: -0.4 })).toBe('displeased')
    expect(mood({ sentiment: 0 })).toBe('calm')
    expect(mood({ sentiment: 0.8 })).toBe('friendly')
  })

  it('is read from capitals and bursts without one', () => {
    expect(mood({ capitals: 0.95 })).toMatch(/^upset/)
    expect(mood({ burst: 5 })).toMatch(/^impatient/)
    expect(mood({})).toBe('calm')
  })
})

describe('the opening line', () => {
  it('[C29] takes up the question; without one it only greets', () => {
    expect(briefOf([customer('Where is it?')]).opening).toBe('I have read: Where is it?')
    expect(briefOf([customer(A_REQUEST)]).opening).toBe('I am here for you.')
  })
})

it('has at most three passages that may hold the answer, and says that the log wrote it', () => {
  const nearest = ['1', '2', '3', '4'].map((passageId) => ({
    passageId,
    source: 'faq.md',
    place: passageId,
    title: passageId,
    quote: passageId,
  }))
  const brief = briefOf([], { nearest })
  expect(brief.nearest.map((one) => one.place)).toEqual(['1', '2', '3'])
  expect(brief.by).toBe('log')
})
