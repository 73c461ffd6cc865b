// A timer came due: tell the conversation, then take the row away. Running one twice is harmless.

import type { TimerName } from '../core/conversation/timer.ts'
import { writeBrief } from '../core/conversation/write-brief.ts'
import type { DueTimer } from '../ports/store.ts'
import { commit, type States } from './commit.ts'
import { completeBrief } from './complete-brief.ts'
import type { Needs } from './needs.ts'

const MINUTE = 60_000

export interface Timers {
  /** For a wake-up that carried a timer's name: runs it only if the row says that it is due. */
  named(conversationId: string, name: TimerName): Promise<void>
  run(timer: DueTimer): Promise<void>
}

export function createTimers(needs: Needs, states: States): Timers {
  const busy = new Set<string>()
  const run = async (timer: DueTimer) => {
    if (timer.name === 'brief') await completeBrief(needs, states, timer.conversationId, busy)
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

async function tick(needs: Needs, states: States, { conversationId, name }: DueTimer): Promise<void> {
  const { policy } = needs.prompts()
  const { summary } = await states.load(conversationId)
  if (!summary) return
  await commit(
    needs,
    states,
    conversationId,
    ({ state }) => ({
      type: 'timer',
      now: needs.clock.now(),
      name,
      claimAfter: policy.handoff.claimMinutes * MINUTE,
      returnAfter: policy.handoff.returnMinutes * MINUTE,
      quietAfter: policy.caseQuietHours * 60 * MINUTE,
      handoffId: needs.ids.next(),
      team: policy.defaultTeam,
      brief: writeBrief({
        exchanges: state.owner === 'nobody' ? [] : state.case.exchanges,
        isRequest: () => false,
        missed: [],
        reasons: [],
        nearest: [],
        signals: { burst: 1, capitals: 0, rephrasings: 0 },
        language: summary.language ?? policy.shop.defaultLanguage,
        opening: () => '',
      }),
    }),
    { channel: summary.channel },
  )
}
