// Who is asking: a bearer token or the cookie, and whether a browser was tricked into sending it.
import type { IncomingMessage } from 'node:http'
import type { HttpConfig } from './config.ts'
import { HttpProblem } from './problem.ts'

export interface Credential {
  token: string
  /** A browser sends cookies by itself, so a cookie alone proves no intention. */
  by: 'bearer' | 'cookie'
}

const THIRTY_DAYS_S = 30 * 24 * 3600

/** `__Host-` binds the cookie to this very host; browsers allow that on https only. */
export function cookieName(config: HttpConfig): string {
  return isSecure(config) ? '__Host-baton' : 'baton'
}

export function cookieFor(token: string, config: HttpConfig): string {
  return `${cookieName(config)}=${token}; ${attributes(config)}; Max-Age=${THIRTY_DAYS_S}`
}

export function cookieEnd(config: HttpConfig): string {
  return `${cookieName(config)}=; ${attributes(config)}; Max-Age=0`
}

/** The token that a request carries. The header wins: who sets it means it. */
export function credentialOf(req: IncomingMessage, config: HttpConfig): Credential | undefined {
  const bearer = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(req.headers.authorization ?? '')?.[1]
  if (bearer) return { token: bearer, by: 'bearer' }
  const wanted = `${cookieName(config)}=`
  const cookie = (req.headers.cookie ?? '').split(/; */).find((pair) => pair.startsWith(wanted))
  const token = cookie?.slice(wanted.length)
  return token && /^[\x21-\x7e]{1,512}$/.test(token) ? { token, by: 'cookie' } : undefined
}

/**
 * For requests that change something and do not carry a bearer token. Throws 403 unless the page that sent it is ours:
 * a header that other sites cannot set, or an Origin that is this host.
 */
export function refuseForgery(req: IncomingMessage, config: HttpConfig): void {
  if (req.headers['x-baton'] === '1') return
  const { origin, host } = req.headers
  if (origin && origin !== 'null') {
    if (config.publicUrl && URL.canParse(config.publicUrl) && new URL(config.publicUrl).origin === origin) return
    if (URL.canParse(origin) && new URL(origin).host === host) return
  }
  throw new HttpProblem(
    403,
    'forgery',
    'This needs the header X-Baton: 1, so that no other site can do it in your name.',
  )
}

function isSecure(config: HttpConfig): boolean {
  return config.publicUrl?.startsWith('https:') ?? false
}

function attributes(config: HttpConfig): string {
  return `Path=/; HttpOnly; SameSite=Strict${isSecure(config) ? '; Secure' : ''}`
}
