// The OpenAI wire protocol as far as Baton and its peers speak it: shapes, and the writing of answers.
import type { ServerResponse } from 'node:http'

export interface ChatRequest {
  model: string
  messages: readonly { role: string; content: string | null }[]
  stream?: boolean
  stream_options?: { include_usage?: boolean }
  response_format?: { type: string; json_schema?: { name: string; schema: unknown; strict?: boolean } }
  max_tokens?: number
  max_completion_tokens?: number
}

export interface EmbeddingRequest {
  model: string
  input: string | readonly string[]
  encoding_format?: 'float' | 'base64'
  dimensions?: number
}

/** What a persona does with a request. */
export type Reply =
  | { kind: 'text'; text: string; finish?: 'stop' | 'length' | 'content_filter'; refusal?: string }
  /** An HTTP error, as JSON in OpenAI's form or as the page of a proxy. */
  | { kind: 'error'; status: number; message?: string; param?: string; page?: string; retryAfter?: number }
  /** Nothing, ever: the connection stays open. */
  | { kind: 'silence' }
  /** The connection is closed, before anything was said or in the middle. */
  | { kind: 'hang-up'; after?: string }
  /** Text without an end. */
  | { kind: 'endless'; piece: string }
  /** A well-formed answer with no choice in it. */
  | { kind: 'nothing' }

export interface Pace {
  /** Milliseconds before the first byte. */
  latencyMs: number
  /** Pieces that a streamed answer comes in. */
  pieces: number
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** Answers one chat request as its persona wants. */
export async function sendReply(
  response: ServerResponse,
  request: ChatRequest,
  reply: Reply,
  pace: Pace,
): Promise<void> {
  switch (reply.kind) {
    case 'silence':
      return
    case 'error':
      return sendError(response, reply)
    case 'hang-up':
      return hangUp(response, request, reply.after)
    case 'endless':
      return sendEndless(response, request, reply.piece)
    case 'nothing':
      if (request.stream) return endStream(response, [])
      return sendJson(response, 200, { ...envelope(request), object: 'chat.completion', choices: [] })
    case 'text':
      return request.stream ? sendStream(response, request, reply, pace) : sendWhole(response, request, reply)
  }
}

function sendError(response: ServerResponse, reply: Extract<Reply, { kind: 'error' }>): void {
  const headers: Record<string, string> =
    reply.retryAfter === undefined ? {} : { 'retry-after': String(reply.retryAfter) }
  if (reply.page !== undefined) {
    response.writeHead(reply.status, { 'content-type': 'text/html', ...headers })
    response.end(reply.page)
    return
  }
  const { message = 'Something went wrong.', param = null } = reply
  sendJson(response, reply.status, { error: { message, type: 'error', param, code: null } }, headers)
}

function sendWhole(response: ServerResponse, request: ChatRequest, reply: Extract<Reply, { kind: 'text' }>): void {
  const message = {
    role: 'assistant',
    content: reply.refusal === undefined ? reply.text : null,
    refusal: reply.refusal ?? null,
  }
  const choices = [{ index: 0, message, finish_reason: reply.finish ?? 'stop', logprobs: null }]
  sendJson(response, 200, {
    ...envelope(request),
    object: 'chat.completion',
    choices,
    usage: usageOf(request, reply.text),
  })
}

function sendStream(
  response: ServerResponse,
  request: ChatRequest,
  reply: Extract<Reply, { kind: 'text' }>,
  pace: Pace,
): void {
  const content = reply.refusal ?? reply.text
  const size = Math.max(1, Math.ceil(content.length / pace.pieces))
  const events: unknown[] = [chunk(request, { role: 'assistant', content: '' })]
  for (let at = 0; at < content.length; at += size) {
    const piece = content.slice(at, at + size)
    events.push(chunk(request, reply.refusal === undefined ? { content: piece } : { refusal: piece }))
  }
  events.push(chunk(request, {}, reply.finish ?? 'stop'))
  if (request.stream_options?.include_usage) {
    events.push({
      ...envelope(request),
      object: 'chat.completion.chunk',
      choices: [],
      usage: usageOf(request, content),
    })
  }
  endStream(response, events)
}

function endStream(response: ServerResponse, events: readonly unknown[]): void {
  startStream(response)
  for (const event of events) response.write(`data: ${JSON.stringify(event)}\n\n`)
  response.end('data: [DONE]\n\n')
}

async function sendEndless(response: ServerResponse, request: ChatRequest, piece: string): Promise<void> {
  if (request.stream) startStream(response)
  else response.writeHead(200, { 'content-type': 'application/json' })
  if (!request.stream) response.write('{"choices":[{"index":0,"message":{"role":"assistant","content":"')
  const block = request.stream ? `data: ${JSON.stringify(chunk(request, { content: piece }))}\n\n` : piece
  while (!response.destroyed && response.socket?.destroyed === false) {
    if (response.write(block)) await new Promise((resolve) => setImmediate(resolve))
    else await new Promise((resolve) => response.once('drain', resolve).once('close', resolve))
  }
}

function hangUp(response: ServerResponse, request: ChatRequest, after: string | undefined): void {
  if (after === undefined) return void response.destroy()
  startStream(response)
  response.write(`data: ${JSON.stringify(chunk(request, { content: after }))}\n\n`, () => response.destroy())
}

function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
}

function envelope(request: ChatRequest) {
  return { id: 'chatcmpl-double', created: 1_750_000_000, model: request.model }
}

function chunk(request: ChatRequest, delta: Record<string, unknown>, finish: string | null = null) {
  const choices = [{ index: 0, delta, finish_reason: finish, logprobs: null }]
  return { ...envelope(request), object: 'chat.completion.chunk', choices }
}

/** Four characters to a token: servers count for themselves, and nobody may rely on the figure. */
function usageOf(request: ChatRequest, text: string) {
  const said = request.messages.reduce((sum, message) => sum + (message.content?.length ?? 0), 0)
  const prompt = Math.ceil((said + JSON.stringify(request.response_format ?? '').length) / 4)
  const completion = Math.ceil(text.length / 4)
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}
