// Staff ends the case and names its root cause. Nothing is said to the customer.
import type { Summary } from '../../core/conversation/summary.ts'
import { BadInput } from '../../core/errors.ts'
import { cleanText, type StaffRef } from '../../core/message.ts'
import { commit, type States } from '../commit.ts'
import type { Needs } from '../needs.ts'
import { after, found } from './find.ts'

/** What may always be said, whatever list of causes the merchant keeps. */
const UNSTATED = 'unstated'

/** `rootCause` is `unstated` unless given; throws `BadInput` for one that policy does not know, `Refused` otherwise. */
export async function close(
  needs: Needs,
  states: States,
  id: string,
  staff: StaffRef,
  options: { rootCause?: string; note?: string } = {},
): Promise<Summary> {
  const summary = await found(states, id)
  const rootCause = options.rootCause ?? UNSTATED
  const { rootCauses } = needs.prompts().policy
  if (rootCause !== UNSTATED && !rootCauses.includes(rootCause)) {
    throw new BadInput(`There is no root cause “${rootCause}”. Known are: ${rootCauses.join(', ')}.`, [
      { field: 'rootCause', reason: 'is not in policy.yaml' },
    ])
  }
  const note = options.note ? cleanText(options.note) : ''
  const committed = await commit(
    needs,
    states,
    id,
    () => ({ type: 'close', now: needs.clock.now(), staff, rootCause, ...(note ? { note } : {}) }),
    { channel: summary.channel },
  )
  return after(committed, summary)
}
