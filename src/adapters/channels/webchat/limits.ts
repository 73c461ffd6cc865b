// How much one visitor may ask of us: token buckets, so that a burst is welcome and a flood is not.
import type { Clock } from '../../../ports/system.ts'

/** `burst` at once, then `perSecond` on average. */
export interface Allowance {
  burst: number
  perSecond: number
}

export interface WebChatLimits {
  /** Messages of one chat. The fastest typer stays far below. */
  chat: Allowance
  /** Messages from one address: an office of customers, or one program with many chats. */
  address: Allowance
  /** New chats from one address. */
  sessions: Allowance
  /** Open streams of one chat: one for each tab. */
  streams: number
  /** Open streams from one address. */
  addressStreams: number
}

export const WEB_CHAT_LIMITS: WebChatLimits = {
  chat: { burst: 40, perSecond: 10 },
  address: { burst: 200, perSecond: 50 },
  sessions: { burst: 60, perSecond: 2 },
  streams: 8,
  addressStreams: 400,
}

const MOST_KEYS = 50_000

export interface Buckets {
  /** Takes one for the key. 0 means that it was there; else the seconds until there is one again. */
  take(key: string): number
}

export function createBuckets({ burst, perSecond }: Allowance, clock: Clock): Buckets {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take: (key) => {
      const now = clock.now()
      const bucket = buckets.get(key) ?? { left: burst, at: now }
      const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond)
      const taken = left >= 1
      buckets.set(key, { left: taken ? left - 1 : left, at: now })
      if (buckets.size > MOST_KEYS) forgetOldest(buckets)
      return taken ? 0 : Math.ceil((1 - left) / perSecond)
    },
  }
}

export interface Slots {
  /** One more for the key: the way to give it back, or undefined when there is none left. */
  take(key: string): (() => void) | undefined
}

export function createSlots(most: number): Slots {
  const used = new Map<string, number>()
  return {
    take: (key) => {
      const count = used.get(key) ?? 0
      if (count >= most) return undefined
      used.set(key, count + 1)
      return () => {
        const left = (used.get(key) ?? 1) - 1
        if (left > 0) used.set(key, left)
        else used.delete(key)
      }
    },
  }
}

/**
 * What is counted as one address: a whole /64 of IPv6, since one customer has all of it. Undefined on this machine
 * itself: a proxy that does not say whom it serves would make all customers one.
 */
export function countedAddress(address: string): string | undefined {
  if (address === '' || address === '::1' || address.startsWith('127.')) return undefined
  if (!address.includes(':')) return address
  const [head = ''] = address.split('::')
  return head.split(':').slice(0, 4).join(':')
}

function forgetOldest(map: Map<string, unknown>): void {
  for (const key of [...map.keys()].slice(0, MOST_KEYS / 10)) map.delete(key)
}
