// The rules of the channel port, for every adapter and double. A channel's author writes a peer: what the customer does
// and sees over there.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Channel, ChannelFault, type ChannelHost, type Fault, type Outbound } from '../../src/ports/channel.ts'
import { createHostDouble, type HostDouble } from '../doubles/channel-host.ts'

export interface ChannelPeer {
  channel: Channel
  /** The channel's name for this customer. */
  chat: string
  /** The customer writes. `refused` when they can see that it was not taken. `id` makes a redelivery of the same. */
  write(text: string, id?: string): Promise<'taken' | 'refused'>
  /** The customer uses the channel's control "talk to a person". */
  person?(): Promise<'taken' | 'refused'>
  /** The texts of bot and staff that are in front of the customer, in order. */
  reads(): Promise<readonly string[]> | readonly string[]
  /** The next send fails like this; only for channels that send. */
  breakNext?(fault: Fault, how: { wentOut: boolean; retryAfterMs?: number }): void
  close(): Promise<void>
}

/** `redelivers`: whether the customer's side can repeat an event under the same id. */
export function channelContract(
  name: string,
  traits: { redelivers: boolean },
  connect: (host: ChannelHost) => Promise<ChannelPeer>,
): void {
  describe(`the channel port, as ${name} keeps it`, () => {
    let double: HostDouble
    let peer: ChannelPeer

    beforeEach(async () => {
      double = createHostDouble()
      peer = await connect(double.host)
    })
    afterEach(() => peer.close())

    hearing(traits, () => ({ double, peer }))
    living(() => peer)
    speaking(() => ({ double, peer }))
  })
}

