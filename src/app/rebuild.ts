// Makes every projection anew from the log.
import { evolve } from '../core/conversation/evolve.ts'
import { INITIAL, type State } from '../core/conversation/state.ts'
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
      const channel = events.find((event) => event.type === 'case-opened')?.channel
      const stored = needs.channels.find((one) => one.name === channel)?.capabilities.stored ?? false
      const quiet = stored ? needs.limits.quiet.stored : needs.limits.quiet.sent
      // One event at a time, as they were appended: a row's last change of owner depends on each step.
      let summary: ReturnType<typeof summarise> | undefined
      let state: State = INITIAL
      for (const event of events) {
        state = evolve(state, event)
        summary = summarise(id, summary, state, [event], quiet)
      }
      if (summary) {
        await needs.store.lists.replace(summary)
        count++
      }
    }
    after = ids.at(-1)
    if (ids.length === 0) return count
  }
}
