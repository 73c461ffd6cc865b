// Too unsure to say anything, where the merchant wants a person at once instead of the fallback chain.
import type { Trigger } from '../trigger.ts'

export const lowConfidence: Trigger = {
  name: 'low-confidence',
  stage: 'after',
  look({ confidence, policy }) {
    const { below, clarifyFrom } = policy.confidence
    if (below !== 'handoff' || confidence === undefined || confidence >= clarifyFrom) return undefined
    const evidence = `Confidence ${confidence.toFixed(2)} is under ${clarifyFrom.toFixed(2)}.`
    return { trigger: 'low-confidence', evidence }
  },
}
