// Makes every projection anew from the log.
import { fold } from '../core/conversation/evolve.ts'
import { fromStored } from '../core/conversation/stored-event.ts'
import { summarise } from '../core/conversation/summarise.ts'
import type { Channel } from '../ports/channel.ts'
import type { Store } from '../ports/store.ts'
import type { Limits } from './needs.ts'

/** Resolves to the number of conversations whose row was written anew. */
export async function rebuild(needs: { store: Store; channels: readonly Channel[]; limits: Limits }): Promise<number> {
  let count = 0
  for (let after: string | undefined; ; ) {
    const ids = await needs.store.lists.ids(after, 500)
    for (const id of ids) {
      const events = (await needs.store.log.read(id)).map(fromStored)
      const state = fold(events)
      const channel = events.find((event) => event.type === 'case-opened')?.channel
      const stored = needs.channels.find((one) => one.name === channel)?.capabilities.stored ?? false
      const quiet = stored ? needs.limits.quiet.stored : needs.limits.quiet.sent
      // One event at a time, as they were appended: a row's last change of owner depends on each step.
      let summary: ReturnType<typeof summarise> | undefined
      let soFar = fold([])
      for (const event of events) {
        soFar = fold([event], soFar)
        summary = summarise(id, summary, soFar, [event], quiet)
      }
      if (summary && state.version === summary.version) {
        await needs.store.lists.replace(summary)
        count++
      }
    }
    after = ids.at(-1)
    if (ids.length === 0) return count
  }
}
