// The most urgent handoff goes to whoever asks for it; of two who ask at once each gets another one.
import type { Summary } from '../../core/conversation/summary.ts'
import { Refused } from '../../core/errors.ts'
import type { StaffRef } from '../../core/message.ts'
import type { States } from '../commit.ts'
import type { Needs } from '../needs.ts'
import { takeOver } from './take-over.ts'

export async function takeNext(needs: Needs, states: States, staff: StaffRef): Promise<Summary> {
  for (const waiting of await needs.store.lists.queue(50)) {
    const { state } = await states.load(waiting.conversationId)
    if (state.owner !== 'queue') continue
    try {
      return await takeOver(needs, states, waiting.conversationId, staff)
    } catch (error) {
      // A colleague was faster: the next one, then.
      if (!(error instanceof Refused && error.code === 'owned-by-another')) throw error
    }
  }
  throw new Refused('empty-queue', 'Nobody is waiting.')
}
