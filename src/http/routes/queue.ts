// The handoffs that wait, and taking the most urgent one.
import { conversationDetail, conversationRow, items } from '../answers.ts'
import { rowOf } from '../from-core.ts'
import { route } from '../route.ts'
import { nothing } from '../schemas.ts'
import { detailById } from './conversations.ts'

export const queue = route({
  method: 'get',
  path: '/queue',
  allowed: 'viewer',
  summary: 'Conversations that wait for a person, most urgent first',
  params: nothing,
  query: nothing,
  body: undefined,
  answer: { status: 200, shape: items(conversationRow) },
  problems: [401],
  handle: async (_call, { app }) => {
    const policy = app.policy()
    const waiting = await app.conversations.queue()
    return { status: 200, body: { items: waiting.map((summary) => rowOf(summary, policy)) } }
  },
})

export const next = route({
  method: 'post',
  path: '/queue/next',
  allowed: 'staff',
  summary: 'Take the most urgent handoff; 404 `empty-queue` when nobody waits',
  params: nothing,
  query: nothing,
  body: nothing,
  answer: { status: 200, shape: conversationDetail },
  problems: [400, 401, 403, 404, 422],
  handle: async ({ staff: { id, name } }, { app }) => {
    const taken = await app.conversations.takeNext({ id, name })
    return { status: 200, body: await detailById(app, taken.conversationId) }
  },
})
