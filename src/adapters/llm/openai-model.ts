// A model behind any server that speaks OpenAI's protocol, through the seam that all vendors share.
import type { LanguageModel } from '../../ports/language-model.ts'
import { failed, type Subject, unusable } from './failures.ts'
import { createLangChainModel } from './langchain.ts'
import { lazyClient, type OpenAIServer, serverName } from './openai.ts'

export interface OpenAIModelOptions extends OpenAIServer {
  model: string
}

/** Used when a prompt states no limit of its own. */
const MAX_TOKENS = 500

export function createOpenAIModel(options: OpenAIModelOptions): LanguageModel {
  const { model } = options
  const client = lazyClient(options)
  const subject = openaiSubject(options, 'model', 'OPENAI_MODEL')
  return createLangChainModel({
    name: model,
    subject,
    streamsItself: true,
    chatModel: async () => {
      const { OpenAIChatModel } = await import('./openai-chat-model.ts')
      return new OpenAIChatModel({ client, model, maxTokens: MAX_TOKENS, isOpenAI: options.baseUrl === undefined })
    },
    async check(signal) {
      try {
        const openai = await client()
        const { data } = await openai.models.list({ signal })
        if (!Array.isArray(data)) throw new SyntaxError('no list of models')
        // A server that lists nothing keeps its list to itself; one that tags its models is asked by the bare name.
        const known = data.map(({ id }) => id)
        if (known.length > 0 && !known.some((id) => id === model || id.startsWith(`${model}:`)))
          throw unknownModel(subject)
      } catch (error) {
        throw failed(error, subject, signal)
      }
    },
  })
}

export function openaiSubject(
  options: OpenAIModelOptions,
  dependency: Subject['dependency'],
  setting: string,
): Subject {
  return {
    dependency,
    model: options.model,
    server: serverName(options),
    settings: { key: 'OPENAI_API_KEY', model: setting, server: 'OPENAI_BASE_URL' },
    secrets: options.apiKey === undefined ? [] : [options.apiKey],
  }
}

function unknownModel(subject: Subject) {
  return unusable(subject, `is not known to ${subject.server}. Check ${subject.settings.model}`)
}
