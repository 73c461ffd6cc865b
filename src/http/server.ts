// The HTTP server: its limits, its channels, and Express for everything else.
import { createServer, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { HTTP_DEFAULTS, type HttpConfig, type HttpNeeds } from './config.ts'
import { mountOf, serveMount } from './mount.ts'
import { problemBody } from './problem.ts'
import { createSite } from './site.ts'
import { createTraffic } from './traffic.ts'

export interface Http {
  /** Resolves with the port that is listened on; rejects when it cannot be had. */
  listen(port: number, host: string): Promise<{ port: number }>
  /**
   * Takes no more connections and ends streams, whose readers come back to the next server; lets other requests end
   * for `graceMs`. Any number of times.
   */
  close(graceMs?: number): Promise<void>
}

const MOST_HEADER_BYTES = 16 * 1024
// Longer than the idle time that reverse proxies keep, so that they never write into a connection just closed.
const KEEP_ALIVE_MS = 65_000

/** The whole HTTP edge. `config` is filled from `HTTP_DEFAULTS`. */
export function createHttp(needs: Omit<HttpNeeds, 'config'> & { config?: Partial<HttpConfig> }): Http {
  const config = { ...HTTP_DEFAULTS, ...needs.config }
  const traffic = createTraffic()
  const answering = new Set<ServerResponse>()
  const site = createSite({ ...needs, config }, traffic)
  const mounted = { logger: needs.logger, stallMs: config.stallMs }
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: config.headersMs,
      requestTimeout: config.requestMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: Math.min(1_000, config.headersMs),
    },
    (req, res) => {
      traffic.count(req, res)
      answering.add(res)
      res.once('close', () => answering.delete(res))
      const mount = mountOf(needs.mounts, req.url ?? '/')
      if (mount) void serveMount(mount, req, res, mounted)
      else site(req, res)
    },
  )
  server.on('clientError', refuseGarbage)
  return { listen: (port, host) => listen(server, port, host), close: (graceMs) => close(server, answering, graceMs) }
}

function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve({ port: (server.address() as AddressInfo).port })
    })
  })
}

function close(server: Server, answering: ReadonlySet<ServerResponse>, graceMs = 2_000): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
    for (const res of answering) {
      if (res.getHeader('content-type') === 'text/event-stream') res.destroy()
      // A connection kept alive after its answer would be waited for.
      else if (!res.headersSent) res.setHeader('connection', 'close')
    }
  })
}

/** Answers what is not HTTP, too slow, or too long in its headers, before any route has seen it. */
function refuseGarbage(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const body = problemBody(
    status,
    status === 408 ? 'too-slow' : 'bad-request',
    'This is not a request that can be read.',
  )
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  socket.destroySoon()
}
