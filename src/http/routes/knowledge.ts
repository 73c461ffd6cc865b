// What the bot has read, and what is wrong with the merchant's files.
import { files } from '../answers.ts'
import { route } from '../route.ts'
import { nothing } from '../schemas.ts'

export const knowledge = route({
  method: 'get',
  path: '/knowledge',
  allowed: 'viewer',
  summary: "What is read, and what is wrong with the merchant's files",
  params: nothing,
  query: nothing,
  body: undefined,
  answer: { status: 200, shape: files },
  problems: [401],
  handle: async (_call, { app }) => ({ status: 200, body: app.files() }),
})
