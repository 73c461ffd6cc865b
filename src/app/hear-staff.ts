// Somebody answered from the platform's own app: that is a takeover, and their words are with the customer already.
import { cleanText, type StaffRef } from '../core/message.ts'
import type { ChannelEvent } from '../ports/channel.ts'
import { commit, type States } from './commit.ts'
import type { Needs } from './needs.ts'

export async function hearStaff(
  needs: Needs,
  states: States,
  channel: string,
  event: Extract<ChannelEvent, { type: 'message' }>,
): Promise<void> {
  const id = needs.conversationId(channel, event.chat)
  const staff: StaffRef = { id: 'phone', name: needs.prompts().policy.shop.name }
  const origin = { caseId: needs.ids.next(), channel, chat: event.chat }
  const said = { messageId: event.messageId, text: cleanText(event.text ?? '') }
  // Whoever held it in the console is overruled by what the customer has already read.
  await commit(
    needs,
    states,
    id,
    () => ({ type: 'reply', now: needs.clock.now(), origin, staff, place: 'phone', said, force: true }),
    { channel, inbox: { channel, id: event.id } },
  )
}
