// A real HTTP server that speaks the OpenAI wire protocol, with a persona behind it instead of a model.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PERSONAS, type Persona } from './personas.ts'
import { embeddingResponse } from './vectors.ts'
import { type ChatRequest, type EmbeddingRequest, type Reply, sendJson, sendReply } from './wire.ts'

export interface ModelServerOptions {
  /** 0 for any free one, which is the default. */
  port?: number
  /** Who answers when the model's name is no persona; `demo` by default. */
  persona?: string
  /** Milliseconds before an answer begins. */
  latencyMs?: number
  /** Milliseconds of the persona `slow`; 60,000 by default. */
  slowMs?: number
  /** Pieces that a streamed answer comes in; 20 by default. */
  pieces?: number
  /** When set, requests without this bearer token are refused with 401. */
  key?: string
}

export interface RecordedRequest {
  method: string
  path: string
  authorization: string | undefined
  body: unknown
  /** The client went away before the answer was complete. */
  aborted: boolean
}

export interface ModelServer {
  /** What `OPENAI_BASE_URL` is set to. */
  url: string
  requests(): readonly RecordedRequest[]
  /** Sees every chat request first; what it returns is the reply, undefined leaves it to the persona. */
  script(answer: (request: ChatRequest) => Reply | undefined): void
  /** Ends open connections too. */
  close(): Promise<void>
}

export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const recorded: RecordedRequest[] = []
  let scripted: ((request: ChatRequest) => Reply | undefined) | undefined
  const server = createServer((request, response) => {
    void answer(request, response, options, recorded, (chat) => scripted?.(chat)).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: () => recorded,
    script: (answering) => {
      scripted = answering
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ModelServerOptions,
  recorded: RecordedRequest[],
  scripted: (request: ChatRequest) => Reply | undefined,
): Promise<void> {
  const { authorization } = request.headers
  const path = request.url ?? '/'
  const body = await readJson(request)
  const record: RecordedRequest = { method: request.method ?? '', path, authorization, body, aborted: false }
  recorded.push(record)
  response.once('close', () => {
    record.aborted = !response.writableFinished
  })
  if (options.key !== undefined && authorization !== `Bearer ${options.key}`) {
    return sendJson(response, 401, {
      error: { message: 'Incorrect API key provided.', type: 'error', param: null, code: 'invalid_api_key' },
    })
  }
  if (path === '/v1/models') return sendJson(response, 200, models())
  if (path === '/v1/embeddings') return sendEmbeddings(response, body as EmbeddingRequest)
  if (path !== '/v1/chat/completions') return sendJson(response, 404, { error: { message: `No route ${path}.` } })
  const chat = body as ChatRequest
  const latencyMs = chat.model === 'slow' ? (options.slowMs ?? 60_000) : (options.latencyMs ?? 0)
  if (latencyMs > 0) await later(latencyMs, response)
  const reply = scripted(chat) ?? personaOf(chat.model, options)(chat)
  await sendReply(response, chat, reply, { latencyMs, pieces: options.pieces ?? 20 })
}

function personaOf(model: string, options: ModelServerOptions): Persona {
  const persona = PERSONAS[model] ?? PERSONAS[options.persona ?? 'demo']
  if (persona === undefined) throw new Error(`There is no persona ${options.persona}.`)
  return persona
}

function sendEmbeddings(response: ServerResponse, request: EmbeddingRequest): void {
  if (request.model === 'failing') sendJson(response, 500, { error: { message: 'The server had an error.' } })
  else if (request.model !== 'silent') sendJson(response, 200, embeddingResponse(request))
}

function models() {
  const names = [...Object.keys(PERSONAS).filter((name) => name !== 'unknown'), 'demo-embedding']
  return {
    object: 'list',
    data: names.map((id) => ({ id, object: 'model', created: 1_750_000_000, owned_by: 'baton' })),
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const text = Buffer.concat(pieces).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}

function later(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    response.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
