// Which conversations the bot is thinking about: one turn each at a time, aborted when somebody else speaks.

import { openCase } from '../core/conversation/state.ts'
import type { Change } from '../ports/feed.ts'
import { answerTurn, MOST_RESTARTS } from './answer-turn.ts'
import type { States } from './commit.ts'
import type { Needs } from './needs.ts'

export interface Turns {
  /** Runs the turn that is due, unless one runs already. */
  run(conversationId: string, signal: AbortSignal): Promise<void>
  /** Aborts what runs; their turns are found again by the next start's sweep. */
  stop(): void
}

interface Running {
  abort: AbortController
  /** What the turn read. */
  epoch: number
  pending: number
}

export function createTurns(needs: Needs, states: States): Turns {
  const running = new Map<string, Running>()
  const restarts = new Map<string, number>()
  const unwatch = needs.feed.watch((change) => {
    // Only a saving: were this check to fail, the version still makes an overtaken verdict void.
    if (change.kind === 'conversation')
      overtaken(change).catch((error) => needs.logger.debug('not checked', { error: String(error) }))
  })

  /** A model call in flight ends when the owner changes or a newer message arrives. */
  const overtaken = async (change: Extract<Change, { kind: 'conversation' }>) => {
    const turn = running.get(change.conversationId)
    if (!turn) return
    const { state } = await states.load(change.conversationId)
    const newer = (openCase(state)?.pending.length ?? 0) > turn.pending
    const mayRestart = (restarts.get(change.conversationId) ?? 0) < MOST_RESTARTS
    if (state.owner !== 'bot' || state.epoch !== turn.epoch || (newer && mayRestart)) turn.abort.abort()
  }

  return {
    async run(conversationId, signal) {
      if (running.has(conversationId)) return
      const turn: Running = { abort: new AbortController(), epoch: -1, pending: 0 }
      running.set(conversationId, turn)
      try {
        const { state, summary } = await states.load(conversationId)
        const due = summary?.turnDue ?? Number.POSITIVE_INFINITY
        if (state.owner !== 'bot' || due > needs.clock.now()) return
        turn.epoch = state.epoch
        turn.pending = state.case.pending.length
        const tried = restarts.get(conversationId) ?? 0
        const done = await answerTurn(
          needs,
          states,
          conversationId,
          AbortSignal.any([signal, turn.abort.signal]),
          tried,
        )
        if (done) restarts.delete(conversationId)
        else restarts.set(conversationId, tried + 1)
      } finally {
        running.delete(conversationId)
      }
      await wakeForRest(conversationId)
    },
    stop() {
      unwatch()
      for (const turn of running.values()) turn.abort.abort()
    },
  }

  /** Messages that came while the turn ran had their wake-up refused: ask for another. */
  async function wakeForRest(conversationId: string): Promise<void> {
    const { summary } = await states.load(conversationId)
    const due = summary?.turnDue ?? null
    if (due !== null) await needs.wakeups.wake(conversationId, { at: due, name: 'turn', priority: 2 })
  }
}
