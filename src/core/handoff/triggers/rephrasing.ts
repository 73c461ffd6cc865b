// The customer asks the same thing yet another way, and the bot has nothing new to say to it.
import { saysTheSame } from '../rephrasing.ts'
import { quoted, type Trigger, wouldFallBack } from '../trigger.ts'

export const rephrasing: Trigger = {
  name: 'rephrasing',
  stage: 'after',
  look(input) {
    const { rephrasings, policy, draft, said, texts } = input
    if (rephrasings + 1 < policy.limits.rephrasings) return undefined
    // A similar question with an answer of its own (another country, another size) is no rephrasing.
    const nothingNew = wouldFallBack(input) || said.some((earlier) => saysTheSame(earlier, draft?.text ?? ''))
    if (!nothingNew) return undefined
    const evidence = `Asked in ${rephrasings + 1} ways; the latest: ${quoted(texts.join(' '))}.`
    return { trigger: 'rephrasing', evidence }
  },
}
