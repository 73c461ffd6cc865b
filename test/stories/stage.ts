// Where stories are played: the whole app on the sample shop's files, in memory, on a clock that the story moves.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { createLexicalIndex } from '../../src/adapters/index/index.ts'
import { readerOf } from '../../src/adapters/knowledge/index.ts'
import { createLanguage } from '../../src/adapters/language/language.ts'
import { createMemoryStore } from '../../src/adapters/store/index.ts'
import { createFeed } from '../../src/adapters/system/feed.ts'
import { createIds } from '../../src/adapters/system/ids.ts'
import { createManualClock, type ManualClock } from '../../src/adapters/system/manual-clock.ts'
import { createTally } from '../../src/adapters/system/tally.ts'
import { createMemoryWakeups } from '../../src/adapters/wakeups/index.ts'
import { type Bound, createApp } from '../../src/app/create-app.ts'
import type { Needs } from '../../src/app/needs.ts'
import { readPrompts } from '../../src/config/prompts/read-prompts.ts'
import type { Event } from '../../src/core/conversation/event.ts'
import { fromStored } from '../../src/core/conversation/stored-event.ts'
import type { Passage } from '../../src/core/knowledge/passage.ts'
import { toPassages } from '../../src/core/knowledge/split.ts'
import type { Attachment } from '../../src/core/message.ts'
import type { Channel, ChannelHost } from '../../src/ports/channel.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import type { PassageIndex } from '../../src/ports/passage-index.ts'
import { storyModel } from './model.ts'

const root = resolve(import.meta.dirname, '../..')
const language = createLanguage()
export const ID = 'conversation'
/** Longer than the longest quiet time, in ms. */
const TURN = 7_000

/** The sample shop, read once for all stories. */
export async function sampleIndex(): Promise<PassageIndex> {
  const index = createLexicalIndex({ language, worker: false })
  const folder = join(root, 'knowledge')
  const changes = new Map<string, Passage[]>()
  for (const file of walk(folder)) {
    const source = relative(folder, file).replaceAll('\\', '/')
    const read = await readerOf(source)?.read(new Uint8Array(readFileSync(file)), source)
    if (read)
      changes.set(
        source,
        toPassages(source, read, (text) => language.detect(text)),
      )
  }
  await index.update(changes)
  return index
}

type Heard = { type: 'message'; text?: string; attachments?: readonly Attachment[]; name?: string } | { type: 'person' }

export interface Stage {
  bound: Bound
  clock: ManualClock
  /** The customer does something on web chat; id, time and chat are given. */
  hear(event: Heard): Promise<void>
  /** From here on; see `storyModel`. */
  setModel(wanted: string): void
  /** What the model was last given to read. */
  lastRead(): string
  events(): Promise<Event[]>
  /** Lets the turn that is due run, and waits until nothing is left to do. */
  rest(): Promise<void>
  stop(): Promise<void>
}

export async function createStage(index: PassageIndex): Promise<Stage> {
  const clock = createManualClock()
  const store = createMemoryStore()
  const prompts = readPrompts(
    new Map(
      readdirSync(join(root, 'prompts')).map((name) => [
        name,
        new Uint8Array(readFileSync(join(root, 'prompts', name))),
      ]),
    ),
  ).prompts
  let model: LanguageModel | undefined
  let lastRead = ''
  let host: ChannelHost | undefined
  let heard = 0
  const channel: Channel = {
    name: 'webchat',
    capabilities: { text: 4000, stored: true, typing: false, settle: false, markup: 'plain' },
    start: async (given) => {
      host = given
    },
    stop: async () => {},
    health: () => ({ state: 'ready' }),
  }
  const needs: Needs = {
    store,
    channels: [channel],
    wakeups: createMemoryWakeups({ clock }),
    index,
    language,
    get model() {
      return model
    },
    feed: createFeed(),
    clock,
    ids: createIds(clock),
    logger: { debug() {}, info() {}, warn() {}, error: (message, data) => console.error(message, data) },
    limits: {
      model: 15_000,
      briefModel: 5_000,
      quiet: { stored: { each: 400, most: 6_000 }, sent: { each: 1_500, most: 6_000 } },
    },
    tally: createTally(),
    prompts: () => prompts,
    conversationId: () => ID,
  }
  const bound = createApp(needs, {
    accounts: {} as never,
    files: () => ({ entries: index.size(), files: 1, sample: true, problems: [] }),
    secret: () => new Uint8Array(32),
  })
  await bound.start()
  return {
    bound,
    clock,
    async hear(event) {
      const id = `m${++heard}`
      const common = { id, at: clock.now(), chat: 'chat' }
      await host?.accept(
        event.type === 'person' ? { ...common, ...event } : { ...common, ...event, by: 'customer', messageId: id },
      )
    },
    setModel(wanted) {
      model = storyModel(wanted, ({ system, user }) => {
        lastRead = `${system}\n${user}`
      })
    },
    lastRead: () => lastRead,
    events: async () => (await store.log.read(ID)).map(fromStored),
    async rest() {
      for (let round = 0; round < 200; round++) {
        const now = clock.now()
        const summary = await store.lists.summary(ID)
        if (summary?.turnDue !== null && summary?.turnDue !== undefined)
          clock.advance(Math.max(0, Math.min(TURN, summary.turnDue - now)))
        await new Promise((resolve) => setImmediate(resolve))
        const settled = await store.lists.summary(ID)
        if (settled?.turnDue === null && (await store.agenda.due(clock.now(), 1)).length === 0) return
        if (round > 20) clock.advance(100)
      }
      throw new Error('The story does not come to rest.')
    },
    stop: () => bound.stop(),
  }
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}
