// The customer asked for a person in their own words, or said yes to the offer of one.
import { quoted, type Trigger } from '../trigger.ts'
import { asksForPerson, saysYes } from '../words/match.ts'

export const explicitRequest: Trigger = {
  name: 'explicit-request',
  stage: 'at-once',
  look({ texts, offered, language, policy }) {
    for (const text of texts) {
      const asked = asksForPerson(text, policy.words)
      if (asked) return { trigger: 'explicit-request', evidence: `The customer wrote ${quoted(asked.quote)}.` }
    }
    const yes = offered ? texts.find((text) => saysYes(text, language)) : undefined
    if (yes === undefined) return undefined
    return { trigger: 'explicit-request', evidence: `The bot offered a person, and the customer wrote ${quoted(yes)}.` }
  },
}
