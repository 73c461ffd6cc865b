// Reading what a model gave: trusted in nothing, usable or not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBrief, readDraft } from '../../../src/core/answer/structure.ts'

const GOOD = {
  quotes: [{ n: 1, q: 'a' }],
  answerable: 'yes',
  answer: 'Hi',
  intent: 'say hi',
  sentiment: 0.5,
  urgency: 0,
  language: 'pt-br',
  person: false,
  confidence: 0.9,
}

describe('reading a draft', () => {
  it('takes JSON text and values alike', () => {
    const draft = {
      text: 'Hi',
      quotes: [{ passage: 1, text: 'a' }],
      answerable: 'yes',
      selfReport: 0.9,
      intent: 'say hi',
      mood: { sentiment: 0.5, urgency: 0 },
      language: 'pt-BR',
      wantsPerson: false,
    }
    expect(readDraft(GOOD)).toEqual(draft)
    expect(readDraft(JSON.stringify(GOOD))).toEqual(draft)
    expect(readDraft(`Sure!\n\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\``)).toEqual(draft)
  })

  it('leaves out what is not usable, and keeps the rest', () => {
    const odd = {
      ...GOOD,
      sentiment: 'sad',
      confidence: null,
      language: '<script>',
      person: 'yes',
      quotes: [{ n: 1.5, q: 'a' }, 7, { n: 2, q: '' }],
      intent: '',
    }
    expect(readDraft(odd)).toEqual({ text: 'Hi', quotes: [], answerable: 'yes' })
  })

  it('brings numbers into their range, percentages too', () => {
    expect(readDraft({ ...GOOD, sentiment: -7, urgency: 3, confidence: 85 })).toMatchObject({
      selfReport: 0.85,
      mood: { sentiment: -1 },
    })
    expect(readDraft({ ...GOOD, confidence: 1.4 })?.selfReport).toBe(1)
  })

  it.each([
    undefined,
    null,
    '',
    '{',
    '[]',
    '{"answer":1}',
    '{"answer":"x"}',
    '{"answer":"x","answerable":"maybe"}',
    42,
  ])('is nothing for %j', (given) => {
    expect(readDraft(given)).toBeUndefined()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (given) => {
        for (const read of [readDraft, readBrief]) expect(['object', 'undefined']).toContain(typeof read(given))
      }),
    )
  })
})

describe('reading a brief', () => {
  it('needs all three sentences, and a wish', () => {
    const brief = { wants: 'a refund', mood: 'calm', opening: 'Hello' }
    expect(readBrief(JSON.stringify(brief))).toEqual(brief)
    expect(readBrief({ ...brief, wants: ' ' })).toBeUndefined()
    expect(readBrief({ wants: 'a refund' })).toBeUndefined()
  })
})
