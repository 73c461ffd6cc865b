// The default model: the openai client behind the LangChain seam, against a real server of its wire protocol.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmbedder, createModel } from '../../../src/adapters/llm/index.ts'
import type { LanguageModel } from '../../../src/ports/language-model.ts'
import { embedderContract } from '../../contracts/embedder.ts'
import { exampleBriefPrompt, examplePrompt, languageModelContract } from '../../contracts/language-model.ts'
import { type ModelServer, startModelServer } from '../../doubles/model-server/server.ts'

const KEY = 'sk-test-secret'

function modelAt(server: ModelServer, model: string): LanguageModel {
  return createModel({ apiKey: KEY, baseUrl: server.url, model }) as LanguageModel
}

/** An address where a server was, and is no more. */
async function closedUrl(): Promise<string> {
  const server = await startModelServer()
  await server.close()
  return server.url
}

languageModelContract('a server of the OpenAI protocol', async () => {
  const server = await startModelServer()
  return { model: (persona) => modelAt(server, persona), secret: KEY, counts: true, close: server.close }
})

embedderContract('a server of the OpenAI protocol', async () => {
  const server = await startModelServer()
  const embedder = (model: string) => createEmbedder({ baseUrl: server.url, embeddingModel: model })
  return {
    embedder: (behaviour) => embedder(behaviour) as NonNullable<ReturnType<typeof embedder>>,
    close: server.close,
  }
})

describe('a call to a server of the OpenAI protocol', () => {
  let server: ModelServer
  beforeAll(async () => {
    server = await startModelServer()
  })
  afterAll(() => server.close())
  const never = () => new AbortController().signal
  const failure = async (model: string) =>
    String(
      await modelAt(server, model)
        .draft(examplePrompt(), never())
        .catch((error: unknown) => error),
    )
  const callsSince = (from: number) => server.requests().slice(from)

  it('is one request, with the schema, the limit and the key', async () => {
    const from = server.requests().length
    await modelAt(server, 'demo').draft(examplePrompt(), never())
    const [request, ...others] = callsSince(from)
    expect(others).toEqual([])
    expect(request?.authorization).toBe(`Bearer ${KEY}`)
    expect(request?.body).toMatchObject({
      model: 'demo',
      stream: true,
      max_tokens: 500,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
      messages: [{ role: 'system' }, { role: 'user' }],
    })
  })

  it('is never repeated for an answer of the server, however bad', async () => {
    const from = server.requests().length
    await failure('failing')
    await failure('limited')
    await failure('garbage')
    expect(callsSince(from)).toHaveLength(3)
  })

  it('is repeated once when the connection breaks before the server answered', async () => {
    const from = server.requests().length
    let first = true
    server.script((request) => {
      if (request.model !== 'flaky' || !first) return undefined
      first = false
      return { kind: 'hang-up' }
    })
    expect((await modelAt(server, 'flaky').draft(examplePrompt(), never())).answerable).toBe('yes')
    expect(callsSince(from)).toHaveLength(2)
  })

  it('ends at the server too when it is aborted', async () => {
    const controller = new AbortController()
    const from = server.requests().length
    const call = modelAt(server, 'silent').draft(examplePrompt(), controller.signal)
    call.catch(() => undefined)
    await expect.poll(() => callsSince(from).length).toBe(1)
    controller.abort()
    await expect(call).rejects.toThrow()
    await expect.poll(() => callsSince(from)[0]?.aborted).toBe(true)
  })

  it('cuts a stream without end, and the server sees it', async () => {
    const from = server.requests().length
    expect(await failure('runaway')).toContain('did not stop writing')
    await expect.poll(() => callsSince(from)[0]?.aborted).toBe(true)
  })

  it('learns once that a server knows no schema, and reads JSON out of words', async () => {
    const model = modelAt(server, 'schemaless')
    const from = server.requests().length
    expect((await model.draft(examplePrompt(), never())).answerable).toBe('yes')
    expect((await model.draft(examplePrompt(), never())).answerable).toBe('yes')
    const formats = callsSince(from).map(
      ({ body }) => (body as { response_format: { type: string } }).response_format.type,
    )
    expect(formats).toEqual(['json_schema', 'json_object', 'json_object'])
    expect((await model.brief(exampleBriefPrompt(), never())).wants).not.toBe('')
  })

  it('learns once that a server wants the new name of the token limit', async () => {
    const model = modelAt(server, 'modern')
    const from = server.requests().length
    await model.draft(examplePrompt(), never())
    await model.draft(examplePrompt(), never())
    expect(callsSince(from)).toHaveLength(3)
  })

  it('names the remedy', async () => {
    expect(await failure('unauthorised')).toMatch(/refused the key.*OPENAI_API_KEY/)
    expect(await failure('unknown')).toMatch(/does not know the model unknown.*OPENAI_MODEL/)
    expect(await failure('limited')).toMatch(/over its limit/)
    expect(await failure('proxy')).toMatch(/error of its own \(502\)/)
    expect(await failure('portal')).toMatch(/not JSON.*OPENAI_BASE_URL/)
    expect(await failure('cut')).toMatch(/cut off before its answer was complete/)
    expect(await failure('refusing')).toMatch(/declined to answer/)
    expect(await failure('filtered')).toMatch(/content filter/)
    expect(await failure('half-way')).toMatch(/connection/)
  })

  it('says so when nothing listens there', async () => {
    const model = createModel({ baseUrl: await closedUrl(), model: 'x' }) as LanguageModel
    await expect(model.draft(examplePrompt(), never())).rejects.toThrow(
      /Nothing listens at 127\.0\.0\.1:\d+\..*OPENAI_BASE_URL/,
    )
  })

  it('needs no key when there is a base URL', async () => {
    const model = createModel({ baseUrl: server.url, model: 'demo' }) as LanguageModel
    expect((await model.draft(examplePrompt(), never())).answerable).toBe('yes')
  })
})

describe('the check of a model', () => {
  let server: ModelServer
  beforeAll(async () => {
    server = await startModelServer({ key: KEY })
  })
  afterAll(() => server.close())
  const never = () => new AbortController().signal

  it('passes for a model that the server lists', async () => {
    await expect(modelAt(server, 'demo').check(never())).resolves.toBeUndefined()
  })

  it('names the setting for one that it does not, for a wrong key, and for no server', async () => {
    await expect(modelAt(server, 'gpt-99').check(never())).rejects.toThrow(/gpt-99 is not known.*OPENAI_MODEL/)
    const stranger = createModel({ apiKey: 'sk-wrong-key', baseUrl: server.url, model: 'demo' })
    await expect(stranger?.check(never())).rejects.toThrow(/refused the key/)
    await expect(createModel({ baseUrl: await closedUrl() })?.check(never())).rejects.toThrow(/Nothing listens/)
  })
})
