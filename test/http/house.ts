// The real use cases over the in-memory store, behind a real HTTP server: what the tests of the edge talk to.
import { createHash } from 'node:crypto'
import { createMemoryChannel } from '../../src/adapters/channels/memory.ts'
import { createWebChat, type WebChatOptions } from '../../src/adapters/channels/webchat/channel.ts'
import { createMemoryStore } from '../../src/adapters/store/memory.ts'
import { systemClock } from '../../src/adapters/system/clock.ts'
import { credentials } from '../../src/adapters/system/credentials.ts'
import { createFeed } from '../../src/adapters/system/feed.ts'
import { createIds } from '../../src/adapters/system/ids.ts'
import { createTally } from '../../src/adapters/system/tally.ts'
import { createAccounts } from '../../src/app/accounts/accounts.ts'
import type { App } from '../../src/app/app.ts'
import { createApp } from '../../src/app/create-app.ts'
import type { Needs } from '../../src/app/needs.ts'
import type { HttpConfig, Pages } from '../../src/http/config.ts'
import { createHttp } from '../../src/http/server.ts'
import type { Role, Store } from '../../src/ports/store.ts'
import type { WakeHandler, Wakeups } from '../../src/ports/wakeups.ts'
import { policy } from '../core/conversation/given.ts'

export interface House {
  url: string
  port: number
  app: App
  store: Store
  /** Errors that were logged. */
  logged: { message: string; data: Record<string, unknown> | undefined }[]
  /** A bearer token of a fresh member of staff. */
  token(role: Role, name?: string): Promise<string>
  /** A JSON request; the body is sent as JSON unless it is a string. */
  call(path: string, options?: CallOptions): Promise<Reply>
  /** A web chat customer who has said hello. */
  customer(): Promise<{ token: string; id: string; write(text: string, id?: string): Promise<Reply> }>
  /** Streams that are open, of chats and of the console. */
  streams(): number
  /** While set, nothing can be stored. */
  breakStore(broken: boolean): void
  close(graceMs?: number): Promise<void>
}

export interface CallOptions {
  method?: string
  token?: string
  headers?: Record<string, string>
  body?: unknown
}

export interface Reply {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever JSON came back
  body: any
  text: string
}

export const CONSOLE_TOKEN = 'console-token-for-scripts'
export const PAGES: Pages = { root: 'no-such-folder', ready: Promise.resolve(), state: () => ({ state: 'failed' }) }

export async function openHouse(
  options: { config?: Partial<HttpConfig>; pages?: Pages; webChat?: Partial<WebChatOptions> } = {},
): Promise<House> {
  const store = createMemoryStore()
  const logged: House['logged'] = []
  const clock = systemClock
  const ids = createIds(clock)
  const note = (message: string, data?: Record<string, unknown>) => void logged.push({ message, data })
  const logger = { debug() {}, info() {}, warn: note, error: note }
  const accounts = createAccounts({
    accounts: store.accounts,
    credentials,
    clock,
    ids,
    consoleToken: CONSOLE_TOKEN,
    publicUrl: () => 'http://localhost:3000',
  })
  const messages = () => ({
    en: {
      notice: 'A colleague will answer.',
      unknown: 'I do not know.',
      handBack: 'Back.',
      widgetPlaceholder: 'Write',
      widgetTitle: '{{shop}}',
    },
    ar: { widgetPlaceholder: 'اكتب', widgetTyping: '{{name}} يكتب' },
  })
  const webChat = createWebChat({ messages, shopName: () => 'Shop', clock, ids, ...options.webChat })
  let broken = false
  const guarded: typeof webChat = {
    ...webChat,
    start: (host) =>
      webChat.start({
        ...host,
        accept: (event) => (broken ? Promise.reject(new Error('disk full')) : host.accept(event)),
      }),
  }
  const tally = createTally()
  let streams = 0
  const inner = createFeed()
  const feed: Needs['feed'] = {
    publish: inner.publish,
    watch: (listener) => {
      const stop = inner.watch(listener)
      streams += 1
      return () => {
        streams -= 1
        stop()
      }
    },
  }
  const needs: Needs = {
    store,
    channels: [guarded, createMemoryChannel({ now: clock.now })],
    wakeups: createPromptWakeups(),
    index: {
      update: async () => {},
      search: async () => ({ hits: [], evidence: {} }),
      size: () => 0,
      languages: () => ['en'],
      close: async () => {},
    },
    language: { analyse: (text) => text.toLowerCase().split(/\W+/), detect: () => ({ language: 'en', sure: 1 }) },
    model: undefined,
    feed,
    clock,
    ids,
    logger,
    limits: { model: 1000, briefModel: 1000, quiet: { stored: { each: 0, most: 0 }, sent: { each: 0, most: 0 } } },
    tally,
    prompts: () => ({ policy, messages: messages(), persona: '', answer: '', brief: '' }),
    conversationId: (channel, chat) => createHash('sha256').update(`${channel} ${chat}`).digest('hex').slice(0, 24),
  }
  const bound = createApp(needs, {
    accounts,
    files: () => ({
      entries: 3,
      files: 1,
      sample: true,
      problems: [{ folder: 'knowledge', source: 'a.csv', line: 3, severity: 'refused', reason: 'unclosed quote' }],
    }),
    secret: (purpose) => createHash('sha256').update(`test ${purpose}`).digest(),
  })
  await bound.start()
  const mounts = webChat.http ? [webChat.http] : []
  const http = createHttp({
    app: bound.app,
    logger,
    clock,
    answers: store.answers,
    tally,
    mounts,
    pages: options.pages ?? PAGES,
    config: options.config ?? {},
  })
  const { port } = await http.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  const call = caller(url)

  return {
    url,
    port,
    app: bound.app,
    store,
    logged,
    call,
    token: async (role, name = `${role} ${ids.next()}`) => {
      const { url: link } = role === 'owner' ? await accounts.ownerLink() : await accounts.invite(role)
      const opened = await accounts.redeem(link.split('=').at(-1) ?? '', name, 'correct horse battery')
      return opened?.token ?? ''
    },
    customer: async () => {
      const { body } = await call('/webchat/sessions', { method: 'POST' })
      let count = 0
      const write = (text: string, id = `m${++count}`) =>
        call('/webchat/messages', { method: 'POST', token: body.token, body: { id, text } })
      await write('Hello there')
      return { token: body.token, id: body.conversationId, write }
    },
    streams: () => streams,
    breakStore: (on) => {
      broken = on
    },
    close: async (graceMs = 100) => {
      await http.close(graceMs)
      await bound.stop()
      await store.close()
    },
  }
}

export function caller(url: string): House['call'] {
  return async (path, { method = 'GET', token, headers = {}, body } = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text ? JSON.parse(text) : undefined,
    }
  }
}

function createPromptWakeups(): Wakeups {
  let handler: WakeHandler | undefined
  const timers = new Set<NodeJS.Timeout>()
  return {
    wake: async (key, { at = 0, name } = {}) => {
      const wait = at - Date.now()
      if (wait > 5_000) return
      const timer = setTimeout(
        () => {
          timers.delete(timer)
          handler?.(key, name, new AbortController().signal).catch(() => undefined)
        },
        Math.max(0, wait),
      )
      timers.add(timer)
    },
    cancel: async () => {},
    start: async (given) => {
      handler = given
    },
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      handler = undefined
    },
    health: () => ({ state: 'ready' }),
  }
}
