// What a channel is given, in memory: it keeps what was accepted, refuses when it is told to, and has a log to read.
import { createHash } from 'node:crypto'
import type { ChannelEvent, ChannelHost, CustomerView } from '../../src/ports/channel.ts'

type Owner = (CustomerView & { type: 'owner' })['data']
type Message = (CustomerView & { type: 'message' })['data']

export interface HostDouble {
  host: ChannelHost
  /** Stored events, each once. */
  readonly accepted: readonly ChannelEvent[]
  /** Every call of `accept`, repeats included. */
  readonly asked: readonly ChannelEvent[]
  /** The next calls of `accept` reject. */
  refuse(times: number): void
  /** Nothing becomes durable until the returned function is called. */
  hold(): () => void
  say(chat: string, message: Partial<Message> & { text: string }): void
  own(chat: string, owner: Owner): void
  typing(chat: string, from: 'bot' | 'staff'): void
  /** Listeners of a chat. */
  watchers(chat: string): number
}

export function createHostDouble(): HostDouble {
  const logs = new Map<string, { items: CustomerView[]; owner: CustomerView & { type: 'owner' } }>()
  const listeners = new Map<string, Set<(change: { typing?: 'bot' | 'staff' }) => void>>()
  const accepted: ChannelEvent[] = []
  const asked: ChannelEvent[] = []
  let refusals = 0
  let gate = Promise.resolve()

  const logOf = (chat: string) => {
    const log = logs.get(chat) ?? { items: [], owner: { position: 0, type: 'owner', data: { owner: 'nobody' } } }
    logs.set(chat, log)
    return log
  }
  const tell = (chat: string, change = {}) => {
    for (const listener of listeners.get(chat) ?? []) listener(change)
  }
  const append = (chat: string, item: Omit<CustomerView, 'position'>) => {
    const log = logOf(chat)
    const placed = { ...item, position: log.items.length + 1 } as CustomerView
    log.items.push(placed)
    if (placed.type === 'owner') log.owner = placed
    tell(chat)
  }
  const say: HostDouble['say'] = (chat, message) => {
    const id = `m${logOf(chat).items.length + 1}`
    append(chat, { type: 'message', data: { id, from: 'bot', at: Date.now(), ...message } })
  }

  const host: ChannelHost = {
    accept: async (event) => {
      asked.push(event)
      await gate
      if (refusals > 0) {
        refusals -= 1
        throw new Error('the disk is full')
      }
      if (accepted.some(({ id }) => id === event.id)) return
      accepted.push(event)
      if (event.type === 'message') say(event.chat, { id: event.messageId, from: event.by, text: event.text ?? '' })
    },
    conversationId: (chat) => createHash('sha256').update(chat).digest('hex').slice(0, 24),
    view: async (chat, after, last) => {
      const { items, owner } = logOf(chat)
      const later = items.filter(({ position }) => position > after)
      return { items: last === undefined ? later : later.slice(-last), owner }
    },
    watch: (chat, listener) => {
      const set = listeners.get(chat) ?? new Set()
      listeners.set(chat, set.add(listener))
      return () => set.delete(listener)
    },
    secret: (purpose) => createHash('sha256').update(`secret of ${purpose}`).digest(),
  }

  return {
    host,
    accepted,
    asked,
    refuse: (times) => {
      refusals = times
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
    say,
    own: (chat, data) => append(chat, { type: 'owner', data }),
    typing: (chat, from) => tell(chat, { typing: from }),
    watchers: (chat) => listeners.get(chat)?.size ?? 0,
  }
}
