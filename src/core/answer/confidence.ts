// placeholder
import type { Evidence } from '../knowledge/evidence.ts'
import type { Draft } from './draft.ts'
export interface ConfidencePart {
  name: string
  value?: number
  effect: number
}
export function confidenceOf(
  evidence: Evidence,
  draft?: Draft,
  checks?: { quotesHold: boolean; support?: number | undefined },
): { confidence: number; parts: ConfidencePart[] } {
  const z =
    -3 +
    5 * (evidence.answerCoverage ?? 0) +
    2 * (evidence.margin ?? 0) +
    (draft?.answerable === 'no' ? -9 : 0) +
    (checks && !checks.quotesHold ? -2 : 0)
  return { confidence: 1 / (1 + Math.exp(-z)), parts: [{ name: 'base', effect: z }] }
}
