// What the console reads, and under which key it is kept.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { FilesStatus, Me, MetricRow, Readiness, ShopInfo, StaffRow } from '../../../http/shapes/console.ts'
import type { ConversationDetail, ConversationRow, Page } from '../../../http/shapes/conversation.ts'
import { ApiError, call } from './http.ts'

/** Which conversations a list shows. */
export type Show = 'all' | 'bot' | 'waiting' | 'mine'

const FILTERS: Record<Show, string> = {
  all: '',
  bot: 'owner=bot',
  waiting: 'owner=queue',
  mine: 'owner=staff&staff=me',
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await call<Me>('/me', { signal })
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null
      throw error
    }
  },
})

export const shopQuery = queryOptions({
  queryKey: ['shop'],
  staleTime: 60_000,
  queryFn: ({ signal }) => call<ShopInfo>('/shop', { signal }),
})

export const knowledgeQuery = queryOptions({
  queryKey: ['knowledge'],
  staleTime: 60_000,
  queryFn: ({ signal }) => call<FilesStatus>('/knowledge', { signal }),
})

export const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: async ({ signal }) => (await call<{ items: readonly ConversationRow[] }>('/queue', { signal })).items,
})

export const conversationsQuery = (show: Show) =>
  infiniteQueryOptions({
    queryKey: ['conversations', show],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`
      return call<Page<ConversationRow>>(`/conversations?limit=50&${FILTERS[show]}${cursor}`, { signal })
    },
    getNextPageParam: (last) => last.next,
  })

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) => call<ConversationDetail>(`/conversations/${encodeURIComponent(id)}`, { signal }),
  })

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) => (await call<{ items: readonly StaffRow[] }>('/staff', { signal })).items,
})

export const metricsQuery = queryOptions({
  queryKey: ['metrics'],
  queryFn: async ({ signal }) => (await call<{ items: readonly MetricRow[] }>('/metrics', { signal })).items,
})

/** The parts of the server; it lies outside the API and needs nobody to be signed in. */
export const readinessQuery = queryOptions({
  queryKey: ['readiness'],
  queryFn: async ({ signal }): Promise<Readiness> => (await fetch('/readyz', { signal })).json() as Promise<Readiness>,
})
