// The app with chosen parts, for tests that need a whole one: one channel, one passage, everything else given.
import { createFeed } from '../../src/adapters/system/feed.ts'
import { createIds } from '../../src/adapters/system/ids.ts'
import { createTally } from '../../src/adapters/system/tally.ts'
import { type Bound, createApp } from '../../src/app/create-app.ts'
import type { Needs } from '../../src/app/needs.ts'
import type { TimerChange } from '../../src/core/conversation/timer.ts'
import type { Policy } from '../../src/core/handoff/policy.ts'
import type { Found } from '../../src/core/knowledge/evidence.ts'
import type { Channel, ChannelEvent, ChannelHost } from '../../src/ports/channel.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import type { Store } from '../../src/ports/store.ts'
import type { Clock } from '../../src/ports/system.ts'
import type { Wakeups } from '../../src/ports/wakeups.ts'
import { policy } from '../core/conversation/given.ts'

export interface TestAppOptions {
  store: Store
  wakeups: Wakeups
  clock: Clock
  model?: LanguageModel
  /** Milliseconds that a turn waits for the model; default 15,000. */
  modelLimit?: number
  claimMinutes?: number
  /** How long the customer must be quiet before the bot's turn; default 0. */
  quietMs?: number
  /** What the knowledge has for a question; default: one passage that answers everything. */
  search?: (text: string) => Found
  /** A channel that sends, instead of one that delivers by storing. */
  send?: Channel['send']
  /** How that channel starts; default: at once. */
  startChannel?: () => Promise<void>
  /** Of the policy; default: the one of the specifications. */
  policy?: Partial<Policy>
  /** Begins the ids of messages, so that two apps may stand on one store. */
  prefix?: string
}

export interface TestApp {
  bound: Bound
  idOf(chat: string): string
  /** A customer's message; resolves when it is durable. */
  hear(chat: string, text: string): Promise<void>
  /** What the customer sees of a conversation. */
  view(chat: string): ReturnType<ChannelHost['view']>
  /** Anything else that a channel hears. */
  accept(event: ChannelEvent): Promise<void>
  /** Sets timers of a conversation by hand, whatever rules exist for them. */
  setTimers(chat: string, timers: readonly TimerChange[]): Promise<void>
}

const PASSAGE = {
  id: 'p',
  source: 'a.md',
  place: 'a',
  title: 'Delivery',
  questions: [],
  text: 'Delivery takes 3 days.',
  line: 1,
  headings: [],
}
const EVIDENCE = {
  answerCoverage: 1,
  margin: 0.8,
  relativeMargin: 1,
  agreement: 1,
  votes: 1,
  reverseCoverage: 1,
  chars: 1,
  coverage: 1,
  unknown: 0,
}

export function createTestApp(options: TestAppOptions): TestApp {
  const { store, wakeups, clock } = options
  const idOf = (chat: string) => `conversation-${chat}`
  const quiet = { each: options.quietMs ?? 0, most: 6_000 }
  let host: ChannelHost | undefined
  let heard = 0
  const channel: Channel = {
    name: 'webchat',
    capabilities: { text: 4000, stored: !options.send, typing: false, settle: false, markup: 'plain' },
    start: async (given) => {
      await options.startChannel?.()
      host = given
    },
    stop: async () => {},
    health: () => ({ state: 'ready' }),
    ...(options.send ? { send: options.send } : {}),
  }
  const served = {
    ...policy,
    ...options.policy,
    handoff: { ...policy.handoff, claimMinutes: options.claimMinutes ?? policy.handoff.claimMinutes },
  }
  const needs: Needs = {
    store,
    channels: [channel],
    wakeups,
    index: {
      update: async () => {},
      search: async ({ text }) =>
        options.search?.(text) ?? { hits: [{ passage: PASSAGE, score: 1 }], evidence: EVIDENCE },
      size: () => 1,
      languages: () => ['en'],
      close: async () => {},
    },
    language: { analyse: (text) => text.toLowerCase().split(/\W+/), detect: () => ({ language: 'en', sure: 1 }) },
    model: options.model,
    feed: createFeed(),
    clock,
    ids: createIds(clock),
    logger: { debug() {}, info() {}, warn() {}, error: (message, data) => console.error(message, data) },
    limits: { model: options.modelLimit ?? 15_000, briefModel: 5_000, quiet: { stored: quiet, sent: quiet } },
    tally: createTally(),
    prompts: () => ({
      policy: served,
      messages: {
        en: {
          notice: 'A colleague will answer.',
          noticeTrouble: 'I am having trouble; a colleague will answer.',
          unknown: 'I do not know.',
          handBack: 'Back.',
        },
      },
      persona: '',
      answer: '{{persona}} {{passages}} {{history}} {{messages}}',
      brief: '{{reasons}} {{history}}',
    }),
    conversationId: (_channel, chat) => idOf(chat),
  }
  const files = () => ({ entries: 1, files: 1, sample: false, problems: [] })
  const bound = createApp(needs, { accounts: {} as never, files, secret: () => new Uint8Array(32) })
  return {
    bound,
    idOf,
    async hear(chat, text) {
      const id = `${options.prefix ?? ''}${chat}-${++heard}`
      await host?.accept({ type: 'message', by: 'customer', id, messageId: id, at: clock.now(), chat, text })
    },
    view(chat) {
      if (!host) throw new Error('not started')
      return host.view(chat, 0)
    },
    async accept(event) {
      await host?.accept(event)
    },
    async setTimers(chat, timers) {
      for (;;) {
        const summary = await store.lists.summary(idOf(chat))
        if (!summary) throw new Error('no such conversation')
        const seq = summary.version + 1
        const staff = { id: 'ana', name: 'Ana' }
        const note = {
          seq,
          type: 'noted',
          v: 1,
          at: clock.now(),
          data: { noteId: `n${seq}`, text: 'x', staff },
        } as const
        const row = { ...summary, version: seq }
        const unit = {
          conversationId: summary.conversationId,
          expected: seq - 1,
          events: [note],
          summary: row,
          outbox: [],
          withdrawBot: false,
          timers,
        }
        if ((await store.log.append(unit)) === 'stored') return
      }
    },
  }
}
