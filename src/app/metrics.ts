// The metrics over the conversations since a time.

import type { Event } from '../core/conversation/event.ts'
import { fromStored } from '../core/conversation/stored-event.ts'
import { metrics } from '../core/metrics/index.ts'
import type { Metric } from './app.ts'
import type { Needs } from './needs.ts'

/** `since` is epoch ms. Reads the logs of conversations that were active since then. */
export async function readMetrics(needs: Pick<Needs, 'store'>, since: number): Promise<Metric[]> {
  const logs: Event[][] = []
  for (let cursor: string | undefined; ; ) {
    const page = await needs.store.lists.conversations({ limit: 100, ...(cursor ? { cursor } : {}) })
    const active = page.items.filter((row) => row.lastAt >= since)
    for (const row of active) {
      const events = await needs.store.log.read(row.conversationId)
      logs.push(events.filter((event) => event.at >= since).map(fromStored))
    }
    if (!page.next || active.length < page.items.length) break
    cursor = page.next
  }
  return metrics.map(({ of, ...metric }) => ({ ...metric, value: of(logs) }))
}
