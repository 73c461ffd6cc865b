// Whole apps over one in-memory store, with every call to a port handed to a scheduler, and crashes that really forget:
// after one, nothing of the old apps reaches the store any more.
import type { Scheduler } from 'fast-check'
import { createMemoryStore } from '../../src/adapters/store/memory.ts'
import { createFeed } from '../../src/adapters/system/feed.ts'
import { createTally } from '../../src/adapters/system/tally.ts'
import { type Bound, createApp } from '../../src/app/create-app.ts'
import type { Needs } from '../../src/app/needs.ts'
import { evolve } from '../../src/core/conversation/evolve.ts'
import { INITIAL, type State } from '../../src/core/conversation/state.ts'
import { fromStored } from '../../src/core/conversation/stored-event.ts'
import { Refused } from '../../src/core/errors.ts'
import { type Channel, ChannelFault, type ChannelHost } from '../../src/ports/channel.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import type { Store } from '../../src/ports/store.ts'
import type { WakeHandler } from '../../src/ports/wakeups.ts'
import { policy } from '../core/conversation/given.ts'
import { DISCLOSURE, violations } from './invariants.ts'

export type Step =
  | { do: 'write' | 'write-request'; message: number }
  /** `join`: another process starts beside those that run, and works from now on. */
  | { do: 'ask-person' | 'crash' | 'join' | 'look' }
  | { do: 'take-over' | 'reply' | 'hand-back' | 'close'; staff: string }

const CHAT = 'chat'
const ID = 'conversation'
const QUIET = { each: 0, most: 0 }

class Crashed extends Error {}

interface Life {
  bound: Bound
  host?: ChannelHost
  handler?: WakeHandler
}

