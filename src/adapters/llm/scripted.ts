// A language model that says what it is told: for tests and demonstrations, deterministic, without a server.
import { DependencyFailed } from '../../core/errors.ts'
import type { LanguageModel, ModelBrief, ModelDraft, Prompt } from '../../ports/language-model.ts'

export interface ScriptedOptions {
  name?: string
  /** What to answer to the n-th call, from 0; an Error is thrown as a failure of the model. */
  draft?: (prompt: Prompt, call: number) => ModelDraft | Error | Promise<ModelDraft | Error>
  brief?: (prompt: Prompt, call: number) => ModelBrief | Error
}

export interface ScriptedModel extends LanguageModel {
  /** The prompts so far, oldest first. */
  prompts(): readonly Prompt[]
}

/** Without a script it quotes the first passage of the prompt whole, or says that there is none. */
export function createScriptedModel(options: ScriptedOptions = {}): ScriptedModel {
  const prompts: Prompt[] = []
  const { draft = quoteFirst, brief = plainBrief } = options
  return {
    name: options.name ?? 'scripted',
    prompts: () => prompts,
    async draft(prompt, signal, onProgress) {
      signal.throwIfAborted()
      const call = prompts.push(prompt) - 1
      const answer = await orAborted(Promise.resolve(draft(prompt, call)), signal)
      if (answer instanceof Error) throw asFailure(answer)
      onProgress?.()
      return answer
    },
    async brief(prompt, signal) {
      signal.throwIfAborted()
      const answer = brief(prompt, prompts.push(prompt) - 1)
      if (answer instanceof Error) throw asFailure(answer)
      return answer
    },
    async check(signal) {
      signal.throwIfAborted()
    },
  }
}

function quoteFirst(prompt: Prompt): ModelDraft {
  const [, text] = /<1>(?:[^\n]*?): ([\s\S]*?)<\/1>/.exec(prompt.user) ?? []
  if (text === undefined) return { text: '', quotes: [], answerable: 'no', selfReport: 0.1 }
  const quote = text.replace(/^…|…$/g, '')
  return { text: quote, quotes: [{ passage: 1, text: quote }], answerable: 'yes', selfReport: 0.9 }
}

function plainBrief(): ModelBrief {
  return { wants: 'Help with their question.', mood: 'calm', opening: 'Hello, how can I help you?' }
}

function asFailure(error: Error): Error {
  return error instanceof DependencyFailed ? error : new DependencyFailed('model', error.message)
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}
