// A timer came due: tell the conversation, then take the row away. Running one twice is harmless.
import type { DueTimer } from '../ports/store.ts'
import type { TimerName } from '../core/conversation/timer.ts'
import { writeBrief } from '../core/conversation/write-brief.ts'
import { completeBrief } from './complete-brief.ts'
import { commit, type States } from './commit.ts'
import type { Needs } from './needs.ts'

const MINUTE = 60_000

/** For a wake-up that carried a timer's name: only if the row says that it is due. */
export async function runNamedTimer(needs: Needs, states: States, conversationId: string, name: TimerName): Promise<void> {
  const timer = await needs.store.agenda.timer(conversationId, name)
  if (timer && timer.at <= needs.clock.now()) await runTimer(needs, states, timer)
}

export async function runTimer(needs: Needs, states: States, timer: DueTimer): Promise<void> {
  if (timer.name === 'brief') await completeBrief(needs, states, timer.conversationId)
  else await tick(needs, states, timer)
  await needs.store.agenda.settle(timer)
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
