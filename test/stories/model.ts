// The models of stories: one that answers from its passages, and one that does not work.
import type { Prompt } from '../../src/core/answer/prompt.ts'
import { DependencyFailed } from '../../src/core/errors.ts'
import type { LanguageModel, ModelDraft } from '../../src/ports/language-model.ts'

const NOBODY = new DependencyFailed('model', 'connect ECONNREFUSED 127.0.0.1:11434')

/**
 * `none` is no model; `down` fails at once; `careful` quotes its first passage and reports what the story tells it to:
 * `person=yes answerable=no|partly confidence=0.2 sentiment=-0.9 urgency=0.8 intent=… invents=…`, where `invents` are
 * words that it adds to its answer (`_` for a space). `onRead` hears every prompt.
 */
export function storyModel(wanted: string, onRead: (prompt: Prompt) => void): LanguageModel | undefined {
  const [name = '', ...settings] = wanted.split(/\s+/)
  if (name === 'none') return undefined
  if (name !== 'careful' && name !== 'down') throw new Error(`There is no model “${name}” in stories.`)
  const told = Object.fromEntries(settings.map((one) => one.split('=')))
  const says = (key: string) => told[key]?.replaceAll('_', ' ')
  const meet = (prompt: Prompt) => {
    onRead(prompt)
    if (name === 'down') throw NOBODY
  }
  return {
    name,
    async draft(prompt): Promise<ModelDraft> {
      meet(prompt)
      const passage = /<1>[^:]*: ([\s\S]+?)<\/1>/.exec(prompt.user)?.[1] ?? ''
      const quotes = passage === '' ? [] : [{ passage: 1, text: passage }]
      const answerable = says('answerable') ?? (passage === '' ? 'no' : 'yes')
      return {
        text: answerable === 'no' ? '' : [passage, says('invents')].filter(Boolean).join(' '),
        quotes,
        answerable: answerable as ModelDraft['answerable'],
        selfReport: Number(says('confidence') ?? 0.9),
        intent: says('intent') ?? 'a question',
        mood: { sentiment: Number(says('sentiment') ?? 0), urgency: Number(says('urgency') ?? 0) },
        wantsPerson: says('person') === 'yes',
      }
    },
    async brief(prompt) {
      meet(prompt)
      return {
        wants: 'In the words of the model: what they want.',
        mood: 'tense',
        opening: 'Hello, I have read it all.',
      }
    },
    async check() {},
  }
}
