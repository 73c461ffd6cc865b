// A note for colleagues; the customer never sees it.
import type { StaffRef } from '../../core/message.ts'
import { commit, type States } from '../commit.ts'
import type { Needs } from '../needs.ts'
import { found } from './find.ts'
import { spoken } from './reply.ts'

export async function note(
  needs: Needs,
  states: States,
  id: string,
  staff: StaffRef,
  text: string,
): Promise<{ noteId: string }> {
  const { channel } = await found(states, id)
  const noteId = needs.ids.next()
  const words = spoken(text)
  await commit(needs, states, id, () => ({ type: 'note', now: needs.clock.now(), staff, noteId, text: words }), {
    channel,
  })
  return { noteId }
}
