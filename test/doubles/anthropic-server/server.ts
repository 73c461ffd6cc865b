// A real HTTP server that speaks Anthropic's Messages API as far as ChatAnthropic uses it, with the same personas.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PERSONAS } from '../model-server/personas.ts'
import type { ChatRequest, Reply } from '../model-server/wire.ts'

type Content = string | readonly { type: string; text?: string }[]

interface MessagesRequest {
  model: string
  system?: Content
  messages: readonly { role: string; content: Content }[]
  max_tokens: number
  stream?: boolean
  tools?: readonly { name: string; input_schema: unknown }[]
  tool_choice?: { type: string; name?: string }
}

export interface AnthropicServer {
  /** What `anthropicApiUrl` is set to. */
  url: string
  requests(): readonly MessagesRequest[]
  close(): Promise<void>
}

export async function startAnthropicServer(): Promise<AnthropicServer> {
  const recorded: MessagesRequest[] = []
  const server = createServer((request, response) => {
    void answer(request, response, recorded).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => recorded,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, recorded: MessagesRequest[]): Promise<void> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  if (request.url !== '/v1/messages') return sendError(response, 404, 'not_found_error', 'Not found')
  const asked = JSON.parse(Buffer.concat(pieces).toString('utf8')) as MessagesRequest
  recorded.push(asked)
  const reply = (PERSONAS[asked.model] ?? demo)(asOpenAI(asked))
  switch (reply.kind) {
    case 'silence':
      return
    case 'error':
      return sendError(response, reply.status, 'api_error', reply.message ?? 'Something went wrong.')
    case 'hang-up':
      return void response.destroy()
    case 'nothing':
      return send(response, asked, [], 'end_turn')
    case 'endless':
      return sendEndless(response, asked, reply.piece)
    case 'text':
      return sendText(response, asked, reply)
  }
}

function demo(request: ChatRequest): Reply {
  return (PERSONAS['demo'] as (request: ChatRequest) => Reply)(request)
}

/** A tool that has to be called is answered by calling it; text that is no JSON cannot be its input, and stays text. */
function sendText(
  response: ServerResponse,
  asked: MessagesRequest,
  reply: Extract<Reply, { kind: 'text' }>,
): Promise<void> {
  if (reply.refusal !== undefined) return send(response, asked, [], 'refusal')
  const [tool] = asked.tools ?? []
  const cut = reply.finish === 'length'
  if (tool === undefined || !(cut || isJson(reply.text)))
    return send(response, asked, [{ type: 'text', text: reply.text }], 'end_turn')
  return send(
    response,
    asked,
    [{ type: 'tool_use', name: tool.name, json: reply.text }],
    cut ? 'max_tokens' : 'tool_use',
  )
}

type Block = { type: 'text'; text: string } | { type: 'tool_use'; name: string; json: string }

async function send(
  response: ServerResponse,
  asked: MessagesRequest,
  blocks: readonly Block[],
  stop: string,
): Promise<void> {
  const usage = { input_tokens: 120, output_tokens: 40 }
  if (!asked.stream) {
    const content = blocks.map((block) =>
      block.type === 'text'
        ? block
        : { type: 'tool_use', id: 'toolu_double', name: block.name, input: parsed(block.json) },
    )
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ...envelope(asked), content, stop_reason: stop, stop_sequence: null, usage }))
    return
  }
  start(response, asked, usage.input_tokens)
  for (const [index, block] of blocks.entries()) sendBlock(response, index, block)
  event(response, 'message_delta', {
    delta: { stop_reason: stop, stop_sequence: null },
    usage: { output_tokens: usage.output_tokens },
  })
  event(response, 'message_stop', {})
  response.end()
}

function sendBlock(response: ServerResponse, index: number, block: Block): void {
  const text = block.type === 'text' ? block.text : block.json
  const empty =
    block.type === 'text'
      ? { type: 'text', text: '' }
      : { type: 'tool_use', id: 'toolu_double', name: block.name, input: {} }
  event(response, 'content_block_start', { index, content_block: empty })
  for (let at = 0; at < text.length; at += 24) {
    const piece = text.slice(at, at + 24)
    const delta =
      block.type === 'text' ? { type: 'text_delta', text: piece } : { type: 'input_json_delta', partial_json: piece }
    event(response, 'content_block_delta', { index, delta })
  }
  event(response, 'content_block_stop', { index })
}

async function sendEndless(response: ServerResponse, asked: MessagesRequest, piece: string): Promise<void> {
  start(response, asked, 120)
  event(response, 'content_block_start', { index: 0, content_block: { type: 'text', text: '' } })
  while (!response.destroyed && response.socket?.destroyed === false) {
    event(response, 'content_block_delta', { index: 0, delta: { type: 'text_delta', text: piece } })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function start(response: ServerResponse, asked: MessagesRequest, tokens: number): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const message = { ...envelope(asked), content: [], stop_reason: null, stop_sequence: null }
  event(response, 'message_start', { message: { ...message, usage: { input_tokens: tokens, output_tokens: 1 } } })
}

function event(response: ServerResponse, type: string, data: Record<string, unknown>): void {
  response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`)
}

function sendError(response: ServerResponse, status: number, type: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ type: 'error', error: { type, message } }))
}

function envelope(asked: MessagesRequest) {
  return { id: 'msg_double', type: 'message', role: 'assistant', model: asked.model }
}

/** The personas read OpenAI's form. */
function asOpenAI(asked: MessagesRequest): ChatRequest {
  const messages = [{ role: 'system', content: plain(asked.system ?? '') }].concat(
    asked.messages.map(({ role, content }) => ({ role, content: plain(content) })),
  )
  const [tool] = asked.tools ?? []
  const format = { type: 'json_schema', json_schema: { name: tool?.name ?? '', schema: tool?.input_schema } }
  return { model: asked.model, messages, ...(tool === undefined ? {} : { response_format: format }) }
}

function plain(content: Content): string {
  return typeof content === 'string' ? content : content.map((block) => block.text ?? '').join('\n')
}

function parsed(json: string): unknown {
  return isJson(json) ? JSON.parse(json) : {}
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
