// Replies on their way: shown at once, sent with an id of their own, and kept when they could not be sent.
import { useSyncExternalStore } from 'react'
import { newId } from '../../new-id.ts'
import { client } from './client.ts'
import { ApiError, call, plain } from './http.ts'
import { conversationQuery } from './queries.ts'

export interface Outgoing {
  id: string
  text: string
  at: number
  state: 'sending' | 'sent' | 'failed'
  problem?: string
}

const NONE: readonly Outgoing[] = []
const byConversation = new Map<string, readonly Outgoing[]>()
const listeners = new Set<() => void>()

function update(conversation: string, change: (rows: readonly Outgoing[]) => readonly Outgoing[]): void {
  byConversation.set(conversation, change(byConversation.get(conversation) ?? NONE))
  for (const listener of listeners) listener()
}

export function useOutgoing(conversation: string): readonly Outgoing[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => byConversation.get(conversation) ?? NONE,
  )
}

export function sendReply(conversation: string, text: string): void {
  const row: Outgoing = { id: newId(), text, at: Date.now(), state: 'sending' }
  update(conversation, (rows) => [...rows.filter((one) => one.state !== 'sent'), row])
  void deliver(conversation, row)
}

export function sendAgain(conversation: string, row: Outgoing): void {
  if (row.state !== 'failed') return
  void deliver(conversation, row)
}

export function discard(conversation: string, id: string): void {
  update(conversation, (rows) => rows.filter((one) => one.id !== id))
}

/** The same id and key every time, so that a reply whose answer was lost is not said twice. */
async function deliver(conversation: string, row: Outgoing): Promise<void> {
  const set = (state: Outgoing['state'], problem?: string) =>
    update(conversation, (rows) =>
      rows.map((one) => (one.id === row.id ? { ...row, state, ...(problem === undefined ? {} : { problem }) } : one)),
    )
  set('sending')
  try {
    const body = { text: row.text, id: row.id }
    await call(`/conversations/${encodeURIComponent(conversation)}/messages`, { method: 'POST', body, key: row.id })
    set('sent')
  } catch (error) {
    const taken = error instanceof ApiError && error.code === 'owned-by-another'
    set('failed', taken ? `${error.holder?.name ?? 'A colleague'} has this conversation.` : plain(error))
  }
  void client.invalidateQueries({ queryKey: conversationQuery(conversation).queryKey })
  void client.invalidateQueries({ queryKey: ['queue'] })
  void client.invalidateQueries({ queryKey: ['conversations'] })
}