function hearing({ redelivers }: { redelivers: boolean }, the: () => { double: HostDouble; peer: ChannelPeer }): void {
  const words = ['Where is my parcel?', 'أين طردي؟ رقم 12', 'क्या आप मदद कर सकते हैं?', '👩‍👩‍👧 & <b>bold</b> "quoted" \\n']

  it.each(words)('hears %s letter by letter, with chat, time and a name for it', async (text) => {
    const { double, peer } = the()
    await peer.write(text)
    await expect.poll(() => double.accepted.length).toBe(1)
    const [event] = double.accepted
    expect(event).toMatchObject({ type: 'message', by: 'customer', chat: peer.chat, text })
    expect(event?.id).toBeTruthy()
    expect(Math.abs((event?.at ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it('keeps the order in which the customer wrote', async () => {
    const { double, peer } = the()
    for (const text of ['one', 'two', 'three', 'four']) await peer.write(text)
    await expect
      .poll(() => double.accepted.map((event) => 'text' in event && event.text))
      .toEqual(['one', 'two', 'three', 'four'])
  })

  it('acknowledges nothing before it is durable', async () => {
    const { double, peer } = the()
    const release = double.hold()
    let acknowledged = false
    const written = peer.write('Is this kept?').then((end) => {
      acknowledged = end === 'taken'
    })
    await expect.poll(() => double.asked.length).toBe(1)
    expect(acknowledged).toBe(false)
    release()
    await written
    expect(acknowledged).toBe(true)
    expect(double.accepted).toHaveLength(1)
  })

  it('says so when the store refuses, and takes the message once it can', async () => {
    const { double, peer } = the()
    double.refuse(1)
    expect(await peer.write('Do you hear me?', 'again')).toBe('refused')
    expect(await peer.write('Do you hear me?', 'again')).toBe('taken')
    expect(double.accepted.map((event) => 'text' in event && event.text)).toEqual(['Do you hear me?'])
  })

  it.runIf(redelivers)('gives a redelivery the same id, and keeps no memory of its own', async () => {
    const { double, peer } = the()
    expect(await peer.write('Once', 'same')).toBe('taken')
    expect(await peer.write('Once', 'same')).toBe('taken')
    expect(double.asked.map((event) => event.id)).toEqual([double.asked[0]?.id, double.asked[0]?.id])
    expect(double.accepted).toHaveLength(1)
  })

  it('hears the wish for a person, where it has a control for it', async ({ skip }) => {
    const { double, peer } = the()
    if (!peer.person) return skip('this channel has no such control')
    expect(await peer.person()).toBe('taken')
    await expect.poll(() => double.accepted).toMatchObject([{ type: 'person', chat: peer.chat }])
  })
}

function living(the: () => ChannelPeer): void {
  it('knows its health at once', () => {
    expect(the().channel.health().state).toBe('ready')
  })

  it('stops as often as it is told to, and is not ready afterwards', async () => {
    const { channel } = the()
    await channel.stop()
    await channel.stop()
    expect(channel.health().state).not.toBe('ready')
  })

  it('never throws for typing', () => {
    const { channel, chat } = the()
    expect(() => channel.typing?.(chat, true)).not.toThrow()
    expect(() => channel.typing?.('nobody', false)).not.toThrow()
  })
}

function speaking(the: () => { double: HostDouble; peer: ChannelPeer }): void {
  const outbound = (key: string, text = 'We have found it.'): Outbound => ({
    key,
    chat: the().peer.chat,
    text,
    author: 'bot',
  })
  const send = (message: Outbound) => {
    const { channel } = the().peer
    if (!channel.send) throw new Error('this channel does not send')
    return channel.send(message, new AbortController().signal)
  }

  it('shows what the log says, or has a send, and not both', () => {
    const { channel } = the().peer
    expect(channel.send === undefined).toBe(channel.capabilities.stored)
    expect(channel.settle !== undefined).toBe(channel.capabilities.settle)
    expect(channel.capabilities.text).toBeGreaterThan(0)
  })

  it('brings the words of bot and staff to the customer once, in order, and never hears them back', async () => {
    const { double, peer } = the()
    const texts = ['Hello', 'مرحبا', '<i>inert</i>']
    if (peer.channel.capabilities.stored) {
      for (const text of texts) double.say(peer.chat, { text })
    } else {
      for (const [i, text] of texts.entries()) await send(outbound(`k${i}`, text))
    }
    await expect.poll(() => peer.reads()).toEqual(texts)
    expect(double.asked).toEqual([])
  })

  it('has a receipt for each send', async ({ skip }) => {
    if (!the().peer.channel.send) return skip('it is delivered by being stored')
    const first = await send(outbound('a'))
    const second = await send(outbound('b'))
    expect(first.messageId).not.toBe(second.messageId)
    expect(first.at).toBeGreaterThan(0)
  })

  it('fails with a ChannelFault that says when to try again, and sends nothing then', async ({ skip }) => {
    const { peer } = the()
    if (!peer.breakNext) return skip('it is delivered by being stored')
    peer.breakNext('rate', { wentOut: false, retryAfterMs: 1500 })
    const fault = await send(outbound('slow')).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(ChannelFault)
    expect(fault).toMatchObject({ fault: 'rate', retryAfterMs: 1500 })
    expect(await peer.reads()).toEqual([])
  })

  it.for([true, false])('can say afterwards whether an unsure message went out: %s', async (wentOut, { skip }) => {
    const { channel, breakNext } = the().peer
    if (!breakNext || !channel.settle) return skip('it cannot settle')
    breakNext('unsure', { wentOut })
    const message = outbound('doubtful')
    await expect(send(message)).rejects.toMatchObject({ fault: 'unsure' })
    const settled = await channel.settle(message, 0)
    expect(settled === null).toBe(!wentOut)
  })

  it('sends nothing for a call that was given up', async ({ skip }) => {
    const { peer } = the()
    const { send } = peer.channel
    if (!send) return skip('it is delivered by being stored')
    await expect(send(outbound('late'), AbortSignal.abort())).rejects.toBeInstanceOf(ChannelFault)
    expect(await peer.reads()).toEqual([])
  })
}
