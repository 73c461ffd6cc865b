// The token that a customer's browser holds: it names their chat, and only this installation can make one.
import { createHmac, timingSafeEqual } from 'node:crypto'

const VERSION = '1'
/** A browser that comes back within a year finds its conversation. */
const LIFE_MS = 365 * 24 * 3_600_000

/** `now` is epoch ms, kept in the token as its time of issue. */
export function issueToken(secret: Uint8Array, chat: string, now: number): string {
  const claim = `${VERSION}.${chat}.${Math.floor(now / 1000).toString(36)}`
  return `${claim}.${sign(secret, claim)}`
}

/** The chat that a token names, or undefined when it is not ours, altered, or too old. */
export function chatOf(secret: Uint8Array, token: string, now: number): string | undefined {
  if (token.length > 256) return undefined
  const end = token.lastIndexOf('.')
  const claim = token.slice(0, end)
  const given = Buffer.from(token.slice(end + 1))
  const right = Buffer.from(sign(secret, claim))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const [version, chat, issued] = claim.split('.')
  if (version !== VERSION || !chat || !issued) return undefined
  return now - Number.parseInt(issued, 36) * 1000 <= LIFE_MS ? chat : undefined
}

function sign(secret: Uint8Array, claim: string): string {
  return createHmac('sha256', secret).update(claim).digest('base64url')
}
