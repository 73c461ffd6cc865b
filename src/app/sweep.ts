// Finds what no wake-up reported: due turns, due timers, rows that are ready to leave. The store is the truth.
import type { DueTimer } from '../ports/store.ts'
import type { Needs } from './needs.ts'

/** How often the sweep looks when nothing tells it sooner; ms. */
export const SWEEP_EVERY = 1000

const BATCH = 500

export interface Work {
  look(conversationId: string): Promise<unknown>
  timer(timer: DueTimer): Promise<void>
}

/** One pass. Failures are logged and met again by the next pass; one conversation's failure stops no other. */
export async function sweep(needs: Needs, work: Work): Promise<void> {
  const now = needs.clock.now()
  const { agenda } = needs.store
  const [turns, ready, timers] = await Promise.all([
    agenda.turns(now, BATCH),
    agenda.ready(BATCH),
    agenda.due(now, BATCH),
  ])
  const failed = (conversationId: string) => (error: unknown) =>
    needs.logger.error('looking at a conversation failed', { conversationId, error: String(error) })
  await Promise.all([
    ...[...new Set([...turns, ...ready])].map((id) => work.look(id).catch(failed(id))),
    ...timers.map((timer) => work.timer(timer).catch(failed(timer.conversationId))),
  ])
}

/** Sweeps until stopped; passes never overlap. */
export function startSweeping(needs: Needs, work: Work): () => Promise<void> {
  let stopped = false
  let cancel = () => {}
  let running = Promise.resolve()
  const begin = () => {
    running = pass()
  }
  const again = () => {
    if (!stopped) cancel = needs.clock.at(needs.clock.now() + SWEEP_EVERY, begin)
  }
  const pass = async () => {
    try {
      await sweep(needs, work)
    } catch (error) {
      needs.logger.error('the sweep failed and will be tried again', { error: String(error) })
    }
    again()
  }
  begin()
  return async () => {
    stopped = true
    cancel()
    await running
  }
}
