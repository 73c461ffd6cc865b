// Something that the bot leans on failed: the customer gets a person instead of an error.
import type { Trigger } from '../trigger.ts'

export const dependencyFailure: Trigger = {
  name: 'dependency-failure',
  stage: 'after',
  look({ failed }) {
    if (failed.length === 0) return undefined
    return {
      trigger: 'dependency-failure',
      evidence: `Not working or too slow during this turn: ${failed.join(', ')}.`,
    }
  },
}
