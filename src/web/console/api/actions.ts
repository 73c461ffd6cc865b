// What staff does with a conversation, as mutations that leave the cache right.
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { toast } from 'sonner'
import type { ConversationDetail } from '../../../http/shapes/conversation.ts'
import { newId } from '../../new-id.ts'
import { client } from './client.ts'
import { ApiError, call, plain } from './http.ts'
import { keepNewer } from './outgoing.ts'
import { conversationQuery } from './queries.ts'

/** Lists and queue are read again; the conversation is what the server just answered, when it answered with one. */
function settle(id: string, answer?: unknown): void {
  const detail = detailIn(answer)
  if (detail?.id === id) keepNewer(id, detail)
  void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
  void client.invalidateQueries({ queryKey: ['queue'] })
  void client.invalidateQueries({ queryKey: ['conversations'] })
}

function detailIn(answer: unknown): ConversationDetail | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  if ('conversation' in answer) return detailIn(answer.conversation)
  return 'messages' in answer ? (answer as ConversationDetail) : undefined
}

function failed(id: string) {
  return (error: unknown) => {
    settle(id)
    // Who has it is said where the conversation is shown, with the way on.
    if (error instanceof ApiError && error.code === 'owned-by-another') return
    toast.error(plain(error))
  }
}

function useVerb<Input extends object>(id: string, verb: string, done?: (answer: unknown, input: Input) => void) {
  return useMutation({
    mutationKey: [verb, id],
    mutationFn: (input: Input) =>
      call<unknown>(`/conversations/${encodeURIComponent(id)}/${verb}`, { method: 'POST', body: input, key: newId() }),
    onSuccess: (answer, input) => {
      settle(id, answer)
      done?.(answer, input)
    },
    onError: failed(id),
  })
}

export const useTakeOver = (id: string) => useVerb<{ force?: true }>(id, 'take-over')

export const useNote = (id: string) => useVerb<{ text: string }>(id, 'notes')

export const useHandBack = (id: string) =>
  useVerb<{ quiet?: boolean }>(id, 'hand-back', () => toast.success('The bot has the conversation again'))

export const useClose = (id: string) =>
  useVerb<{ rootCause?: string; note?: string }>(id, 'close', () => toast.success('The case is closed'))

/** Takes the most urgent waiting conversation and opens it. */
export function useTakeNext() {
  const navigate = useNavigate()
  return useMutation({
    mutationKey: ['take-next'],
    mutationFn: () => call<ConversationDetail>('/queue/next', { method: 'POST', key: newId() }),
    onSuccess: (detail) => {
      settle(detail.id, detail)
      void navigate({ to: '/queue/$id', params: { id: detail.id } })
    },
    onError: (error) => {
      void client.invalidateQueries({ queryKey: ['queue'] })
      if (error instanceof ApiError && error.code === 'empty-queue') toast('Nobody is waiting any more')
      else toast.error(plain(error))
    },
  })
}

let lastTyping = 0

/** Tells the customer and colleagues that staff is typing; at most every three seconds, and nothing depends on it. */
export function sayTyping(id: string): void {
  const now = Date.now()
  if (now - lastTyping < 3000) return
  lastTyping = now
  call(`/conversations/${encodeURIComponent(id)}/typing`, { method: 'POST' }).catch(() => undefined)
}
