// How many requests came, of which kind, and how long they took: plain numbers until somebody asks for metrics.
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Traffic {
  count(req: IncomingMessage, res: ServerResponse): void
  /** Requests by kind of path and status class, with the seconds that they took. */
  read(): { group: string; status: string; requests: number; seconds: number }[]
}

export function createTraffic(): Traffic {
  const cells = new Map<string, { group: string; status: string; requests: number; seconds: number }>()
  return {
    count: (req, res) => {
      const began = performance.now()
      res.once('close', () => {
        const group = groupOf(req.url ?? '/')
        const status = res.headersSent ? `${Math.floor(res.statusCode / 100)}xx` : 'none'
        const key = `${group} ${status}`
        const cell = cells.get(key) ?? { group, status, requests: 0, seconds: 0 }
        cell.requests += 1
        cell.seconds += (performance.now() - began) / 1000
        cells.set(key, cell)
      })
    },
    read: () => [...cells.values()],
  }
}

// A handful of groups, never a caller's own words: label values must stay few.
function groupOf(url: string): string {
  if (url.startsWith('/webchat/events') || url.startsWith('/api/v1/events')) return 'stream'
  if (url.startsWith('/webchat/')) return 'webchat'
  if (url.startsWith('/api/')) return 'api'
  if (url.startsWith('/healthz') || url.startsWith('/readyz') || url.startsWith('/metrics')) return 'health'
  return 'page'
}
