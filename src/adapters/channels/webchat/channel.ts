// The web chat: customers write by HTTP and read the log as a stream. A message is delivered by being stored.

import { MAX_TEXT } from '../../../core/message.ts'
import type { Messages } from '../../../core/messages.ts'
import type { Channel } from '../../../ports/channel.ts'
import type { Clock, Ids } from '../../../ports/system.ts'
import { createBuckets, createSlots, WEB_CHAT_LIMITS, type WebChatLimits } from './limits.ts'
import { Problem, problem } from './reply.ts'
import { type Desk, type Presses, WEB_CHAT_ROUTES } from './routes.ts'

export interface WebChatOptions {
  messages: () => Messages
  shopName: () => string
  clock: Clock
  /** Must be unguessable: a chat's id is what its token protects. */
  ids: Ids
  limits?: Partial<WebChatLimits>
  /** Between two signs of life on a stream, in ms. */
  pingMs?: number
}

const PREFIX = '/webchat/'
/** Presses of "talk to a person" within this time are one. */
const SAME_WISH_MS = 2_000

export function createWebChat(options: WebChatOptions): Channel {
  let desk: Desk | undefined
  const closing = new AbortController()
  return {
    name: 'webchat',
    capabilities: { text: MAX_TEXT, stored: true, typing: true, settle: false, markup: 'plain' },
    async start(host) {
      const { pingMs = 20_000, messages, shopName, clock, ids } = options
      const limits = createLimits(options)
      desk = {
        host,
        secret: host.secret('webchat'),
        clock,
        ids,
        messages,
        shopName,
        limits,
        pingMs,
        closing: closing.signal,
      }
    },
    async stop() {
      desk = undefined
      closing.abort()
    },
    health: () => ({ state: desk ? 'ready' : 'down' }),
    http: {
      prefix: PREFIX,
      async handle(request, { address }) {
        try {
          const url = new URL(request.url)
          const found = WEB_CHAT_ROUTES.get(url.pathname.slice(PREFIX.length))
          if (!found) throw new Problem(404, 'not-found', 'There is nothing here.')
          if (found.method !== request.method) {
            throw new Problem(405, 'method-not-allowed', `Here one may ${found.method}.`, { allow: found.method })
          }
          if (!desk)
            throw new Problem(503, 'not-ready', 'The chat is not open yet. Please try again.', { 'retry-after': '2' })
          return await found.handle(desk, { request, url, address })
        } catch (error) {
          if (error instanceof Problem) return problem(error)
          throw error
        }
      },
    },
  }
}

function createLimits({ limits, clock }: WebChatOptions): Desk['limits'] {
  const { chat, address, sessions, streams, addressStreams } = { ...WEB_CHAT_LIMITS, ...limits }
  return {
    chat: createBuckets(chat, clock),
    address: createBuckets(address, clock),
    sessions: createBuckets(sessions, clock),
    streams: createSlots(streams),
    addressStreams: createSlots(addressStreams),
    person: createPresses(clock),
  }
}

function createPresses(clock: Clock): Presses {
  const last = new Map<string, number>()
  return {
    isNew: (chat) => {
      const now = clock.now()
      for (const [old, at] of last) {
        if (now - at < SAME_WISH_MS) break
        last.delete(old)
      }
      if (last.has(chat)) return false
      last.set(chat, now)
      return true
    },
    undo: (chat) => void last.delete(chat),
  }
}
