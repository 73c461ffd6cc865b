// Reading conversations: the list, one with its transcript and brief, and its log.
import { z } from 'zod'
import { Refused } from '../../core/errors.ts'
import { conversationDetail, conversationRow, loggedEvent, page } from '../answers.ts'
import { type Conversation, detailOf, loggedOf, rowOf } from '../from-core.ts'
import { route, type Tools } from '../route.ts'
import { digits, idParams, nothing } from '../schemas.ts'

const listQuery = z.strictObject({
  owner: z.enum(['bot', 'queue', 'staff', 'nobody']).exactOptional(),
  staff: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,80}$/)
    .describe('Whose they are: `me`, or an id of staff.')
    .exactOptional(),
  channel: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .exactOptional(),
  cursor: z.string().min(1).max(300).exactOptional(),
  limit: digits(1, 100).default(50),
})

export const list = route({
  method: 'get',
  path: '/conversations',
  allowed: 'viewer',
  summary: 'Conversations, latest activity first',
  params: nothing,
  query: listQuery,
  body: undefined,
  answer: { status: 200, shape: page(conversationRow) },
  problems: [400, 401],
  handle: async ({ query: { staff, ...query }, staff: caller }, { app }) => {
    const staffId = staff === 'me' ? caller.id : staff
    const found = await app.conversations.list({ ...query, ...(staffId === undefined ? {} : { staffId }) })
    const policy = app.policy()
    return { status: 200, body: { ...found, items: found.items.map((summary) => rowOf(summary, policy)) } }
  },
})

export const detail = route({
  method: 'get',
  path: '/conversations/{id}',
  allowed: 'viewer',
  summary: 'One conversation: its owner, transcript, handoff and brief',
  params: idParams,
  query: nothing,
  body: undefined,
  answer: { status: 200, shape: conversationDetail },
  problems: [401, 404],
  handle: async ({ params }, { app }) => ({ status: 200, body: await detailById(app, params.id) }),
})

export const events = route({
  method: 'get',
  path: '/conversations/{id}/events',
  allowed: 'viewer',
  summary: "The conversation's log, with every decision's reasons, confidence parts and passages",
  params: idParams,
  query: z.strictObject({ after: digits(0, Number.MAX_SAFE_INTEGER).default(0), limit: digits(1, 500).default(200) }),
  body: undefined,
  answer: { status: 200, shape: page(loggedEvent) },
  problems: [400, 401, 404],
  handle: async ({ params, query }, { app }) => {
    const { events } = await conversation(app, params.id)
    const later = events.filter((event) => event.seq > query.after)
    const items = later.slice(0, query.limit).map(loggedOf)
    const last = items.at(-1)
    return { status: 200, body: { items, ...(last && later.length > items.length ? { next: String(last.seq) } : {}) } }
  },
})

/** Throws `Refused('not-found')`. */
export async function detailById(app: Tools['app'], id: string) {
  return detailOf(await conversation(app, id), app.policy())
}

async function conversation(app: Tools['app'], id: string): Promise<Conversation> {
  const found = await app.conversations.get(id)
  if (!found) throw new Refused('not-found', 'There is no conversation with this id.')
  return found
}
