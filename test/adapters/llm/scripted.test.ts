// The scripted model keeps the contract like any other.
import { createScriptedModel } from '../../../src/adapters/llm/scripted.ts'
import { languageModelContract, MISBEHAVIOURS } from '../../contracts/language-model.ts'

languageModelContract('a scripted model', async () => ({
  model: (persona) => {
    if (persona === 'silent') return createScriptedModel({ draft: () => new Promise(() => undefined) })
    const fails = MISBEHAVIOURS.some((one) => one === persona)
    return createScriptedModel(fails ? { draft: () => new Error(`The model is ${persona}.`) } : {})
  },
  counts: false,
  close: async () => undefined,
}))
