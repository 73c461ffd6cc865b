// Any LangChain chat model as our language model: prompt template, structured output, callbacks, abort.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { BaseMessage } from '@langchain/core/messages'
import { BRIEF_SCHEMA, DRAFT_SCHEMA, readBrief, readDraft } from '../../core/answer/structure.ts'
import type { LanguageModel, Prompt } from '../../ports/language-model.ts'
import { failed, type Subject, unusable } from './failures.ts'
import { CHARS_PER_TOKEN, NotAModel, Runaway } from './openai-call.ts'

export interface LangChainOptions {
  /** The chat model, or the way to load it at the first call. */
  chatModel: BaseChatModel | (() => Promise<BaseChatModel>)
  name: string
  subject: Subject
  /** Asks the server whether it is there; without it, a one-word call does. */
  check?: (signal: AbortSignal) => Promise<void>
  /** The model streams by itself inside `invoke`. */
  streamsItself?: boolean
}

/** What one call brought back. */
interface Answer {
  parsed: unknown
  raw: (BaseMessage & { tool_calls?: readonly { args?: unknown }[] }) | undefined
  usage: { prompt: number; answer: number } | undefined
}

type Chain = Awaited<ReturnType<typeof loadChains>>['draft']

export function createLangChainModel(options: LangChainOptions): LanguageModel {
  const { name, subject } = options
  let chains: ReturnType<typeof loadChains> | undefined
  const load = () => {
    // A failed loading is tried again at the next call: the merchant may have installed the package meanwhile.
    chains ??= loadChains(options.chatModel).catch((error: unknown) => {
      chains = undefined
      throw error
    })
    return chains
  }
  const call = async (task: 'draft' | 'brief', prompt: Prompt, signal: AbortSignal, onProgress?: () => void) => {
    try {
      signal.throwIfAborted()
      const loaded = await load()
      return await run(loaded[task], prompt, signal, { ...options, onProgress })
    } catch (error) {
      throw explain(error, subject, signal)
    }
  }
  return {
    name,
    async draft(prompt, signal, onProgress) {
      const answer = await call('draft', prompt, signal, onProgress)
      const draft = firstOf(answer, readDraft)
      if (draft === undefined) throw unusable(subject, whyNot(answer))
      return { ...draft, ...(answer.usage ? { usage: answer.usage } : {}) }
    },
    async brief(prompt, signal) {
      const answer = await call('brief', prompt, signal)
      const brief = firstOf(answer, readBrief)
      if (brief === undefined) throw unusable(subject, whyNot(answer))
      return { ...brief, ...(answer.usage ? { usage: answer.usage } : {}) }
    },
    async check(signal) {
      if (options.check) return options.check(signal)
      await call('brief', { system: 'Answer with the word ok in every field.', user: 'ok', maxTokens: 60 }, signal)
    },
  }
}

async function loadChains(model: LangChainOptions['chatModel']) {
  const [{ ChatPromptTemplate }, { TurnCallbacks }, chatModel] = await Promise.all([
    import('@langchain/core/prompts'),
    import('./turn-callbacks.ts'),
    typeof model === 'function' ? model() : model,
  ])
  const template = ChatPromptTemplate.fromMessages<{ system: string; user: string }>([
    ['system', '{system}'],
    ['human', '{user}'],
  ])
  const chain = (schema: Record<string, unknown>) => ({
    template,
    structured: chatModel.withStructuredOutput(schema, { name: 'reply', includeRaw: true }),
    TurnCallbacks,
  })
  return { draft: chain(DRAFT_SCHEMA), brief: chain(BRIEF_SCHEMA) }
}

interface RunOptions extends LangChainOptions {
  onProgress: (() => void) | undefined
}

async function run(chain: Chain, prompt: Prompt, signal: AbortSignal, options: RunOptions): Promise<Answer> {
  const runaway = new AbortController()
  const either = AbortSignal.any([signal, runaway.signal])
  const callbacks = new chain.TurnCallbacks({
    onProgress: options.onProgress,
    mostChars: prompt.maxTokens * CHARS_PER_TOKEN,
    onRunaway: () => runaway.abort(new Runaway(`more than ${prompt.maxTokens * CHARS_PER_TOKEN} characters`)),
    preferStreaming: options.streamsItself !== true,
  })
  const messages = await chain.template.formatMessages({ system: prompt.system, user: prompt.user })
  try {
    const answered = await Promise.race([
      chain.structured.invoke(messages, { signal: either, callbacks: [callbacks] }),
      // A vendor's package may be slow to notice; the caller is not kept waiting for it.
      rejection(either),
    ])
    return { parsed: answered.parsed, raw: answered.raw, usage: callbacks.usage }
  } catch (error) {
    throw runaway.signal.aborted ? runaway.signal.reason : error
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function explain(error: unknown, subject: Subject, signal: AbortSignal): unknown {
  if (!signal.aborted && error instanceof Runaway) return unusable(subject, 'did not stop writing and was cut off')
  if (!signal.aborted && error instanceof NotAModel) return failed(new SyntaxError(error.message), subject)
  return failed(error, subject, signal)
}

/** The structure, wherever the vendor's package left it: some lose it on the way when they stream. */
function firstOf<T>({ parsed, raw }: Answer, read: (given: unknown) => T | undefined): T | undefined {
  return read(parsed) ?? read(raw?.tool_calls?.[0]?.args) ?? read(raw?.text)
}

/** Why an answer is of no use, in words for staff. */
function whyNot({ raw }: Answer): string {
  const {
    finish_reason: finish,
    stop_reason: stop,
    refusal,
  } = (raw?.response_metadata ?? {}) as Record<string, unknown>
  if (refusal !== undefined || stop === 'refusal') return 'declined to answer'
  if (finish === 'content_filter') return 'was stopped by its content filter'
  if (finish === 'length' || stop === 'max_tokens') return 'was cut off before its answer was complete'
  if (raw === undefined || raw.text === '') return 'gave an empty answer'
  return 'answered in a form that cannot be read'
}
