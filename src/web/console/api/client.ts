// The cache of everything read from the server.
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './http.ts'
import { meQuery } from './queries.ts'

/** Nothing is asked again when the server has said no; a line that broke is tried three times. */
export const client = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      // Signed out elsewhere, or too long ago: the shell sees that nobody is signed in and asks for it.
      if (error instanceof ApiError && error.status === 401) client.setQueryData(meQuery.queryKey, null)
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 3 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      retryDelay: (count) => Math.min(500 * 2 ** count, 4000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
