// A conversation in the terminal: each line is a message, `/person` asks for a person, the end of input ends it.
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { cleanText, MAX_TEXT } from '../../core/message.ts'
import { type MessageKey, type Messages, say } from '../../core/messages.ts'
import type { Channel, ChannelHost, CustomerView } from '../../ports/channel.ts'
import type { Clock, Ids } from '../../ports/system.ts'

export interface TerminalOptions {
  input: Readable
  output: Writable
  clock: Clock
  ids: Ids
  messages: () => Messages
  /** BCP 47 of the labels; default `en`. */
  language?: string
  /** Which conversation; default a new one. */
  chat?: string
}

export interface TerminalChannel extends Channel {
  /** Resolves when the input has ended and what was typed is stored. */
  readonly ended: Promise<void>
}

export function createTerminalChannel(options: TerminalOptions): TerminalChannel {
  const { input, output, clock, ids } = options
  const chat = options.chat ?? ids.next()
  const label = (key: MessageKey, slots: Record<string, string> = {}) =>
    say(options.messages(), options.language ?? 'en', 'en', key, slots)
  const print = (line: string) => void output.write(`${cleanText(line, Number.MAX_SAFE_INTEGER)}\n`)
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  let stop: (() => void) | undefined
  let stopped = false

  async function hear(host: ChannelHost, line: string): Promise<void> {
    const text = cleanText(line)
    if (text === '') return
    const messageId = ids.next()
    const heard = { id: `${chat}:${messageId}`, chat, at: clock.now() }
    try {
      if (text === '/person') await host.accept({ ...heard, type: 'person' })
      else await host.accept({ ...heard, type: 'message', by: 'customer', messageId, text })
    } catch {
      print(`(${label('widgetNotSent')}: ${text})`)
    }
  }

  /** What a line of the log looks like here; the customer's own lines are on the screen already. */
  function shown(item: CustomerView): string | undefined {
    if (item.type === 'owner') {
      const { owner, name = '' } = item.data
      if (owner === 'queue') return `(${label('widgetWaiting')})`
      return owner === 'staff' ? `(${label('widgetWithStaff', { name })})` : undefined
    }
    const { from, name = '', text, citations = [] } = item.data
    if (from === 'customer') return undefined
    const who = from === 'staff' ? label('widgetStaff', { name }) : label('widgetBot')
    const sources = citations.map(({ title, link }) => (link ? `${title} <${link}>` : title)).join(', ')
    return `${who}: ${text}${sources ? `\n  ${label('source')}: ${sources}` : ''}`
  }

  return {
    name: 'terminal',
    capabilities: { text: MAX_TEXT, stored: true, typing: false, settle: false, markup: 'plain' },
    ended,
    async start(host) {
      const reader = printer(host, chat, (item) => {
        const line = shown(item)
        if (line !== undefined) print(line)
      })
      const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
      // One after another: what is typed first is stored first.
      let last = Promise.resolve()
      lines.on('line', (line) => {
        last = last.then(() => hear(host, line))
      })
      lines.once('close', () => void last.then(() => end()))
      stop = () => {
        reader.stop()
        lines.close()
      }
      await reader.ready
    },
    async stop() {
      stopped = true
      stop?.()
      await (stop ? ended : undefined)
      stop = undefined
    },
    health: () => ({ state: stopped ? 'down' : stop ? 'ready' : 'starting' }),
  }
}

/** Follows a chat's log from now on, one read at a time. */
function printer(host: ChannelHost, chat: string, print: (item: CustomerView) => void) {
  let position = 0
  const log = { due: false, reading: true }
  async function follow(): Promise<void> {
    while (log.due) {
      log.due = false
      const { items } = await host.view(chat, position)
      for (const item of items) {
        position = Math.max(position, item.position)
        print(item)
      }
    }
  }
  const read = async (work: Promise<void>) => {
    log.reading = true
    // A read that failed is made up for by the next change.
    await work.catch(() => undefined)
    log.reading = false
    if (log.due) look()
  }
  const look = () => {
    log.due = true
    if (!log.reading) void read(follow())
  }
  const stop = host.watch(chat, (change) => {
    if (!change.typing) look()
  })
  const ready = host.view(chat, 0, 1).then(({ items }) => {
    position = items.at(-1)?.position ?? 0
  })
  void read(ready)
  return { ready, stop }
}
