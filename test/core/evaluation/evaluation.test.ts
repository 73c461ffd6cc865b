import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaUnderRoc, calibrationError } from '../../../src/core/evaluation/calibration.ts'
import { type EvalCase, readCases } from '../../../src/core/evaluation/case.ts'
import { type EvalResult, summarise } from '../../../src/core/evaluation/summary.ts'

const the = (id: string, expect_: EvalCase['expect']): EvalCase => ({ id, text: id, history: [], expect: expect_ })
const got = (
  id: string,
  decision: EvalResult['decision'],
  source: string,
  confidence: number,
  triggers: string[] = [],
): EvalResult => ({
  id,
  decision,
  confidence,
  reasons: triggers.map((trigger) => ({ trigger })),
  citations: [{ source, place: 'p' }],
  ms: 1,
})

describe('a file of cases', () => {
  it('names each line that is none', () => {
    const { cases, problems } = readCases(
      '{"id": 1, "text": "a"}\n\nnot json\n{"id": "b"}\n{"id": "c", "text": "c", "expect": {"decision": "maybe"}}\n{"id":"d","text":"d","history":[{"from":"dog","text":"wuff"}]}',
    )
    expect(cases).toEqual([{ id: '1', text: 'a', history: [], expect: {} }])
    expect(problems.map((problem) => problem.line)).toEqual([3, 4, 5, 6])
  })
})

describe('a summary', () => {
  it('counts clarify and handoff both as not answered, and an answer that was not wanted as wrong', () => {
    const summary = summarise([
      [the('a', { source: 'x.md' }), got('a', 'answer', 'x.md', 0.9)],
      [the('b', { source: 'x.md#q' }), got('b', 'answer', 'x.md', 0.8)],
      [the('c', { decision: 'clarify' }), got('c', 'answer', 'y.md', 0.75)],
      [the('d', { source: 'z.md' }), got('d', 'clarify', 'z.md', 0.66)],
    ])
    expect(summary).toMatchObject({
      cases: 4,
      coverage: 0.75,
      wrongAnswers: 2 / 3,
      accuracy: 2 / 3,
      decisions: { clarify: 0 },
    })
  })

  it('gives precision and recall for each trigger', () => {
    const { triggers } = summarise([
      [the('a', { trigger: 'explicit-request' }), got('a', 'handoff', 'x.md', 0.2, ['explicit-request'])],
      [the('b', { trigger: 'explicit-request' }), got('b', 'clarify', 'x.md', 0.2)],
      [the('c', { decision: 'answer' }), got('c', 'handoff', 'x.md', 0.2, ['explicit-request'])],
    ])
    expect(triggers['explicit-request']).toEqual({ precision: 0.5, recall: 0.5, expected: 2, fired: 2 })
  })

  it('of nothing is nothing', () => {
    expect(summarise([])).toMatchObject({ cases: 0, accuracy: null, coverage: null, auroc: null, ece: null, p50: null })
  })
})

describe('calibration', () => {
  it('is 1 for a perfect order, 0 for the reverse, half for chance', () => {
    const judged = (scores: number[], rights: boolean[]) =>
      scores.map((score, i) => ({ score, right: rights[i] ?? false }))
    expect(areaUnderRoc(judged([0.1, 0.2, 0.8], [false, false, true]))).toBe(1)
    expect(areaUnderRoc(judged([0.9, 0.2], [false, true]))).toBe(0)
    expect(areaUnderRoc(judged([0.5, 0.5], [false, true]))).toBe(0.5)
    expect(areaUnderRoc(judged([0.5], [true]))).toBeNull()
  })

  it('agrees with counting all pairs', () => {
    const judged = fc.array(
      fc.record({ score: fc.integer({ min: 0, max: 5 }).map((n) => n / 5), right: fc.boolean() }),
      { minLength: 2, maxLength: 30 },
    )
    fc.assert(
      fc.property(judged, (all) => {
        const rights = all.filter((one) => one.right)
        const wrongs = all.filter((one) => !one.right)
        fc.pre(rights.length > 0 && wrongs.length > 0)
        const pairs = rights.flatMap((right) =>
          wrongs.map((wrong): number => (right.score > wrong.score ? 1 : right.score === wrong.score ? 0.5 : 0)),
        )
        expect(areaUnderRoc(all)).toBeCloseTo(pairs.reduce((sum, one) => sum + one, 0) / pairs.length, 10)
      }),
    )
  })

  it('has no error when shares are what the scores say', () => {
    const half = Array.from({ length: 10 }, (_, i) => ({ score: 0.5, right: i < 5 }))
    expect(calibrationError(half)).toBeCloseTo(0)
    expect(calibrationError([{ score: 0.9, right: false }])).toBeCloseTo(0.9)
  })
})
