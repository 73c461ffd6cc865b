// The models of stories: one that answers from its passages, and ones that do not work.
import { DependencyFailed } from '../../src/core/errors.ts'
import type { LanguageModel, ModelDraft } from '../../src/ports/language-model.ts'

/** `none` is no model; `down` fails at once; `careful` quotes its first passage and reports what the story tells it to. */
export function storyModel(wanted: string): LanguageModel | undefined {
  const [name = '', ...settings] = wanted.split(/\s+/)
  if (name === 'none') return undefined
  const told = Object.fromEntries(settings.map((one) => one.split('=')))
  return {
    name,
    async draft(prompt): Promise<ModelDraft> {
      if (name === 'down') throw new DependencyFailed('model', 'The model server does not answer.')
      const sentence = /^\s*\[1\][^\n]*\n?([^\n]+)/m.exec(prompt.user)?.[1]?.trim() ?? ''
      return {
        text: sentence,
        answerable: told['answerable'] === 'no' || sentence === '' ? 'no' : 'yes',
        quotes: [{ passage: 1, text: sentence }],
        selfReport: Number(told['confidence'] ?? 0.9),
        intent: told['intent'] ?? 'question',
        mood: { sentiment: Number(told['sentiment'] ?? 0), urgency: 0 },
        wantsPerson: told['person'] === 'yes',
        language: told['language'] ?? 'en',
      }
    },
    async brief() {
      if (name === 'down') throw new DependencyFailed('model', 'The model server does not answer.')
      return { wants: 'The model says what they want.', mood: 'calm', opening: 'Hello, I have read everything.' }
    },
    async check() {},
  }
}
