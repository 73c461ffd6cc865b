// What one installation signs and names things with: all of it follows from one secret in its store.
import { createHmac, hkdfSync } from 'node:crypto'

export interface Installation {
  /** 32 bytes for one purpose; the same after every restart. */
  secret(purpose: string): Uint8Array
  /** Stable, unguessable, and says nothing about who is behind it: a chat may be a phone number. */
  conversationId(channel: string, chat: string): string
}

export function createInstallation(master: string): Installation {
  const secret = (purpose: string) => new Uint8Array(hkdfSync('sha256', master, 'baton', purpose, 32))
  const ids = secret('conversation ids')
  return {
    secret,
    conversationId: (channel, chat) =>
      createHmac('sha256', ids).update(`${channel}\0${chat}`).digest('hex').slice(0, 24),
  }
}
