// The bot in this process: real store, real index, the use cases, and a channel that is heard and read directly.
import { join } from 'node:path'
import { createLexicalIndex } from '../src/adapters/index/index.ts'
import { csv } from '../src/adapters/knowledge/csv.ts'
import { createLanguage } from '../src/adapters/language/language.ts'
import { createSqliteStore } from '../src/adapters/store/index.ts'
import { systemClock } from '../src/adapters/system/clock.ts'
import { createFeed } from '../src/adapters/system/feed.ts'
import { createIds } from '../src/adapters/system/ids.ts'
import { createTally } from '../src/adapters/system/tally.ts'
import { createMemoryWakeups } from '../src/adapters/wakeups/index.ts'
import { createApp } from '../src/app/create-app.ts'
import type { Needs } from '../src/app/needs.ts'
import { readPrompts } from '../src/config/prompts/read-prompts.ts'
import { toPassages } from '../src/core/knowledge/split.ts'
import type { Channel, ChannelHost } from '../src/ports/channel.ts'
import type { LanguageModel } from '../src/ports/language-model.ts'
import { faqCsv, faqQuestions } from './corpus.ts'

const ENTRIES = 5000
const SEED = 1

export interface Bot {
  /** What its entries ask: each has its answer. */
  questions: readonly string[]
  /** Milliseconds until the message was durable, and until its answer was; undefined: handed off. */
  ask(chat: string, text: string): Promise<{ accepted: number; answered: number } | undefined>
  close(): Promise<void>
}

/** 5,000 passages, a quiet time of 0, a synchronous commit in `folder`. */
export async function openBot(folder: string, model?: LanguageModel): Promise<Bot> {
  const { channel, host } = directChannel()
  const needs = await makeNeeds(folder, channel, model)
  const files = () => ({ entries: ENTRIES, files: 1, sample: false, problems: [] })
  const accounts = new Proxy({}, {}) as Parameters<typeof createApp>[1]['accounts']
  const bound = createApp(needs, { accounts, files, secret: () => new Uint8Array(32) })
  await bound.start()
  const seen = new Map<string, number>()
  return {
    questions: faqQuestions(ENTRIES, SEED),
    async ask(chat, text) {
      const began = performance.now()
      const id = crypto.randomUUID()
      const answer = nextAnswer(host(), chat, seen)
      await host().accept({ type: 'message', by: 'customer', id, messageId: id, chat, at: Date.now(), text })
      const accepted = performance.now() - began
      return (await answer) ? { accepted, answered: performance.now() - began } : undefined
    },
    async close() {
      await bound.stop()
      await needs.index.close()
      await needs.store.close()
    },
  }
}

/** Reads as an open page does: told of a change, it looks at the log. Resolves to false when the bot lost the chat. */
function nextAnswer(host: ChannelHost, chat: string, seen: Map<string, number>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      const { items, owner } = await host.view(chat, seen.get(chat) ?? 0)
      const answered = items.some((item) => item.type === 'message' && item.data.from === 'bot')
      const lost = owner.data.owner === 'queue' || owner.data.owner === 'staff'
      if (!answered && !lost) return
      stop()
      seen.set(chat, owner.position)
      resolve(!lost)
    }
    const stop = host.watch(chat, () => void look().catch(reject))
  })
}

async function makeNeeds(folder: string, channel: Channel, model?: LanguageModel): Promise<Needs> {
  const language = createLanguage()
  const index = createLexicalIndex({ language })
  const read = await csv.read(new TextEncoder().encode(faqCsv(ENTRIES, SEED)), 'faq.csv')
  await index.update(new Map([['faq.csv', toPassages('faq.csv', read, (text) => language.detect(text, ['en']))]]))
  const { prompts } = readPrompts(new Map())
  const quiet = { each: 0, most: 0 }
  return {
    store: await createSqliteStore({ file: join(folder, 'baton.db') }),
    channels: [channel],
    wakeups: createMemoryWakeups({ clock: systemClock }),
    index,
    language,
    model,
    feed: createFeed(),
    clock: systemClock,
    ids: createIds(systemClock),
    logger: { debug() {}, info() {}, warn: console.error, error: console.error },
    limits: { model: 15_000, briefModel: 5000, quiet: { stored: quiet, sent: quiet } },
    tally: createTally(),
    prompts: () => prompts,
    conversationId: (_, chat) => chat,
  }
}

/** Delivers by storing, as web chat does. */
function directChannel(): { channel: Channel; host(): ChannelHost } {
  let host: ChannelHost | undefined
  return {
    channel: {
      name: 'direct',
      capabilities: { text: 4000, stored: true, typing: false, settle: false, markup: 'plain' },
      async start(given) {
        host = given
      },
      async stop() {},
      health: () => ({ state: 'ready' }),
    },
    host() {
      if (!host) throw new Error('the channel has not started')
      return host
    },
  }
}
