// The bot's words for a verdict, in the customer's language, from the merchant's sentences.
import type { Policy } from '../handoff/policy.ts'
import type { Verdict } from '../handoff/verdict.ts'
import { type MessageKey, type Messages, say } from '../messages.ts'
import { disclose } from './plan-handoff.ts'
import type { Case } from './state.ts'

export type Spoken = Exclude<Verdict, { kind: 'handoff' }>

/** The first automatic message of a case also says that it is automatic. */
export function phrase(verdict: Spoken, the: Case | undefined, policy: Policy, messages: Messages): string {
  const { language } = verdict.grounds
  const shop = policy.shop.name
  const tell = (key: MessageKey, slots: Record<string, string> = {}) =>
    say(messages, language, policy.shop.defaultLanguage, key, { shop, ...slots })
  return disclose(words(verdict, tell), the, tell('disclosure'))
}

function words(verdict: Spoken, tell: (key: MessageKey, slots?: Record<string, string>) => string): string {
  switch (verdict.kind) {
    case 'answer':
      return verdict.draft.text
    case 'courtesy':
      return tell(verdict.courtesy)
    case 'clarify': {
      const [option, ...more] = verdict.options
      if (option === undefined) return tell('unknown')
      if (more.length === 0) return tell('clarifyWhichOne', { option })
      return tell('clarifyWhich', { options: [option, ...more].map((title) => `• ${title}`).join('\n') })
    }
    default:
      return verdict satisfies never
  }
}
