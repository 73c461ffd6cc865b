// A member of staff takes a conversation: from this moment the bot is silent in it.
import type { StaffPlace } from '../../core/conversation/event.ts'
import type { Summary } from '../../core/conversation/summary.ts'
import type { StaffRef } from '../../core/message.ts'
import { commit, type States } from '../commit.ts'
import type { Needs } from '../needs.ts'
import { after, found } from './find.ts'

/** Throws `Refused('owned-by-another')` with the holder, unless forced. */
export async function takeOver(
  needs: Needs,
  states: States,
  id: string,
  staff: StaffRef,
  options: { force?: boolean; place?: StaffPlace } = {},
): Promise<Summary> {
  const summary = await found(states, id)
  const { channel, chat } = summary
  const committed = await commit(
    needs,
    states,
    id,
    () => ({
      type: 'take-over',
      now: needs.clock.now(),
      origin: { caseId: needs.ids.next(), channel, chat },
      staff,
      place: options.place ?? 'console',
      force: options.force ?? false,
    }),
    { channel },
  )
  return after(committed, summary)
}
