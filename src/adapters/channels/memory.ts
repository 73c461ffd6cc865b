// A channel without a platform: what it hears is pushed in, what it says is read back, and it fails when it is told to.
import type { Channel, ChannelEvent, ChannelHost, Fault, Outbound, Receipt } from '../../ports/channel.ts'
import { ChannelFault } from '../../ports/channel.ts'

export interface MemoryChannel extends Channel {
  /** Somebody wrote, or the platform repeats itself. Settles as the host's `accept` does. */
  hear(event: ChannelEvent): Promise<void>
  /** What went out, in order. */
  readonly said: readonly (Outbound & Receipt)[]
  /** Typing states shown, in order. */
  readonly typed: readonly { chat: string; on: boolean }[]
  /** The next send fails. With `wentOut` it was delivered all the same, as when a connection breaks too late. */
  failNext(fault: Fault, how?: { wentOut?: boolean; retryAfterMs?: number }): void
  /** While set, `settle` cannot tell. */
  blind(on: boolean): void
}

export function createMemoryChannel(options: { name?: string; now: () => number }): MemoryChannel {
  const said: (Outbound & Receipt)[] = []
  const typed: { chat: string; on: boolean }[] = []
  const faults: { fault: Fault; wentOut: boolean; retryAfterMs: number | undefined }[] = []
  let host: ChannelHost | undefined
  let isBlind = false

  const deliver = (message: Outbound): Receipt => {
    const receipt = { messageId: `memory-${said.length + 1}`, at: options.now() }
    said.push({ ...message, ...receipt })
    return receipt
  }

  return {
    name: options.name ?? 'memory',
    capabilities: { text: 4096, stored: false, typing: true, settle: true, markup: 'plain' },
    start: async (given) => {
      host = given
    },
    stop: async () => {
      host = undefined
    },
    health: () => ({ state: host ? 'ready' : 'down' }),
    send: async (message, signal) => {
      if (!host) throw new ChannelFault('retry', 'the channel is stopped')
      if (signal.aborted) throw new ChannelFault('retry', 'the send was given up before it began')
      const failure = faults.shift()
      if (!failure) return deliver(message)
      if (failure.wentOut) deliver(message)
      const { retryAfterMs } = failure
      throw new ChannelFault(
        failure.fault,
        `told to fail: ${failure.fault}`,
        retryAfterMs === undefined ? {} : { retryAfterMs },
      )
    },
    settle: async ({ key }) => {
      if (isBlind) throw new ChannelFault('retry', 'cannot look just now')
      const found = said.find((one) => one.key === key)
      return found ? { messageId: found.messageId, at: found.at } : null
    },
    typing: (chat, on) => void typed.push({ chat, on }),
    hear: async (event) => {
      if (!host) throw new Error('the channel is stopped')
      await host.accept(event)
    },
    said,
    typed,
    failNext: (fault, how = {}) =>
      void faults.push({ fault, wentOut: how.wentOut ?? false, retryAfterMs: how.retryAfterMs }),
    blind: (on) => {
      isBlind = on
    },
  }
}
