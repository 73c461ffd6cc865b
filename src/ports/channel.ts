// A way customers reach us. An adapter translates and connects; it decides nothing and keeps no copy of its own.
import type { Attachment } from '../core/message.ts'

/**
 * Something a channel heard. `id` is the dedupe key: unique in one channel and the same on redelivery. `chat` is the
 * channel's name for the other side. `at` is epoch ms as the channel states it.
 */
export type ChannelEvent = { id: string; at: number; chat: string } & (
  | {
      type: 'message'
      /** `staff`: a person used the platform's own app. Only the adapter can tell, and it never reports own sends. */
      by: 'customer' | 'staff'
      messageId: string
      text?: string
      attachments?: readonly Attachment[]
      name?: string
      language?: string
      quote?: { messageId: string; text?: string }
      /** `false`: history. Recorded, never answered. Default `true`. */
      live?: boolean
    }
  /** The channel's own control "talk to a person" was used. */
  | { type: 'person' }
  | { type: 'edit'; by: 'customer' | 'staff'; messageId: string; text: string }
  | { type: 'delete'; by: 'customer' | 'staff'; messageId: string }
  | { type: 'reaction'; by: 'customer' | 'staff'; messageId: string; emoji: string | null }
  | { type: 'receipt'; messageId: string; status: 'delivered' | 'read' | 'failed'; detail?: string }
  /** Something the adapter cannot read: staff sees `what`, e.g. "a poll". Never a throw, never silence. */
  | { type: 'unsupported'; by: 'customer' | 'staff'; messageId: string; what: string }
)

/** One platform message. `key` is ours and stable: a channel that can carry it lets `settle` find it again. */
export interface Outbound {
  key: string
  chat: string
  text: string
  author: 'bot' | 'staff'
  quote?: string
}

export interface Receipt {
  messageId: string
  at: number
}

/** `unsure`: it may have gone out. Every other fault surely sent nothing. */
export type Fault = 'retry' | 'rate' | 'window' | 'recipient' | 'invalid' | 'auth' | 'unsure'

/** The only way a send fails. */
export class ChannelFault extends Error {
  override name = 'ChannelFault'
  readonly fault: Fault
  readonly retryAfterMs: number | undefined

  constructor(fault: Fault, message: string, options?: { retryAfterMs?: number; cause?: unknown }) {
    super(message, options)
    this.fault = fault
    this.retryAfterMs = options?.retryAfterMs
  }
}

export interface Capabilities {
  /** Longest text of one message, in characters. */
  text: number
  /** A message is delivered by being stored: customers read the log (web chat). No send is called. */
  stored: boolean
  typing: boolean
  /** `settle` can say whether an unsure message went out. */
  settle: boolean
  markup: 'plain' | 'whatsapp' | 'html' | 'markdown'
}

export interface Health {
  state: 'starting' | 'ready' | 'degraded' | 'down'
  detail?: string
}

/** What a customer may see of a conversation; `position` orders them and resumes a stream. */
export type CustomerView =
  | {
      position: number
      type: 'message'
      data: {
        id: string
        from: 'customer' | 'bot' | 'staff'
        name?: string
        text: string
        at: number
        citations?: readonly { title: string; link?: string }[]
      }
    }
  | { position: number; type: 'owner'; data: { owner: 'bot' | 'queue' | 'staff' | 'nobody'; name?: string } }

/** What an adapter is given. */
export interface ChannelHost {
  /**
   * Takes what was heard. Resolves when it is durable: acknowledge only then. Repeats (same `id`) resolve too and
   * change nothing. Rejects when it could not be stored: do not acknowledge, deliver again.
   */
  accept(event: ChannelEvent): Promise<void>
  /** The id of the conversation with a chat. Needs no conversation to exist yet: it is derived, and stable. */
  conversationId(chat: string): string
  /** What the customer may see after a position, oldest first, and the owner now. With `last`, only the newest ones. */
  view(
    chat: string,
    after: number,
    last?: number,
  ): Promise<{ items: CustomerView[]; owner: CustomerView & { type: 'owner' } }>
  /** Calls back after each change to a chat, and for typing; returns the way to stop. Lossy: `view` is the truth. */
  watch(chat: string, listener: (change: { typing?: 'bot' | 'staff' }) => void): () => void
  /** A secret of this installation, for signing what the channel hands out. Stable across restarts. */
  secret(purpose: string): Uint8Array
}

/** One channel account. `start` is called once; `stop` any number of times, and leaves no timer behind. */
export interface Channel {
  /** `webchat`, `terminal`, … */
  readonly name: string
  readonly capabilities: Capabilities
  start(host: ChannelHost): Promise<void>
  stop(): Promise<void>
  /** Synchronous and cheap. */
  health(): Health
  /** One call, one platform message, one receipt. Default: absent when `capabilities.stored`. Throws `ChannelFault`. */
  send?(message: Outbound, signal: AbortSignal): Promise<Receipt>
  /** After `unsure`: its receipt if it went out, null if it surely did not. Throws when it cannot tell. */
  settle?(message: Outbound, since: number): Promise<Receipt | null>
  /** Shows or ends the typing state; best effort, never throws. */
  typing?(chat: string, on: boolean): void
  /** Paths this channel answers on the HTTP server, as `/prefix/`; raw body in, streams out. */
  readonly http?: { prefix: string; handle(request: Request, peer: { address: string }): Promise<Response> }
}
