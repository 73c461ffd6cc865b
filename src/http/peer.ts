// Who is at the other end of a connection.
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * The caller's address. A reverse proxy on this machine is believed when it names the address it serves: the last one
 * of `X-Forwarded-For`, which is the one that the proxy itself has seen. Nobody else is.
 */
export function addressOf(req: IncomingMessage): string {
  const near = plain(req.socket.remoteAddress ?? '')
  if (!isLoopback(near)) return near
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
  const last = plain(forwarded.slice(forwarded.lastIndexOf(',') + 1).trim())
  return isIP(last) ? last : near
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

/** A program on this machine that asks directly: not through a proxy, and not a web page that renamed itself to us. */
export function isLocal(req: IncomingMessage): boolean {
  if (!isLoopback(plain(req.socket.remoteAddress ?? ''))) return false
  const { headers } = req
  if (headers['x-forwarded-for'] || headers.forwarded || headers['x-real-ip'] || headers.via) return false
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  return host === 'localhost' || host === '[::1]' || isLoopback(host)
}

/** IPv4 written as IPv6 becomes IPv4 again. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}
