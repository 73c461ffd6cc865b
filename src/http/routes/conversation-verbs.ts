// What staff does with a conversation. Each answers when it is durable.
import { z } from 'zod'
import type { Signed } from '../../app/app.ts'
import { Refused } from '../../core/errors.ts'
import { conversationDetail } from '../answers.ts'
import { fingerprintOf } from '../idempotency.ts'
import { route } from '../route.ts'
import { idParams, line, messageId, nothing, words } from '../schemas.ts'
import { detailById } from './conversations.ts'

const common = { method: 'post', allowed: 'staff', params: idParams, query: nothing } as const
const changed = { status: 200, shape: conversationDetail }

export const takeOver = route({
  ...common,
  path: '/conversations/{id}/take-over',
  summary: 'Take the conversation. 409 names who has it; owners may force.',
  body: z.strictObject({ force: z.boolean().exactOptional() }),
  answer: changed,
  problems: [400, 401, 403, 404, 409],
  handle: async ({ params, body, staff }, { app }) => {
    if (body.force && staff.role !== 'owner') {
      throw new Refused('not-allowed', 'Only owners may take a conversation from a colleague.')
    }
    await app.conversations.takeOver(params.id, refOf(staff), { ...body, place: 'console' })
    return { status: 200, body: await detailById(app, params.id) }
  },
})

export const reply = route({
  ...common,
  path: '/conversations/{id}/messages',
  summary:
    'Write to the customer; takes the conversation from bot, queue or nobody. The same `id` again changes nothing.',
  body: z.strictObject({ text: words, id: messageId.exactOptional() }),
  answer: { status: 201, shape: z.object({ messageId: z.string(), conversation: conversationDetail }) },
  problems: [400, 401, 403, 404, 409, 422],
  handle: async ({ params, body, staff, repeatId }, { app }) => {
    // Named after the caller's own name for it, a message stays one message even when we fell over before answering.
    const own = body.id ?? repeatId
    const options = {
      place: 'console' as const,
      ...(own === undefined ? {} : { messageId: fingerprintOf([params.id, staff.id, own]).slice(0, 32) }),
    }
    const said = await app.conversations.reply(params.id, refOf(staff), body.text, options)
    return { status: 201, body: { ...said, conversation: await detailById(app, params.id) } }
  },
})

export const note = route({
  ...common,
  path: '/conversations/{id}/notes',
  summary: 'Write a note that only staff reads',
  body: z.strictObject({ text: words }),
  answer: { status: 201, shape: z.object({ noteId: z.string(), conversation: conversationDetail }) },
  problems: [400, 401, 403, 404, 422],
  handle: async ({ params, body, staff }, { app }) => {
    const noted = await app.conversations.note(params.id, refOf(staff), body.text)
    return { status: 201, body: { ...noted, conversation: await detailById(app, params.id) } }
  },
})

export const handBack = route({
  ...common,
  path: '/conversations/{id}/hand-back',
  summary: 'Return the conversation to the bot; says the hand-back sentence unless `quiet`',
  body: z.strictObject({ quiet: z.boolean().exactOptional() }),
  answer: changed,
  problems: [400, 401, 403, 404, 409, 422],
  handle: async ({ params, body, staff }, { app }) => {
    await app.conversations.handBack(params.id, refOf(staff), body)
    return { status: 200, body: await detailById(app, params.id) }
  },
})

export const close = route({
  ...common,
  path: '/conversations/{id}/close',
  summary: 'End the case; says nothing to the customer',
  body: z.strictObject({ rootCause: line(80).exactOptional(), note: words.exactOptional() }),
  answer: changed,
  problems: [400, 401, 403, 404, 409, 422],
  handle: async ({ params, body, staff }, { app }) => {
    await app.conversations.close(params.id, refOf(staff), body)
    return { status: 200, body: await detailById(app, params.id) }
  },
})

export const typing = route({
  ...common,
  path: '/conversations/{id}/typing',
  summary: 'Show the customer that you are typing',
  body: nothing,
  answer: { status: 204 },
  problems: [400, 401, 403, 404],
  handle: async ({ params, staff }, { app }) => {
    app.conversations.typing(params.id, refOf(staff))
    return { status: 204 }
  },
})

function refOf({ id, name }: Signed) {
  return { id, name }
}
