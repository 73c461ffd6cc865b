// A member of staff writes to the customer; writing is taking over.
import type { StaffPlace } from '../../core/conversation/event.ts'
import { BadInput } from '../../core/errors.ts'
import { cleanText, MAX_TEXT, type StaffRef } from '../../core/message.ts'
import { commit, type States } from '../commit.ts'
import type { Needs } from '../needs.ts'
import { found } from './find.ts'

/** The same `messageId` again changes nothing. Throws `Refused('owned-by-another')`, `BadInput` for empty text. */
export async function reply(
  needs: Needs,
  states: States,
  id: string,
  staff: StaffRef,
  text: string,
  options: { messageId?: string; place?: StaffPlace } = {},
): Promise<{ messageId: string }> {
  const { channel, chat } = await found(states, id)
  const words = spoken(text)
  const messageId = options.messageId ?? needs.ids.next()
  await commit(
    needs,
    states,
    id,
    () => ({
      type: 'reply',
      now: needs.clock.now(),
      origin: { caseId: needs.ids.next(), channel, chat },
      staff,
      place: options.place ?? 'console',
      said: { messageId, text: words },
      force: false,
    }),
    { channel, inbox: { channel: 'staff', id: `${id}:${messageId}` } },
  )
  return { messageId }
}

/** Staff's words, cleaned; never cut, since they would not know. */
export function spoken(text: string): string {
  const words = cleanText(text, Number.MAX_SAFE_INTEGER)
  if (words === '') throw new BadInput('There is nothing to send.', [{ field: 'text', reason: 'is empty' }])
  if (words.length > MAX_TEXT) {
    throw new BadInput(`A message may have ${MAX_TEXT} characters; this one has ${words.length}.`, [
      { field: 'text', reason: `is longer than ${MAX_TEXT} characters` },
    ])
  }
  return words
}
