// Which conversations the bot is thinking about: one turn each at a time, aborted when somebody else speaks.

import { openCase, type State } from '../core/conversation/state.ts'
import type { Change } from '../ports/feed.ts'
import { answerTurn, MOST_RESTARTS } from './answer-turn.ts'
import { type States, wake } from './commit.ts'
import type { Needs } from './needs.ts'

export interface Turns {
  /** Runs the turn that is due, unless one runs already. */
  run(conversationId: string, signal: AbortSignal): Promise<void>
  /** Aborts what runs; their turns are found again by the next start's sweep. */
  stop(): void
}

interface Running {
  abort: AbortController
  /** What the turn thinks about; absent while it is still being read. */
  read?: State
}

export function createTurns(needs: Needs, states: States): Turns {
  const running = new Map<string, Running>()
  /** How often the turn that is pending was overtaken by a newer message; forgotten when it concludes. */
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
    if (!turn.read) return
    const newer = pendingIn(state) > pendingIn(turn.read)
    const mayRestart = (restarts.get(change.conversationId) ?? 0) < MOST_RESTARTS
    if (state.owner !== 'bot' || state.epoch !== turn.read.epoch || (newer && mayRestart)) turn.abort.abort()
  }

  /**
   * What came while the turn ran had its wake-up refused: ask for another. Only a newer message makes the turn start
   * again; after a change of owner it is another turn.
   */
  const goOn = async (conversationId: string, overtakenIn: number | undefined): Promise<void> => {
    const { state, summary } = await states.load(conversationId)
    if (state.owner === 'bot' && state.epoch === overtakenIn)
      restarts.set(conversationId, (restarts.get(conversationId) ?? 0) + 1)
    else restarts.delete(conversationId)
    const due = summary?.turnDue ?? null
    if (due !== null) wake(needs, conversationId, { at: due, name: 'turn', priority: 2 })
  }

  return {
    async run(conversationId, signal) {
      if (running.has(conversationId)) return
      const turn: Running = { abort: new AbortController() }
      running.set(conversationId, turn)
      let overtakenIn: number | undefined
      try {
        const { state, summary } = await states.load(conversationId)
        const due = summary?.turnDue ?? Number.POSITIVE_INFINITY
        if (!summary || state.owner !== 'bot' || due > needs.clock.now()) return
        turn.read = state
        const tried = restarts.get(conversationId) ?? 0
        const either = AbortSignal.any([signal, turn.abort.signal])
        const concluded = await answerTurn(needs, states, { state, summary }, either, tried)
        if (!concluded) overtakenIn = state.epoch
      } finally {
        running.delete(conversationId)
      }
      await goOn(conversationId, overtakenIn)
    },
    stop() {
      unwatch()
      for (const turn of running.values()) turn.abort.abort()
    },
  }
}

function pendingIn(state: State): number {
  return openCase(state)?.pending.length ?? 0
}
