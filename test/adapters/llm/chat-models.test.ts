// Both chat models behind the seam keep LangChain's interface: ours around the openai client, and ChatAnthropic.
import { ChatAnthropic } from '@langchain/anthropic'
import { lazyClient } from '../../../src/adapters/llm/openai.ts'
import { OpenAIChatModel } from '../../../src/adapters/llm/openai-chat-model.ts'
import { chatModelContract } from '../../contracts/chat-model.ts'
import { startAnthropicServer } from '../../doubles/anthropic-server/server.ts'
import { startModelServer } from '../../doubles/model-server/server.ts'

chatModelContract('OpenAIChatModel', async () => {
  const server = await startModelServer()
  const client = lazyClient({ baseUrl: server.url })
  return {
    model: (model) => new OpenAIChatModel({ client, model, maxTokens: 200, isOpenAI: false }),
    close: server.close,
  }
})

chatModelContract('ChatAnthropic', async () => {
  const server = await startAnthropicServer()
  const fields = { apiKey: 'none', anthropicApiUrl: server.url, maxRetries: 0 }
  return { model: (model) => new ChatAnthropic({ ...fields, model }), close: server.close }
})
