// Another vendor's model in the same place: ChatAnthropic against a server of its own wire protocol.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createModel, modelProblem } from '../../../src/adapters/llm/index.ts'
import type { LanguageModel } from '../../../src/ports/language-model.ts'
import { examplePrompt, languageModelContract } from '../../contracts/language-model.ts'
import { type AnthropicServer, startAnthropicServer } from '../../doubles/anthropic-server/server.ts'

const KEY = 'sk-ant-test-secret'
const VENDOR = '@langchain/anthropic#ChatAnthropic'

function modelAt(server: AnthropicServer, model: string, more: Record<string, unknown> = {}): LanguageModel {
  const vendorOptions = { model, apiKey: KEY, anthropicApiUrl: server.url, ...more }
  return createModel({ vendor: VENDOR, vendorOptions }) as LanguageModel
}

languageModelContract('ChatAnthropic', async () => {
  const server = await startAnthropicServer()
  return { model: (persona) => modelAt(server, persona), secret: KEY, counts: true, close: server.close }
})

describe('a model that MODEL names', () => {
  let server: AnthropicServer
  beforeAll(async () => {
    server = await startAnthropicServer()
  })
  afterAll(() => server.close())
  const never = () => new AbortController().signal
  const failureOf = async (vendor: string, vendorOptions: Record<string, unknown> = {}) =>
    String(
      await createModel({ vendor, vendorOptions })
        ?.draft(examplePrompt(), never())
        .catch((error: unknown) => error),
    )

  it('is asked once, and answers through the structure', async () => {
    const from = server.requests().length
    await modelAt(server, 'demo').draft(examplePrompt(), never())
    const [request, ...others] = server.requests().slice(from)
    expect(others).toEqual([])
    expect(request).toMatchObject({
      model: 'demo',
      tools: [{ name: 'reply' }],
      tool_choice: { type: 'tool', name: 'reply' },
    })
  })

  it('is not asked again when it fails', async () => {
    const from = server.requests().length
    await expect(modelAt(server, 'limited').draft(examplePrompt(), never())).rejects.toThrow(/over its limit/)
    expect(server.requests().slice(from)).toHaveLength(1)
  })

  it('keeps its options', async () => {
    await modelAt(server, 'demo', { maxTokens: 321 }).draft(examplePrompt(), never())
    expect(server.requests().at(-1)?.max_tokens).toBe(321)
  })

  it('that is not installed is named with the command that installs it', async () => {
    expect(await failureOf('@langchain/not-there#ChatNothing')).toMatch(/npm install @langchain\/not-there$/)
    expect(modelProblem({ vendor: 'left-behind/deep/path#Chat' })).toMatch(/npm install left-behind$/)
  })

  it('that its package does not have is named with what it has', async () => {
    expect(await failureOf('@langchain/anthropic#ChatGPT')).toMatch(
      /no chat model named ChatGPT\. It has ChatAnthropic/,
    )
    expect(await failureOf('yaml#parse')).toMatch(/no chat model named parse|cannot be set up/)
  })

  it('has to be spelt as a package and an export', () => {
    expect(modelProblem({ vendor: 'ChatAnthropic' })).toMatch(/@langchain\/anthropic#ChatAnthropic/)
    expect(modelProblem({ vendor: '../secrets#x' })).toBeDefined()
    expect(modelProblem({ vendor: VENDOR })).toBeUndefined()
    expect(modelProblem({})).toBeUndefined()
  })

  it('that lacks its key says so without loading a customer into it', async () => {
    expect(await failureOf(VENDOR, { model: 'demo' })).toMatch(/Check MODEL_OPTIONS/)
  })
})
