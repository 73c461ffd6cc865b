// A draft held against its passages: what is said, what is cited, what is invented.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundDraft, quoteAnswer } from '../../../src/core/answer/ground.ts'
import type { ModelDraft } from '../../../src/core/answer/structure.ts'
import { passage } from '../../fixtures/prompts.ts'

const RETURNS = passage(
  'Returns',
  'You can return anything within 30 days. The label is free. A pick-up costs €4.90.\nQuestions: help@linden.example, +49 30 123 45 67.',
)
const HOURS = passage(
  'Hours',
  'Open Monday to Friday, 9:00 to 18:00. Closed on 24.12.2026. See https://linden.example/hours.',
  { link: 'https://linden.example/hours' },
)
const USED = [RETURNS, HOURS]

function draft(text: string, quotes: ModelDraft['quotes'], more: Partial<ModelDraft> = {}): ModelDraft {
  return { text, quotes, answerable: 'yes', selfReport: 0.9, ...more }
}
const ground = (written: ModelDraft, turn: string[] = ['How long can I return something?']) =>
  groundDraft(written, USED, turn, 'test-model')
const THIRTY = [{ passage: 1, text: 'return anything within 30 days' }]

describe('a draft that its passages back', () => {
  it('keeps its answer, with verbatim citations', () => {
    const { draft: grounded, ...checks } = ground(draft('You can return it within 30 days [1].', THIRTY))
    expect(checks).toEqual({ quotesHold: true, support: 1, problems: [] })
    expect(grounded).toMatchObject({
      text: 'You can return it within 30 days.',
      answerable: 'yes',
      by: 'test-model',
      selfReport: 0.9,
    })
    expect(grounded.citations).toEqual([
      {
        passageId: RETURNS.id,
        source: 'help.md',
        place: 'returns',
        title: 'Returns',
        quote: 'return anything within 30 days',
      },
    ])
  })

  it.each([
    'RETURN anything  within\n30 days',
    '“return anything within 30 days”',
    '…return anything within 30 days…',
    'return anything within ３０ days',
    'return anything within ٣٠ days',
  ])('finds a quote as people compare texts: %s', (text) => {
    const { draft: grounded, quotesHold } = ground(draft('Within 30 days.', [{ passage: 1, text }]))
    expect(quotesHold).toBe(true)
    expect(grounded.citations[0]?.quote).toBe('return anything within 30 days')
  })

  it('finds quotes of which the prompt showed brackets in another form', () => {
    const odd = passage('Odd', 'Press <Enter> to go on.')
    const grounded = groundDraft(
      draft('Press Enter.', [{ passage: 1, text: 'Press ‹Enter› to go on' }]),
      [odd],
      [],
      'm',
    )
    expect(grounded.draft.citations[0]?.quote).toBe('Press <Enter> to go on')
  })

  it.each([
    ['It costs 4,90 €.', [{ passage: 1, text: 'A pick-up costs €4.90.' }]],
    ['It costs 4.90 euros.', [{ passage: 1, text: 'A pick-up costs €4.90.' }]],
    ['Call +49 (30) 1234567 or write to HELP@linden.example.', [{ passage: 1, text: 'The label is free.' }]],
    ['We are open 09:00-18:00, see linden.example/hours', [{ passage: 2, text: 'Open Monday to Friday' }]],
    ['We are open from 9 am to 6 p.m.', [{ passage: 2, text: 'Open Monday to Friday' }]],
    ['Geöffnet bis 18.00 Uhr.', [{ passage: 2, text: '9:00 to 18:00' }]],
    ['Closed on 24/12/2026.', [{ passage: 2, text: 'Closed on 24.12.2026' }]],
    ['1. Print the label.\n2. Send it within 30 days.', THIRTY],
  ] as [string, ModelDraft['quotes']][])('takes facts in another spelling: %s', (text, quotes) => {
    expect(ground(draft(text, quotes))).toMatchObject({ problems: [], draft: { answerable: 'yes' } })
  })

  it('may repeat the numbers of the customer', () => {
    const { problems } = ground(draft('Order 48213 can be returned within 30 days.', THIRTY), ['my order is 48213'])
    expect(problems).toEqual([])
  })
})

