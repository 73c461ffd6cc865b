// The bot did not know, again: the last fallback that policy allows is not said, it is a handoff.
import { quoted, type Trigger, wouldFallBack } from '../trigger.ts'

export const fallbackLimit: Trigger = {
  name: 'fallback-limit',
  stage: 'after',
  look(input) {
    const { fallbacks, missed, texts, policy } = input
    if (!wouldFallBack(input) || fallbacks + 1 < policy.limits.fallbacks) return undefined
    const questions = [...missed, texts.join(' ')].filter((text) => text.trim() !== '').map((text) => quoted(text))
    return { trigger: 'fallback-limit', evidence: `Not answered from knowledge: ${questions.join(', then ')}.` }
  },
}
