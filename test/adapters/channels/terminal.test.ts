// The terminal keeps the rules of the port: what is typed is heard, what the log says is printed.
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createTerminalChannel } from '../../../src/adapters/channels/terminal.ts'
import { systemClock } from '../../../src/adapters/system/clock.ts'
import type { ChannelHost } from '../../../src/ports/channel.ts'
import { channelContract } from '../../contracts/channel.ts'
import { createHostDouble } from '../../doubles/channel-host.ts'

let ids = 0
const messages = () => ({
  en: {
    widgetBot: 'Bot',
    widgetStaff: '{{name}}',
    widgetNotSent: 'Not sent',
    widgetWaiting: 'Waiting for a person',
    widgetWithStaff: '{{name}} is here',
    source: 'Source',
  },
})

async function open(host: ChannelHost) {
  const input = new PassThrough()
  const output = new PassThrough()
  let screen = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    screen += text
  })
  const channel = createTerminalChannel({
    input,
    output,
    clock: systemClock,
    ids: { next: () => `id${++ids}` },
    messages,
    chat: 'tty',
  })
  // What the terminal waits for is the host's own answer: it is watched here, since a terminal shows only failures.
  const ends: ('taken' | 'refused')[] = []
  await channel.start({
    ...host,
    accept: (event) => {
      const stored = host.accept(event)
      stored.then(
        () => ends.push('taken'),
        () => ends.push('refused'),
      )
      return stored
    },
  })
  let typed = 0
  const type = async (line: string) => {
    const mine = typed++
    input.write(`${line}\n`)
    await expect.poll(() => ends.length).toBeGreaterThan(mine)
    return ends[mine] ?? 'refused'
  }
  return { channel, input, type, screen: () => screen }
}

channelContract('terminal', { redelivers: false }, async (host) => {
  const { channel, type, screen } = await open(host)
  return {
    channel,
    chat: 'tty',
    write: (text) => type(text),
    person: () => type('/person'),
    reads: () => [...screen().matchAll(/^Bot: (.*)$/gm)].map((match) => match[1] ?? ''),
    close: () => channel.stop(),
  }
})

it('prints sources, names and who has the conversation, and never lets a text command the terminal', async () => {
  const { host, say, own } = createHostDouble()
  const { channel, screen } = await open(host)
  own('tty', { owner: 'queue' })
  own('tty', { owner: 'staff', name: 'Mia' })
  say('tty', { from: 'staff', name: 'Mia', text: 'Hello \u001b[31mred\u001b[0m \u202eevil' })
  say('tty', { text: 'Two days.', citations: [{ title: 'Shipping', link: 'https://shop.example/shipping' }] })
  await expect
    .poll(screen)
    .toBe(
      '(Waiting for a person)\n(Mia is here)\nMia: Hello [31mred[0m evil\nBot: Two days.\n  Source: Shipping <https://shop.example/shipping>\n',
    )
  await channel.stop()
})

it('says which line was not kept, and ends with its input', async () => {
  const { host, refuse } = createHostDouble()
  const { channel, input, type, screen } = await open(host)
  refuse(1)
  await type('lost?')
  await expect.poll(screen).toContain('(Not sent: lost?)')
  input.end()
  await channel.ended
})
