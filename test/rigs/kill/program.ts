// The program under the axe: the real app on the real store, with a channel whose peer is a real socket. It kills itself
// with SIGKILL at the n-th passing of a named point: FAULT=point:n.
import { createConnection } from 'node:net'
import { createInterface } from 'node:readline'
import { createSqliteStore } from '../../../src/adapters/store/sql/sqlite.ts'
import { systemClock } from '../../../src/adapters/system/clock.ts'
import { createFeed } from '../../../src/adapters/system/feed.ts'
import { createIds } from '../../../src/adapters/system/ids.ts'
import { createTally } from '../../../src/adapters/system/tally.ts'
import { createMemoryWakeups } from '../../../src/adapters/wakeups/memory.ts'
import { createApp } from '../../../src/app/create-app.ts'
import type { Needs } from '../../../src/app/needs.ts'
import type { Channel, ChannelEvent, ChannelHost } from '../../../src/ports/channel.ts'
import type { Store } from '../../../src/ports/store.ts'
import { policy as usual } from '../../core/conversation/given.ts'

const [faultPoint, faultCount] = (process.env['FAULT'] ?? 'never:1').split(':')
let passed = 0

/** Points, in the order in which a message passes them. */
export type Point = 'stored' | 'answered' | 'ready' | 'sending' | 'sent'

function pass(point: Point): void {
  if (point === faultPoint && ++passed === Number(faultCount)) process.kill(process.pid, 'SIGKILL')
}

function faulty(store: Store): Store {
  return {
    ...store,
    log: {
      ...store.log,
      async append(unit) {
        const answers = unit.outbox.length > 0
        if (answers) pass('answered') // thought through, and not yet written
        const result = await store.log.append(unit)
        pass(answers ? 'ready' : 'stored')
        return result
      },
    },
    outbox: {
      ...store.outbox,
      async move(id, from, to, patch) {
        const moved = await store.outbox.move(id, from, to, patch)
        if (to === 'sending') pass('sending')
        return moved
      },
    },
  }
}

const socket = createConnection(process.env['PEER'] ?? '')
const receipts = new Map<string, () => void>()
let host: ChannelHost | undefined

const channel: Channel = {
  name: 'test',
  capabilities: { text: 4000, stored: false, typing: false, settle: false, markup: 'plain' },
  async start(given) {
    host = given
  },
  async stop() {},
  health: () => ({ state: 'ready' }),
  async send(message) {
    await new Promise<void>((resolve) => {
      receipts.set(message.key, resolve)
      socket.write(`${JSON.stringify({ send: message })}\n`)
    })
    pass('sent') // with the customer, and not yet written
    return { messageId: `peer-${message.key}`, at: Date.now() }
  },
}

// The same question over and over is what this rig asks; that must not become a handoff.
const policy = { ...usual, triggers: { ...usual.triggers, rephrasing: { enabled: false, priority: 3 } } } as const
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
const quiet = { each: 0, most: 0 }
const needs: Needs = {
  store: faulty(await createSqliteStore({ file: process.env['DATABASE'] ?? '' })),
  channels: [channel],
  wakeups: createMemoryWakeups({ clock: systemClock }),
  index: {
    update: async () => {},
    search: async () => ({
      hits: [{ passage: PASSAGE, score: 1 }],
      evidence: {
        answerCoverage: 1,
        margin: 0.8,
        relativeMargin: 1,
        agreement: 1,
        votes: 1,
        reverseCoverage: 1,
        chars: 1,
        coverage: 1,
        unknown: 0,
      },
    }),
    size: () => 1,
    languages: () => ['en'],
    close: async () => {},
  },
  language: { analyse: (text) => text.toLowerCase().split(/\W+/), detect: () => ({ language: 'en', sure: 1 }) },
  model: undefined,
  feed: createFeed(),
  clock: systemClock,
  ids: createIds(systemClock),
  logger: { debug() {}, info() {}, warn() {}, error: (message, data) => console.error(message, data) },
  limits: { model: 1000, briefModel: 1000, quiet: { stored: quiet, sent: quiet } },
  tally: createTally(),
  prompts: () => ({
    policy,
    messages: { en: { notice: 'A colleague will answer.', unknown: 'I do not know.' } },
    persona: '',
    answer: '',
    brief: '',
  }),
  conversationId: (_channel, chat) => `conversation-${chat}`,
}
const outside = {
  accounts: {} as never,
  files: () => ({ entries: 1, files: 1, sample: false, problems: [] }),
  secret: () => new Uint8Array(),
}
const bound = createApp(needs, outside)

createInterface({ input: socket }).on('line', async (line) => {
  const said = JSON.parse(line) as { event?: ChannelEvent; receipt?: string }
  if (said.receipt) receipts.get(said.receipt)?.()
  if (said.event) {
    await host?.accept(said.event)
    socket.write(`${JSON.stringify({ ack: said.event.id })}\n`)
  }
})
socket.on('close', () => process.exit(0))
await bound.start()
socket.write(`${JSON.stringify({ ready: true })}\n`)
