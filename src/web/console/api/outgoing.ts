// Replies on their way: shown at once, sent with an id of their own, and kept when they could not be sent.
import { useSyncExternalStore } from 'react'
import type { ConversationDetail } from '../../../http/shapes/conversation.ts'
import { newId } from '../../new-id.ts'
import { client } from './client.ts'
import { ApiError, call, plain } from './http.ts'
import { conversationQuery } from './queries.ts'

export interface Outgoing {
  id: string
  text: string
  at: number
  state: 'sending' | 'failed'
  problem?: string
  /** The last place of the transcript when it was written: what comes after may already be this reply. */
  after: number
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
  const lines = client.getQueryData(conversationQuery(conversation).queryKey)?.messages ?? []
  const row: Outgoing = { id: newId(), text, at: Date.now(), state: 'sending', after: lines.at(-1)?.position ?? -1 }
  update(conversation, (rows) => [...rows, row])
  void deliver(conversation, row)
}

export function sendAgain(conversation: string, row: Outgoing): void {
  if (row.state !== 'failed') return
  void deliver(conversation, row)
}

export function discard(conversation: string, id: string): void {
  update(conversation, (rows) => rows.filter((one) => one.id !== id))
}

/** The live line may have brought a newer state than the answer that was on its way. */
export function keepNewer(conversation: string, detail: ConversationDetail): void {
  const { queryKey } = conversationQuery(conversation)
  const known = client.getQueryData(queryKey)
  if (!known || known.version < detail.version) client.setQueryData(queryKey, detail)
}

/** The replies that the transcript does not show yet; its own ids are the server's, so words and place decide. */
export function notYetShown(rows: readonly Outgoing[], detail: ConversationDetail): Outgoing[] {
  return rows.filter(
    (row) =>
      row.state === 'failed' ||
      !detail.messages.some(
        (line) =>
          line.from === 'staff' && line.kind === 'message' && line.position > row.after && line.text === row.text,
      ),
  )
}

/** The same id and key every time, so that a reply whose answer was lost is not said twice. */
async function deliver(conversation: string, row: Outgoing): Promise<void> {
  const set = (state: Outgoing['state'], problem?: string) =>
    update(conversation, (rows) =>
      rows.map((one) => (one.id === row.id ? { ...row, state, ...(problem === undefined ? {} : { problem }) } : one)),
    )
  set('sending')
  try {
    const answer = await call<{ conversation: ConversationDetail }>(
      `/conversations/${encodeURIComponent(conversation)}/messages`,
      {
        method: 'POST',
        body: { text: row.text, id: row.id },
        key: row.id,
      },
    )
    keepNewer(conversation, answer.conversation)
    discard(conversation, row.id)
  } catch (error) {
    const taken = error instanceof ApiError && error.code === 'owned-by-another'
    set('failed', taken ? `${error.holder?.name ?? 'A colleague'} has this conversation.` : plain(error))
  }
  void client.invalidateQueries({ queryKey: conversationQuery(conversation).queryKey })
  void client.invalidateQueries({ queryKey: ['queue'] })
  void client.invalidateQueries({ queryKey: ['conversations'] })
}
