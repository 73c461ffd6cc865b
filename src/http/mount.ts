// Express's neighbour: carries requests to the channels that speak web Request and Response, and their answers back.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Channel } from '../ports/channel.ts'
import type { Logger } from '../ports/system.ts'
import { secure } from './headers.ts'
import { addressOf } from './peer.ts'
import { describe, HttpProblem, isOurs, problemOf } from './problem.ts'
import { readBody } from './read-body.ts'

export type Mount = NonNullable<Channel['http']>

/** The channel that answers under a URL's path. */
export function mountOf(mounts: readonly Mount[], url: string): Mount | undefined {
  return mounts.find((mount) => url.startsWith(mount.prefix))
}

/**
 * Lets the channel answer. Never rejects: what fails becomes a problem document, or a closed connection. The reader of
 * a stream who takes nothing for `stallMs` is disconnected.
 */
export async function serveMount(
  mount: Mount,
  req: IncomingMessage,
  res: ServerResponse,
  needs: { logger: Logger; stallMs: number },
): Promise<void> {
  try {
    const request = await toRequest(req)
    const response = await mount.handle(request, { address: addressOf(req) })
    const { status } = response
    if (status >= 500) needs.logger.error('a channel could not serve a request', { prefix: mount.prefix, status })
    await send(response, res, needs.stallMs)
  } catch (error) {
    if (isOurs(error)) {
      needs.logger.error('a channel failed', { prefix: mount.prefix, error: describe(error) })
    }
    sendProblem(res, error)
  }
}

/** A problem document, unless the answer has begun: then the connection is closed. */
export function sendProblem(res: ServerResponse, error: unknown): void {
  if (res.headersSent || res.destroyed) {
    res.destroy()
    return
  }
  const { document, headers } = problemOf(error)
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  res.writeHead(document.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(document))
}

// The origin is made up on purpose: what a channel answers must never depend on the Host that a caller claims.
async function toRequest(req: IncomingMessage): Promise<Request> {
  const method = req.method ?? 'GET'
  const headers = new Headers()
  const { rawHeaders } = req
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '')
  if (method === 'TRACE' || method === 'CONNECT')
    throw new HttpProblem(405, 'method-not-allowed', 'This method is not used here.')
  const url = `http://baton.invalid${req.url ?? '/'}`
  if (!URL.canParse(url)) throw new HttpProblem(400, 'bad-request', 'The address could not be understood.')
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const bytes = await readBody(req)
  return new Request(url, { method, headers, body: new Uint8Array(bytes) })
}

async function send(response: Response, res: ServerResponse, stallMs: number): Promise<void> {
  secure(res.req, res)
  response.headers.forEach((value, name) => {
    res.setHeader(name, value)
  })
  res.statusCode = response.status
  if (!response.body || res.req.method === 'HEAD') {
    await response.body?.cancel()
    res.end()
  } else if (response.headers.get('content-type') === 'text/event-stream') {
    await pump(response.body, res, stallMs)
  } else {
    res.end(Buffer.from(await response.arrayBuffer()))
  }
}

/** Moves a stream at the reader's pace; a reader who leaves cancels it. */
async function pump(body: ReadableStream<Uint8Array>, res: ServerResponse, stallMs: number): Promise<void> {
  const reader = body.getReader()
  const gone = () => void reader.cancel().catch(() => undefined)
  res.once('close', gone)
  res.flushHeaders()
  for (;;) {
    const { done, value } = await reader.read()
    if (done || res.destroyed) break
    if (!res.write(value)) await drained(res, stallMs)
  }
  res.end()
}

/** Waits until a reader took what was written; one who does not in time, or who left, ends the connection. */
export function drained(res: ServerResponse, stallMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      res.off('drain', done).off('close', done)
      resolve()
    }
    const timer = setTimeout(() => res.destroy(), stallMs)
    res.on('drain', done).on('close', done)
    if (res.destroyed) done()
  })
}
