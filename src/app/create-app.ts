// The use cases, bound to their needs, and the two things that keep them going: wake-ups and the sweep.

import type { Channel } from '../ports/channel.ts'
import type { App } from './app.ts'
import { ask } from './ask.ts'
import { createStates } from './commit.ts'
import { health, type Life } from './health.ts'
import { createHost } from './host.ts'
import { createLook } from './look.ts'
import { readMetrics } from './metrics.ts'
import type { Needs } from './needs.ts'
import { recoverOutbox } from './send-outbox.ts'
import { close } from './staff/close.ts'
import { handBack } from './staff/hand-back.ts'
import { note } from './staff/note.ts'
import { reply } from './staff/reply.ts'
import { takeNext } from './staff/take-next.ts'
import { takeOver } from './staff/take-over.ts'
import { type Sweep, startSweeping } from './sweep.ts'
import { createTimers } from './timers.ts'
import { createTurns } from './turns.ts'

export interface Bound {
  app: App
  /** Takes up what was left, starts the channels, and answers from now on. */
  start(): Promise<void>
  /** In order: no new messages, running turns aborted, wake-ups ended. Whatever is unfinished is found at the next start. */
  stop(): Promise<void>
}

export interface Outside {
  accounts: App['accounts']
  files: App['files']
  secret(purpose: string): Uint8Array
}

export function createApp(needs: Needs, outside: Outside): Bound {
  const states = createStates(needs)
  const turns = createTurns(needs, states)
  const stopping = new AbortController()
  const timers = createTimers(needs, states, stopping.signal)
  const look = createLook(needs, states, turns, timers)
  const life: Life = { phase: 'starting', failed: new Map() }
  let sweep: Sweep | undefined

  /** One channel that does not start leaves the others to their customers. */
  const startChannel = async (channel: Channel): Promise<void> => {
    try {
      await channel.start(createHost(needs, states, channel.name, outside.secret))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      life.failed.set(channel.name, why)
      needs.logger.error('a channel did not start', { channel: channel.name, error: why })
    }
  }

  const app: App = {
    conversations: {
      list: (query) => needs.store.lists.conversations(query),
      queue: () => needs.store.lists.queue(500),
      async get(id) {
        const { state, summary } = await states.load(id)
        if (!summary) return undefined
        const [events, outbox] = await Promise.all([needs.store.log.read(id), needs.store.outbox.of(id)])
        return { summary, state, events, outbox }
      },
      takeOver: (id, staff, options) => takeOver(needs, states, id, staff, options),
      reply: (id, staff, text, options) => reply(needs, states, id, staff, text, options),
      note: (id, staff, text) => note(needs, states, id, staff, text),
      handBack: (id, staff, options) => handBack(needs, states, id, staff, options),
      close: (id, staff, options) => close(needs, states, id, staff, options),
      takeNext: (staff) => takeNext(needs, states, staff),
      typing: (conversationId, staff) =>
        needs.feed.publish({ kind: 'typing', conversationId, from: 'staff', name: staff.name }),
    },
    accounts: outside.accounts,
    files: outside.files,
    policy: () => needs.prompts().policy,
    messages: () => needs.prompts().messages,
    metrics: (since) => readMetrics(needs, since),
    health: () => health(needs, outside.files(), life),
    watch: (listener) => needs.feed.watch(listener),
    ask: (text, options) => ask(needs, text, options?.history),
  }

  return {
    app,
    async start() {
      await recoverOutbox(needs, states)
      await needs.wakeups.start(look)
      sweep = startSweeping(needs, {
        look: (id) => look(id, undefined, stopping.signal),
        timer: (timer) => timers.run(timer),
      })
      await Promise.all(needs.channels.map(startChannel))
      life.phase = 'serving'
    },
    async stop() {
      life.phase = 'stopping'
      await Promise.all(needs.channels.map((channel) => channel.stop()))
      stopping.abort()
      turns.stop()
      await sweep?.stop()
      await needs.wakeups.stop()
    },
  }
}
