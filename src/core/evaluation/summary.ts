// What a run over many cases amounts to. Every share is 0 to 1; null when no case could show it.
import { areaUnderRoc, calibrationError } from './calibration.ts'
import type { EvalCase } from './case.ts'

/** What was decided on a case, as far as it is measured. */
export interface EvalResult {
  id: string
  decision: 'answer' | 'clarify' | 'handoff'
  confidence: number
  reasons: readonly { trigger: string }[]
  team?: string
  citations: readonly { source: string; place: string }[]
  /** Milliseconds. */
  ms: number
}

export interface Precision {
  precision: number | null
  recall: number | null
  /** How often it was expected, and how often it fired. */
  expected: number
  fired: number
}

export interface EvalSummary {
  cases: number
  /** Of cases that name a source: the best citation is it. */
  accuracy: number | null
  /** Of cases that name a decision, by the expected one. */
  decisions: Record<string, number | null>
  /** Of answers given: the expected source was another one, or no answer was wanted. */
  wrongAnswers: number | null
  /** Share of all cases that were answered; clarify and handoff both count as not answered. */
  coverage: number | null
  triggers: Record<string, Precision>
  /** Share of cases that name a source and have it among the first k citations. */
  recall: Record<string, number | null>
  /** Whether confidence tells right best citations from wrong ones. */
  auroc: number | null
  /** Expected calibration error over ten equal bins. */
  ece: number | null
  p50: number | null
  p99: number | null
}

type Pair = readonly [EvalCase, EvalResult]

export function summarise(pairs: readonly Pair[]): EvalSummary {
  const sourced = pairs.filter(([the]) => the.expect.source !== undefined)
  const judged = sourced.map(([the, result]) => ({ score: result.confidence, right: found(the, result, 1) }))
  const times = pairs.map(([, result]) => result.ms).sort((a, b) => a - b)
  return {
    cases: pairs.length,
    accuracy: share(sourced, ([the, result]) => found(the, result, 1)),
    decisions: byDecision(pairs),
    wrongAnswers: share(
      pairs.filter(([, result]) => result.decision === 'answer').filter(isJudgeable),
      ([the, result]) => isWrong(the, result),
    ),
    coverage: share(pairs, ([, result]) => result.decision === 'answer'),
    triggers: byTrigger(pairs),
    recall: Object.fromEntries(
      [1, 3, 5].map((k) => [`@${k}`, share(sourced, ([the, result]) => found(the, result, k))]),
    ),
    auroc: areaUnderRoc(judged),
    ece: calibrationError(judged),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

/** `source` alone matches any place of the file. */
function found({ expect }: EvalCase, { citations }: EvalResult, k: number): boolean {
  return citations
    .slice(0, k)
    .some(({ source, place }) => expect.source === source || expect.source === `${source}#${place}`)
}

function isJudgeable([the]: Pair): boolean {
  return the.expect.source !== undefined || the.expect.decision !== undefined
}

function isWrong(the: EvalCase, result: EvalResult): boolean {
  if (the.expect.decision !== undefined && the.expect.decision !== 'answer') return true
  return the.expect.source !== undefined && !found(the, result, 1)
}

function byDecision(pairs: readonly Pair[]): Record<string, number | null> {
  const wanted = [...new Set(pairs.flatMap(([the]) => the.expect.decision ?? []))].sort()
  return Object.fromEntries(
    wanted.map((decision) => [
      decision,
      share(
        pairs.filter(([the]) => the.expect.decision === decision),
        ([, result]) => result.decision === decision,
      ),
    ]),
  )
}

function byTrigger(pairs: readonly Pair[]): Record<string, Precision> {
  const names = new Set(
    pairs.flatMap(([the, result]) => [
      ...(the.expect.trigger ? [the.expect.trigger] : []),
      ...result.reasons.map((reason) => reason.trigger),
    ]),
  )
  return Object.fromEntries([...names].sort().map((name) => [name, precisionOf(name, pairs)]))
}

/** A case without any expectation says nothing about a trigger that fired on it. */
function precisionOf(name: string, pairs: readonly Pair[]): Precision {
  const fired = pairs.filter(([the, result]) =>
    isJudgeable([the, result]) || the.expect.trigger ? result.reasons.some((reason) => reason.trigger === name) : false,
  )
  const expected = pairs.filter(([the]) => the.expect.trigger === name)
  const both = expected.filter(([, result]) => result.reasons.some((reason) => reason.trigger === name)).length
  const ratio = (whole: number) => (whole === 0 ? null : both / whole)
  return {
    precision: ratio(fired.length),
    recall: ratio(expected.length),
    expected: expected.length,
    fired: fired.length,
  }
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(is).length / all.length
}

function quantile(sorted: readonly number[], q: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? null
}
