// Staff returns the conversation to the bot. If the customer spoke last, that is the bot's next turn.
import { openCase } from '../../core/conversation/state.ts'
import type { Summary } from '../../core/conversation/summary.ts'
import type { StaffRef } from '../../core/message.ts'
import { say } from '../../core/messages.ts'
import { commit, type States } from '../commit.ts'
import type { Needs } from '../needs.ts'
import { after, found } from './find.ts'

/** Throws `Refused`: not yours, owned by another, nothing open. */
export async function handBack(
  needs: Needs,
  states: States,
  id: string,
  staff: StaffRef,
  options: { quiet?: boolean } = {},
): Promise<Summary> {
  const summary = await found(states, id)
  const messageId = needs.ids.next()
  const committed = await commit(
    needs,
    states,
    id,
    ({ state }) => {
      const { policy, messages } = needs.prompts()
      const language = openCase(state)?.language || policy.shop.defaultLanguage
      const text = say(messages, language, policy.shop.defaultLanguage, 'handBack', {
        name: staff.name,
        shop: policy.shop.name,
      })
      return {
        type: 'hand-back',
        now: needs.clock.now(),
        staff,
        ...(options.quiet ? {} : { sentence: { messageId, text } }),
      }
    },
    { channel: summary.channel },
  )
  return after(committed, summary)
}
