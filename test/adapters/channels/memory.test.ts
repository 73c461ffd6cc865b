// The in-memory channel keeps the rules of the port.
import { createMemoryChannel } from '../../../src/adapters/channels/memory.ts'
import { channelContract } from '../../contracts/channel.ts'

channelContract('memory', { redelivers: true }, async (host) => {
  const channel = createMemoryChannel({ now: () => Date.now() })
  await channel.start(host)
  let written = 0
  const hear = (event: Parameters<typeof channel.hear>[0]) =>
    channel.hear(event).then(
      () => 'taken' as const,
      () => 'refused' as const,
    )
  return {
    channel,
    chat: 'anna',
    write: (text, id = `w${++written}`) =>
      hear({ type: 'message', by: 'customer', id, messageId: id, chat: 'anna', at: Date.now(), text }),
    person: () => hear({ type: 'person', id: `p${++written}`, chat: 'anna', at: Date.now() }),
    reads: () => channel.said.map(({ text }) => text),
    breakNext: channel.failNext,
    close: () => channel.stop(),
  }
})