export function createWorld(scheduler: Scheduler) {
  const disk = createMemoryStore()
  const wrong: string[] = []
  const sent: string[] = []
  let lives = 0
  let ids = 0
  let turn = 0
  let calls = 0
  /** The processes that run, each with what it was given and what it can do. */
  const alive = new Map<number, Life>()
  const running: Promise<unknown>[] = []
  /** What is done next is done by the next of them. */
  const someLife = (): Life => [...alive.values()][turn++ % alive.size] as Life

  /** The store as one life of the program sees it: each call may be delayed, none gets through after the crash. */
  const storeOf = (life: number): Store => {
    const delayed =
      <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        await scheduler.schedule(Promise.resolve(), name)
        if (!alive.has(life)) throw new Crashed()
        const result = await call(...args)
        return result
      }
    // Rows do not say whose they are, so only a start after everybody died takes up what is in `sending`.
    const alone = alive.size === 0
    const inState: Store['outbox']['inState'] = async (...args) => (alone ? disk.outbox.inState(...args) : [])
    return {
      ...disk,
      log: { ...disk.log, append: delayed('append', disk.log.append), read: delayed('read', disk.log.read) },
      outbox: {
        ...disk.outbox,
        next: delayed('next', disk.outbox.next),
        move: delayed('move', disk.outbox.move),
        inState,
      },
    }
  }

  /** The last fence: the row says `sending`, and a bot's row leaves only while the bot has it, in the same epoch. */
  const checkLeaving = async (id: string): Promise<void> => {
    const [row, state] = await Promise.all([rowOnDisk(id), stateOnDisk()])
    if (row?.state !== 'sending') wrong.push('the channel was called before the row said sending')
    if (row?.voice.kind === 'bot' && !(state.owner === 'bot' && state.epoch === row.voice.epoch))
      wrong.push(`a bot row left while ${state.owner} owned it`)
  }

  const model: LanguageModel = {
    name: 'scheduled',
    async draft(_prompt, signal) {
      await scheduler.schedule(Promise.resolve(), 'model')
      signal.throwIfAborted()
      return {
        text: 'Delivery takes 3 days.',
        answerable: 'yes',
        quotes: [{ passage: 1, text: 'Delivery takes 3 days.' }],
        selfReport: 0.9,
        language: 'en',
      }
    },
    brief: async () => Promise.reject(new Error('no briefs here')),
    check: async () => {},
  }

  /** A refusal is an answer, and the dead may fail as they like; anything else is a fault. */
  const expected = (error: unknown): void => {
    if (!(error instanceof Crashed) && !(error instanceof Refused)) wrong.push(String(error))
  }

  const look = (life: Life | undefined, name?: string): Promise<unknown> =>
    Promise.resolve(life?.handler?.(ID, name, new AbortController().signal)).catch(expected)

  const live = (): void => {
    const life = ++lives
    const mine: Partial<Life> = {}
    const channel: Channel = {
      name: 'test',
      capabilities: { text: 4000, stored: false, typing: false, settle: false, markup: 'plain' },
      start: async (given) => {
        mine.host = given
      },
      stop: async () => {},
      health: () => ({ state: 'ready' }),
      async send(message) {
        await checkLeaving(message.key)
        // Now and then it surely did not go out: the row is ready again, and its right to be said is looked at anew.
        const fails = calls++ % 2 === 0
        if (!fails) sent.push(message.key)
        await scheduler.schedule(Promise.resolve(), 'send')
        if (fails) throw new ChannelFault('retry', 'try again', { retryAfterMs: 0 })
        if (!alive.has(life)) throw new Crashed()
        return { messageId: message.key, at: 0 }
      },
    }
    const needs: Needs = {
      store: storeOf(life),
      channels: [channel],
      wakeups: {
        wake: async (_key, options) => {
          if (alive.has(life))
            running.push(scheduler.schedule(Promise.resolve(), 'wake').then(() => look(alive.get(life), options?.name)))
        },
        cancel: async () => {},
        start: async (given) => {
          mine.handler = given
        },
        stop: async () => {},
        health: () => ({ state: 'ready' }),
      },
      index: {
        update: async () => {},
        search: async () => ({
          hits: [
            {
              passage: {
                id: 'p',
                source: 'a.md',
                place: 'a',
                title: 'Delivery',
                questions: [],
                text: 'Delivery takes 3 days.',
                line: 1,
                headings: [],
              },
              score: 1,
            },
          ],
          evidence: {
            answerCoverage: 1,
            margin: 0.6,
            relativeMargin: 1,
            agreement: 1,
            votes: 1,
            reverseCoverage: 1,
            chars: 0.9,
            coverage: 1,
            unknown: 0,
            ratio: 0.8,
          },
        }),
        size: () => 1,
        languages: () => ['en'],
        close: async () => {},
      },
      language: { analyse: (text) => text.toLowerCase().split(/\W+/), detect: () => ({ language: 'en', sure: 1 }) },
      model,
      feed: createFeed(),
      clock: { now: () => 0, at: () => () => {} },
      ids: { next: () => `id${++ids}` },
      logger: {
        debug() {},
        info() {},
        warn() {},
        error: (message, data) => void (alive.has(life) && wrong.push(`${message}: ${JSON.stringify(data)}`)),
      },
      limits: { model: 60_000, briefModel: 60_000, quiet: { stored: QUIET, sent: QUIET } },
      tally: createTally(),
      prompts: () => ({
        policy,
        messages: {
          en: {
            notice: 'A colleague will answer.',
            unknown: 'Unknown.',
            handBack: 'Back.',
            disclosure: DISCLOSURE,
            noticeDisclosure: DISCLOSURE,
          },
        },
        persona: '',
        answer: '{{passages}} {{history}} {{messages}}',
        brief: '',
      }),
      conversationId: () => ID,
    }
    mine.bound = createApp(needs, {
      accounts: {} as never,
      files: () => ({ entries: 1, files: 1, sample: false, problems: [] }),
      secret: () => new Uint8Array(),
    })
    alive.set(life, mine as Life)
    running.push(mine.bound.start().catch(expected))
  }

  const act = async (one: Step): Promise<void> => {
    const staff = 'staff' in one ? { id: one.staff, name: one.staff } : { id: 'ana', name: 'Ana' }
    const life = someLife()
    const { conversations } = life.bound.app
    switch (one.do) {
      case 'write':
        return life.host?.accept({
          type: 'message',
          by: 'customer',
          id: `m${one.message}`,
          messageId: `m${one.message}`,
          at: 0,
          chat: CHAT,
          text: `How long does delivery take ${one.message}`,
        })
      case 'write-request':
        return life.host?.accept({
          type: 'message',
          by: 'customer',
          id: `r${one.message}`,
          messageId: `r${one.message}`,
          at: 0,
          chat: CHAT,
          text: 'I want to talk to a person',
        })
      case 'ask-person':
        return life.host?.accept({ type: 'person', id: `p${++ids}`, at: 0, chat: CHAT })
      case 'take-over':
        return void (await conversations.takeOver(ID, staff))
      case 'reply':
        return void (await conversations.reply(ID, staff, 'hello from staff'))
      case 'hand-back':
        return void (await conversations.handBack(ID, staff))
      case 'close':
        return void (await conversations.close(ID, staff))
      case 'look':
        return void (await look(life))
      case 'crash':
        alive.clear()
        return live()
      case 'join':
        return live()
    }
  }

  const rowOnDisk = async (id: string) => (await disk.outbox.of(ID)).find((one) => one.id === id)

  const stateOnDisk = async (): Promise<State> => (await disk.log.read(ID)).map(fromStored).reduce(evolve, INITIAL)

  return {
    async play(steps: readonly Step[]): Promise<void> {
      live()
      await Promise.resolve()
      const sequence = scheduler.scheduleSequence(
        steps.map((one) => ({ label: one.do, builder: async () => void running.push(act(one).catch(expected)) })),
      )
      await scheduler.waitIdle()
      await sequence.task
    },
    /** Goes on until nothing is left to do, as the sweep would. */
    async settle(): Promise<void> {
      for (let round = 0; round < 12; round++) {
        running.push(look(someLife()))
        await scheduler.waitIdle()
        await Promise.allSettled(running.splice(0))
        const state = await stateOnDisk()
        const idle = state.owner !== 'bot' || state.case.pending.length === 0
        if (idle && (await disk.agenda.ready(10)).length === 0) return
      }
    },
    async violations(): Promise<string[]> {
      const events = (await disk.log.read(ID)).map(fromStored)
      const [outbox, summary] = await Promise.all([disk.outbox.of(ID), disk.lists.summary(ID)])
      const timers = (await disk.agenda.due(Number.POSITIVE_INFINITY, 100)).map((timer) => timer.name)
      return [...wrong, ...violations({ events, outbox, sent, summary, timers, quiet: QUIET })]
    },
  }
}
