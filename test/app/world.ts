// A whole app over the in-memory store, with every call to a port handed to a scheduler, and crashes that really
// forget: after one, nothing of the old app reaches the store any more.
import type { Scheduler } from 'fast-check'
import { createMemoryStore } from '../../src/adapters/store/memory.ts'
import { createFeed } from '../../src/adapters/system/feed.ts'
import { createTally } from '../../src/adapters/system/tally.ts'
import { type Bound, createApp } from '../../src/app/create-app.ts'
import type { Needs } from '../../src/app/needs.ts'
import { evolve } from '../../src/core/conversation/evolve.ts'
import type { OutboxRow } from '../../src/core/conversation/outbox.ts'
import { INITIAL, openCase, type State } from '../../src/core/conversation/state.ts'
import { fromStored } from '../../src/core/conversation/stored-event.ts'
import { Refused } from '../../src/core/errors.ts'
import type { Channel, ChannelHost } from '../../src/ports/channel.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import type { Store } from '../../src/ports/store.ts'
import { policy } from '../core/conversation/given.ts'

export type Step =
  | { do: 'write' | 'write-request'; message: number }
  | { do: 'ask-person' | 'crash' | 'look' }
  | { do: 'take-over' | 'reply' | 'hand-back' | 'close'; staff: string }

const CHAT = 'chat'
const ID = 'conversation'
const QUIET = { each: 0, most: 0 }

class Crashed extends Error {}

