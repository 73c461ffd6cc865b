// A timer came due: tell the conversation, then take the row away. Running one twice is harmless.

import { briefOn } from '../core/conversation/plan-handoff.ts'
import { openCase } from '../core/conversation/state.ts'
import type { TimerName } from '../core/conversation/timer.ts'
import type { DueTimer } from '../ports/store.ts'
import { topicTest } from './at-once.ts'
import { commit, type States } from './commit.ts'
import { completeBrief } from './complete-brief.ts'
import type { Needs } from './needs.ts'

export interface Timers {
  /** For a wake-up that carried a timer's name: runs it only if the row says that it is due. */
  named(conversationId: string, name: TimerName): Promise<void>
  run(timer: DueTimer): Promise<void>
}

/** `stopping` ends what a timer waits for outside, so that nobody waits for a brief to stop. */
export function createTimers(needs: Needs, states: States, stopping: AbortSignal): Timers {
  const busy = new Set<string>()
  const run = async (timer: DueTimer) => {
    if (timer.name === 'brief') await completeBrief(needs, states, timer.conversationId, busy, stopping)
    else await tick(needs, states, timer)
    await needs.store.agenda.settle(timer)
  }
  return {
    run,
    async named(conversationId, name) {
      const timer = await needs.store.agenda.timer(conversationId, name)
      if (timer && timer.at <= needs.clock.now()) await run(timer)
    },
  }
}

async function tick(needs: Needs, states: States, { conversationId, name, at: due }: DueTimer): Promise<void> {
  const { policy, messages } = needs.prompts()
  const { summary } = await states.load(conversationId)
  if (!summary) return
  const language = summary.language ?? policy.shop.defaultLanguage
  const signals = { burst: 1, capitals: 0, rephrasings: 0 }
  const noTopic = topicTest(policy)
  await commit(
    needs,
    states,
    conversationId,
    ({ state }) => ({
      type: 'timer',
      now: needs.clock.now(),
      name,
      due,
      handoffId: needs.ids.next(),
      team: policy.defaultTeam,
      brief: briefOn(
        { case: openCase(state), question: '', noTopic, policy, messages },
        { reasons: [], nearest: [], signals, language },
      ),
    }),
    { channel: summary.channel },
  )
}
