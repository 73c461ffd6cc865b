// Finds what no wake-up reported: due turns, due timers, rows that are ready to leave. The store is the truth, so it
// goes to work itself: a wake-up that nobody carries (Redis is away) must not be answered by another one.
import type { DueTimer } from '../ports/store.ts'
import type { Needs } from './needs.ts'

/** How often the sweep looks; ms. */
export const SWEEP_EVERY = 1000

const BATCH = 500
/** Conversations that the sweep works on at the same time; the others are found by its next pass. */
const LANES = 64

export interface Work {
  look(conversationId: string): Promise<unknown>
  timer(timer: DueTimer): Promise<void>
}

export interface Sweep {
  /** One pass. Resolves when it has begun everything it found and has room for. */
  pass(): Promise<void>
  /** Ends the passes and waits for what they began. */
  stop(): Promise<void>
}

/** One conversation's failure stops no other, and is met again by the next pass. */
export function startSweeping(needs: Needs, work: Work): Sweep {
  const busy = new Map<string, Promise<void>>()
  let stopped = false
  let cancel = () => {}
  let running = Promise.resolve()

  const begin = (key: string, conversationId: string, task: () => Promise<unknown>): void => {
    if (busy.has(key) || busy.size >= LANES) return
    const done = task()
      .catch((error) =>
        needs.logger.error('looking at a conversation failed', { conversationId, error: String(error) }),
      )
      .then(() => void busy.delete(key))
    busy.set(key, done)
  }
  const pass = async (): Promise<void> => {
    const now = needs.clock.now()
    const { agenda } = needs.store
    const [turns, ready, timers] = await Promise.all([
      agenda.turns(now, BATCH),
      agenda.ready(BATCH),
      agenda.due(now, BATCH),
    ])
    if (stopped) return
    for (const id of new Set([...turns, ...ready])) begin(id, id, () => work.look(id))
    for (const timer of timers)
      begin(`${timer.conversationId}#${timer.name}`, timer.conversationId, () => work.timer(timer))
  }
  const passAndWait = async (): Promise<void> => {
    await pass().catch((error) =>
      needs.logger.error('the sweep failed and will be tried again', { error: String(error) }),
    )
    if (!stopped) cancel = needs.clock.at(needs.clock.now() + SWEEP_EVERY, next)
  }
  const next = (): void => {
    running = passAndWait()
  }
  next()
  return {
    pass,
    async stop() {
      stopped = true
      cancel()
      await running
      await Promise.all(busy.values())
    },
  }
}
