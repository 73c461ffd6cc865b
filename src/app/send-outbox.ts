// Sends what a conversation has ready, one at a time and in order. `sending` is durable before the channel is called.
import { mayLeave, type OutboxRow } from '../core/conversation/outbox.ts'
import { type Channel, ChannelFault, type Outbound } from '../ports/channel.ts'
import type { States } from './commit.ts'
import { channelOf, type Needs } from './needs.ts'

/** Milliseconds a send may take before nobody knows whether it went out. */
const SEND_LIMIT = 30_000

/** Resolves when nothing is ready any more, or the next row must wait; then the epoch ms to look again. */
export type SendOutbox = (conversationId: string, signal: AbortSignal) => Promise<{ again: number } | undefined>

/** Remembers until when a channel wants to be left alone: the sweep comes by every second. */
export function createSendOutbox(needs: Needs, states: States): SendOutbox {
  const waits = new Map<string, number>()
  return async (conversationId, signal) => {
    const until = waits.get(conversationId) ?? 0
    if (until > needs.clock.now()) return { again: until }
    waits.delete(conversationId)
    const wait = await sendAll(needs, states, conversationId, signal)
    if (wait) waits.set(conversationId, wait.again)
    return wait
  }
}

async function sendAll(
  needs: Needs,
  states: States,
  conversationId: string,
  signal: AbortSignal,
): Promise<{ again: number } | undefined> {
  while (!signal.aborted) {
    const row = await needs.store.outbox.next(conversationId)
    if (!row) return undefined
    const { summary } = await states.load(conversationId)
    const channel = summary && channelOf(needs, summary.channel)
    if (!summary || !channel?.send) return undefined
    // Claimed first and then looked at: were it the other way, somebody else might have it, put it back after the
    // conversation changed hands, and this one would send it on what it saw before.
    if (!(await needs.store.outbox.move(row.id, 'ready', 'sending'))) continue
    const { state } = await states.load(conversationId)
    if (!mayLeave(row.voice, state)) {
      await needs.store.outbox.move(row.id, 'sending', 'dropped', {
        detail: 'The conversation changed hands before it was sent.',
      })
      continue
    }
    const wait = await send(needs, channel, row, summary.chat)
    if (wait !== undefined) return { again: needs.clock.now() + wait }
  }
  return undefined
}

/** Milliseconds to wait before the row is tried again; undefined when its fate is settled. */
async function send(needs: Needs, channel: Channel, row: OutboxRow, chat: string): Promise<number | undefined> {
  const { outbox } = needs.store
  const message = outbound(row, chat)
  try {
    const receipt = await channel.send?.(message, AbortSignal.timeout(SEND_LIMIT))
    await outbox.move(row.id, 'sending', 'sent', receipt ? { providerId: receipt.messageId } : {})
    needs.tally.count('sends', { outcome: 'sent' })
    return undefined
  } catch (error) {
    const fault = error instanceof ChannelFault ? error.fault : 'unsure'
    const detail = error instanceof Error ? error.message : String(error)
    needs.tally.count('sends', { outcome: fault })
    needs.logger.warn('a message did not go out', { conversationId: row.conversationId, messageId: row.id, fault })
    if (fault === 'unsure') {
      await outbox.move(row.id, 'sending', 'unsure', { detail })
      await settle(needs, channel, row, chat)
      return undefined
    }
    if (fault === 'retry' || fault === 'rate') {
      await outbox.move(row.id, 'sending', 'ready', { detail })
      return (error instanceof ChannelFault ? error.retryAfterMs : undefined) ?? 2000
    }
    await outbox.move(row.id, 'sending', 'failed', { detail })
    return undefined
  }
}

/**
 * Asks the channel whether an unsure row went out. When the channel cannot tell, the row is marked for staff and is
 * never sent again by itself: at most one flagged repeat, and only by a person's hand.
 */
async function settle(needs: Needs, channel: Channel, row: OutboxRow, chat: string): Promise<void> {
  const { outbox } = needs.store
  try {
    if (channel.settle) {
      const receipt = await channel.settle(outbound(row, chat), row.createdAt)
      if (receipt) await outbox.move(row.id, 'unsure', 'sent', { providerId: receipt.messageId })
      else await outbox.move(row.id, 'unsure', 'ready')
      return
    }
  } catch (error) {
    needs.logger.warn('the channel cannot tell whether a message went out', { messageId: row.id, error: String(error) })
  }
  await outbox.move(row.id, 'unsure', 'failed', {
    detail: 'Nobody can tell whether this reached the customer. Ask them, or send it again.',
  })
}

/** After a start: rows that a crash left in `sending` may have gone out. */
export async function recoverOutbox(needs: Needs, states: States): Promise<void> {
  for (const row of await needs.store.outbox.inState('sending', 10_000)) {
    await needs.store.outbox.move(row.id, 'sending', 'unsure', { detail: 'Baton stopped while this was being sent.' })
  }
  for (const row of await needs.store.outbox.inState('unsure', 10_000)) {
    const { summary } = await states.load(row.conversationId)
    const channel = summary && channelOf(needs, summary.channel)
    if (summary && channel) await settle(needs, channel, row, summary.chat)
  }
}

function outbound(row: OutboxRow, chat: string): Outbound {
  return { key: row.id, chat, text: row.text, author: row.voice.kind === 'staff' ? 'staff' : 'bot' }
}