export function createWorld(scheduler: Scheduler) {
  const disk = createMemoryStore()
  const wrong: string[] = []
  const sent: string[] = []
  let generation = 0
  let ids = 0
  let bound: Bound
  let host: ChannelHost
  let handler: Parameters<Needs['wakeups']['start']>[0]
  const running: Promise<unknown>[] = []

  /** The store as one life of the program sees it: each call may be delayed, none gets through after the crash. */
  const storeOf = (life: number): Store => {
    const delayed =
      <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        await scheduler.schedule(Promise.resolve(), name)
        if (life !== generation) throw new Crashed()
        const result = await call(...args)
        return result
      }
    return {
      ...disk,
      log: { ...disk.log, append: delayed('append', disk.log.append), read: delayed('read', disk.log.read) },
      outbox: { ...disk.outbox, next: delayed('next', disk.outbox.next), move: delayed('move', checkedMove) },
    }
  }

  /** The invariant of the last fence: a bot row starts only while the bot has the conversation, in the same epoch. */
  const checkedMove: Store['outbox']['move'] = async (id, from, to, patch) => {
    const moved = await disk.outbox.move(id, from, to, patch)
    if (moved && to === 'sending') {
      const row = (await disk.outbox.of(ID)).find((one) => one.id === id)
      const state = await stateOnDisk()
      if (row?.voice.kind === 'bot' && !(state.owner === 'bot' && state.epoch === row.voice.epoch))
        wrong.push(`a bot row left while ${state.owner} owned it`)
    }
    return moved
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

  const live = (): void => {
    const life = generation
    const channel: Channel = {
      name: 'test',
      capabilities: { text: 4000, stored: false, typing: false, settle: false, markup: 'plain' },
      start: async (given) => {
        host = given
      },
      stop: async () => {},
      health: () => ({ state: 'ready' }),
      async send(message) {
        const row = (await disk.outbox.of(ID)).find((one) => one.id === message.key)
        if (row?.state !== 'sending') wrong.push('the channel was called before the row said sending')
        sent.push(message.key)
        await scheduler.schedule(Promise.resolve(), 'send')
        if (life !== generation) throw new Crashed()
        return { messageId: message.key, at: 0 }
      },
    }
    const needs: Needs = {
      store: storeOf(life),
      channels: [channel],
      wakeups: {
        wake: async (key, options) => {
          if (life === generation)
            running.push(
              scheduler
                .schedule(Promise.resolve(), 'wake')
                .then(() =>
                  life === generation ? handler(key, options?.name, new AbortController().signal) : undefined,
                )
                .catch(crashOnly),
            )
        },
        cancel: async () => {},
        start: async (given) => {
          handler = given
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
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      limits: { model: 60_000, briefModel: 60_000, quiet: { stored: QUIET, sent: QUIET } },
      tally: createTally(),
      prompts: () => ({
        policy,
        messages: { en: { notice: 'A colleague will answer.', unknown: 'I do not know.', handBack: 'Back.' } },
        persona: '',
        answer: '{{passages}} {{history}} {{messages}}',
        brief: '',
      }),
      conversationId: () => ID,
    }
    bound = createApp(needs, {
      accounts: {} as never,
      files: () => ({ entries: 1, files: 1, sample: false, problems: [] }),
      secret: () => new Uint8Array(),
    })
    running.push(bound.start().catch(crashOnly))
  }

  const act = async (one: Step): Promise<void> => {
    const staff = 'staff' in one ? { id: one.staff, name: one.staff } : { id: 'ana', name: 'Ana' }
    const { conversations } = bound.app
    switch (one.do) {
      case 'write':
        return host.accept({
          type: 'message',
          by: 'customer',
          id: `m${one.message}`,
          messageId: `m${one.message}`,
          at: 0,
          chat: CHAT,
          text: `How long does delivery take ${one.message}`,
        })
      case 'write-request':
        return host.accept({
          type: 'message',
          by: 'customer',
          id: `r${one.message}`,
          messageId: `r${one.message}`,
          at: 0,
          chat: CHAT,
          text: 'I want to talk to a person',
        })
      case 'ask-person':
        return host.accept({ type: 'person', id: `p${++ids}`, at: 0, chat: CHAT })
      case 'take-over':
        return void (await conversations.takeOver(ID, staff))
      case 'reply':
        return void (await conversations.reply(ID, staff, 'hello from staff'))
      case 'hand-back':
        return void (await conversations.handBack(ID, staff))
      case 'close':
        return void (await conversations.close(ID, staff))
      case 'look':
        return void (await handler(ID, undefined, new AbortController().signal))
      case 'crash':
        generation++
        return live()
    }
  }

  const stateOnDisk = async (): Promise<State> => (await disk.log.read(ID)).map(fromStored).reduce(evolve, INITIAL)

  return {
    async play(steps: readonly Step[]): Promise<void> {
      live()
      await Promise.resolve()
      const sequence = scheduler.scheduleSequence(
        steps.map((one) => ({ label: one.do, builder: async () => void running.push(act(one).catch(crashOnly)) })),
      )
      await scheduler.waitIdle()
      await sequence.task
    },
    /** Goes on until nothing is left to do, as the sweep would. */
    async settle(): Promise<void> {
      for (let round = 0; round < 12; round++) {
        running.push(handler(ID, undefined, new AbortController().signal).catch(crashOnly))
        await scheduler.waitIdle()
        await Promise.allSettled(running.splice(0))
        const state = await stateOnDisk()
        const idle = state.owner !== 'bot' || state.case.pending.length === 0
        if (idle && (await disk.agenda.ready(10)).length === 0) return
      }
    },
    async violations(): Promise<string[]> {
      const events = (await disk.log.read(ID)).map(fromStored)
      const outbox = await disk.outbox.of(ID)
      return [...wrong, ...logViolations(events, outbox), ...repeatedSends(sent, outbox)]
    },
  }
}

function crashOnly(error: unknown): void {
  if (!(error instanceof Crashed) && !(error instanceof Refused)) throw error
}

const AUTOMATIC = new Set(['answered', 'clarified', 'courtesy-said', 'handoff-opened'])

function logViolations(events: readonly ReturnType<typeof fromStored>[], outbox: readonly OutboxRow[]): string[] {
  const wrong: string[] = []
  const heard = new Set<string>()
  const settled = new Set<string>()
  let state: State = INITIAL
  for (const event of events) {
    if (AUTOMATIC.has(event.type) && state.owner !== 'bot')
      wrong.push(`${event.type} decided while ${state.owner} owned it`)
    if (event.type === 'customer-message') {
      if (heard.has(event.messageId)) wrong.push(`${event.messageId} stored twice`)
      heard.add(event.messageId)
      if (state.owner === 'staff' || state.owner === 'queue') settled.add(event.messageId)
    }
    if ('covers' in event) {
      for (const id of event.covers) {
        if (settled.has(id) && event.type !== 'handoff-opened' && heardByBotAgain(state, id) === false)
          wrong.push(`${id} answered twice`)
        settled.add(id)
      }
    }
    if (event.type === 'taken-over') for (const one of openCase(state)?.pending ?? []) settled.add(one.id)
    state = evolve(state, event)
    if (event.type === 'case-ended') for (const id of heard) settled.add(id)
  }
  const waiting = openCase(state)?.pending.map((one) => one.id) ?? []
  if (state.owner === 'bot' && waiting.length > 0) wrong.push(`nobody answered ${waiting.join(', ')}`)
  for (const id of heard)
    if (!settled.has(id) && state.owner !== 'staff') wrong.push(`${id} was neither answered nor handed off`)
  const notices = outbox.filter((row) => row.voice.kind === 'notice').length
  const handoffs = events.filter((event) => event.type === 'handoff-opened').length
  if (notices !== handoffs) wrong.push(`${handoffs} handoffs with ${notices} notices`)
  return wrong
}

/** A message that staff left unanswered is the bot's after a hand-back: it is still pending then. */
function heardByBotAgain(state: State, id: string): boolean {
  return openCase(state)?.pending.some((one) => one.id === id) ?? false
}

/** A crash repeats nothing by itself: what may have gone out is flagged, never sent again. */
function repeatedSends(sent: readonly string[], outbox: readonly OutboxRow[]): string[] {
  const repeated = [...new Set(sent)].filter((id) => sent.filter((one) => one === id).length > 1)
  const stuck = outbox.filter((row) => row.state === 'sending' || row.state === 'unsure').map((row) => row.id)
  return [...repeated.map((id) => `${id} was sent twice`), ...stuck.map((id) => `${id} is stuck`)]
}
