// The model understood the turn as a request for a person: wordings that no phrase list has.
import { quoted, type Trigger } from '../trigger.ts'

export const understoodRequest: Trigger = {
  name: 'explicit-request',
  stage: 'after',
  look({ draft, texts }) {
    if (!draft?.wantsPerson) return undefined
    const evidence = `The model understood ${quoted(texts.join(' '))} as a request for a person.`
    return { trigger: 'explicit-request', evidence }
  },
}
