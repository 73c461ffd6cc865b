// Confidence is a probability made of named parts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidenceOf } from '../../../src/core/answer/confidence.ts'
import type { Draft } from '../../../src/core/answer/draft.ts'
import type { Evidence } from '../../../src/core/knowledge/evidence.ts'

const STRONG: Evidence = {
  coverage: 1,
  answerCoverage: 1,
  unknown: 0,
  chars: 1,
  margin: 0.6,
  agreement: 1,
  reverseCoverage: 1,
  logLength: 1.6,
  ratio: 0.9,
}
const WEAK: Evidence = {
  coverage: 0.3,
  answerCoverage: 0.3,
  unknown: 0.7,
  chars: 0.2,
  margin: 0.05,
  agreement: 0,
  reverseCoverage: 0.2,
  logLength: 1.6,
  ratio: 0.2,
}

const draft = (more: Partial<Draft>): Draft => ({
  text: 'Yes.',
  citations: [],
  answerable: 'yes',
  by: 'a-model',
  ...more,
})
const sure = (...given: Parameters<typeof confidenceOf>) => confidenceOf(...given).confidence

describe('confidence', () => {
  it('is high when the entry asks the same, and low when little fits', () => {
    expect(sure(STRONG)).toBeGreaterThan(0.9)
    expect(sure(WEAK)).toBeLessThan(0.25)
  })

  it('is what its parts add up to, whatever was measured', () => {
    const number = fc.option(fc.double({ min: -5, max: 5, noNaN: true }), { nil: undefined })
    const evidence = fc.record({
      coverage: number,
      unknown: number,
      chars: number,
      margin: number,
      agreement: number,
      ratio: number,
      logLength: number,
    })
    fc.assert(
      fc.property(
        evidence,
        fc.constantFrom<Draft['answerable']>('yes', 'partly', 'no'),
        number,
        fc.boolean(),
        (some, answerable, selfReport, quotesHold) => {
          const known = Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Evidence
          const written = draft({ answerable, ...(selfReport === undefined ? {} : { selfReport }) })
          const { confidence, parts } = confidenceOf(known, written, { quotesHold, support: 0.8 })
          const sum = parts.reduce((total, { effect }) => total + effect, 0)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
          expect(confidence).toBeCloseTo(1 / (1 + Math.exp(-sum)), 10)
          expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length)
        },
      ),
    )
  })

  it('takes what was not measured as average: it adds nothing and has no value', () => {
    const { confidence, parts } = confidenceOf({})
    expect(
      parts.filter(({ name }) => name !== 'base').every(({ effect, value }) => effect === 0 && value === undefined),
    ).toBe(true)
    expect(confidence).toBeGreaterThan(0.4)
    expect(confidence).toBeLessThan(0.65)
  })

  it('is near nothing when the search found nothing', () => {
    expect(sure({ ratio: 0, coverage: 0, answerCoverage: 0, unknown: 1, margin: 0, relativeMargin: 0 })).toBeLessThan(
      0.1,
    )
  })
})

describe('a model’s draft', () => {
  const fine = { quotesHold: true, support: 0.9 }

  it('that says it cannot answer is believed', () => {
    expect(sure(STRONG, draft({ answerable: 'no' }), fine)).toBeLessThan(0.65)
    expect(sure(STRONG, draft({ answerable: 'partly' }), fine)).toBeLessThan(sure(STRONG, draft({}), fine))
  })

  it('whose quotes do not stand in the passages is refused, however sure it sounds', () => {
    expect(sure(STRONG, draft({ selfReport: 1 }), { ...fine, quotesHold: false })).toBeLessThan(0.65)
  })

  it('that its sources do not carry loses its confidence', () => {
    expect(sure(STRONG, draft({}), { ...fine, support: 0.3 })).toBeLessThan(sure(STRONG, draft({}), fine) - 0.1)
  })

  it('cannot talk weak evidence into an answer by its own report alone', () => {
    expect(sure(WEAK, draft({ selfReport: 1 }), fine)).toBeLessThan(0.7)
  })

  it('that only quotes the best passage adds nothing', () => {
    expect(confidenceOf(STRONG, draft({ by: 'quote' }), fine)).toEqual(confidenceOf(STRONG))
  })
})