describe('a draft that they do not back [P5]', () => {
  it.each([
    ['no quote at all', 'Within 30 days.', []],
    ['a quote that stands nowhere', 'Within 30 days.', [{ passage: 1, text: 'return anything within 90 days' }]],
    ['a quote of another passage', 'Within 30 days.', [{ passage: 2, text: 'return anything within 30 days' }]],
    ['a passage that was not there', 'Within 30 days.', [{ passage: 7, text: 'return anything within 30 days' }]],
    ['an invented number', 'Within 60 days.', THIRTY],
    ['an invented price', 'The pick-up costs €5.90.', [{ passage: 1, text: 'A pick-up costs €4.90.' }]],
    ['an invented hour', 'Open until 8 pm.', [{ passage: 2, text: '9:00 to 18:00' }]],
    ['another currency', 'The pick-up costs $4.90.', [{ passage: 1, text: 'A pick-up costs €4.90.' }]],
    ['an invented date', 'Closed on 25.12.2026.', [{ passage: 2, text: 'Closed on 24.12.2026' }]],
    ['an invented address', 'Write to refunds@evil.example within 30 days.', THIRTY],
    ['an invented link', 'Within 30 days, see https://evil.example/pay.', THIRTY],
    ['an invented phone number', 'Call +49 30 765 43 21 within 30 days.', THIRTY],
    ['a fact of a passage that is not cited', 'Within 30 days, from 9:00.', THIRTY],
    ['a claim to be human', 'I am a real person. Within 30 days.', THIRTY],
    ['nothing to say', '', THIRTY],
  ] as [string, string, ModelDraft['quotes']][])('is no answer: %s', (_, text, quotes) => {
    const { draft: grounded, problems } = ground(draft(text, quotes))
    expect(grounded.answerable).toBe('no')
    expect(problems.length).toBeGreaterThan(0)
  })

  it.each([
    'Ich bin ein Mensch.',
    'Je suis une vraie personne.',
    'Soy una persona.',
    'Sou humano.',
    'Я человек.',
    'أنا إنسان',
    'मैं एक इंसान हूँ',
    '我是真人',
    'Ben gerçek bir insanım',
  ])('may not claim to be human in any language: %s', (claim) => {
    expect(ground(draft(`${claim} 30`, THIRTY)).draft.answerable).toBe('no')
  })

  it('may say that it is not human', () => {
    expect(ground(draft('I am not a human. You have 30 days.', THIRTY)).draft.answerable).toBe('yes')
  })

  it('keeps the citations that hold beside one that does not, and says so', () => {
    const { draft: grounded, quotesHold } = ground(
      draft('Within 30 days.', [...THIRTY, { passage: 1, text: 'and forever' }]),
    )
    expect(grounded.citations).toHaveLength(1)
    expect(grounded.answerable).toBe('yes')
    expect(quotesHold).toBe(false)
  })
})

describe('the support of an answer', () => {
  it('is low for free invention behind a true quote', () => {
    const { support } = ground(
      draft('Our premium members enjoy unlimited exchanges forever thanks to personal stylists.', THIRTY),
    )
    expect(support).toBeLessThan(0.35)
  })

  it('is not judged by words across languages', () => {
    const written = draft('Sie können alles innerhalb von 30 Tagen zurückgeben.', THIRTY, { language: 'de' })
    expect(ground(written)).toMatchObject({ problems: [], support: 0.7 })
  })
})

describe('what a model may not smuggle to a page', () => {
  it('loses images, tags of the prompt, and characters that cannot be seen', () => {
    const text = 'Within 30 days.![x](https://evil.example/?q=secret)</passages>\u202e\u{e0041}'
    expect(ground(draft(text, THIRTY)).draft.text).toBe('Within 30 days.')
  })

  it('never throws, and never answers without a citation, whatever it says', () => {
    const quotes = fc.array(fc.record({ passage: fc.integer(), text: fc.string({ unit: 'grapheme' }) }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), quotes, (text, some) => {
        const { draft: grounded, support } = ground(draft(text, some))
        expect(grounded.answerable !== 'no' && grounded.citations.length === 0).toBe(false)
        expect(support).toBeGreaterThanOrEqual(0)
        expect(support).toBeLessThanOrEqual(1)
        for (const citation of grounded.citations) {
          expect(USED.some((one) => one.text.includes(citation.quote) || one.questions.includes(citation.quote))).toBe(
            true,
          )
        }
      }),
    )
  })
})

describe('the answer without a model', () => {
  it('is the best passage in its own words', () => {
    expect(quoteAnswer({ passage: HOURS, score: 1 }, ['open'])).toEqual({
      text: HOURS.text,
      citations: [
        { passageId: HOURS.id, source: 'help.md', place: 'hours', title: 'Hours', link: HOURS.link, quote: HOURS.text },
      ],
      answerable: 'yes',
      by: 'quote',
    })
  })

  it('of a long one, is the part that was asked for', () => {
    const long = passage(
      'Long',
      `${'The river is long and wide. '.repeat(60)}Gift cards never expire. ${'Birds sing. '.repeat(60)}`,
    )
    const { text, citations } = quoteAnswer({ passage: long, score: 1 }, ['gift', 'cards', 'expire'])
    expect(text).toContain('Gift cards never expire.')
    expect(text.length).toBeLessThanOrEqual(480)
    expect(long.text).toContain(citations[0]?.quote)
  })
})
