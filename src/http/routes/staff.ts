// Who works here, and inviting more.
import { z } from 'zod'
import { invited, items, staffRow } from '../answers.ts'
import { route } from '../route.ts'
import { nothing, role } from '../schemas.ts'

export const staff = route({
  method: 'get',
  path: '/staff',
  allowed: 'viewer',
  summary: 'Everybody who has an account',
  params: nothing,
  query: nothing,
  body: undefined,
  answer: { status: 200, shape: items(staffRow) },
  problems: [401],
  handle: async (_call, { app }) => ({ status: 200, body: { items: await app.accounts.list() } }),
})

export const invite = route({
  method: 'post',
  path: '/staff',
  allowed: 'owner',
  summary: 'Make an invite link for one new member of staff',
  params: nothing,
  query: nothing,
  body: z.strictObject({ role: role.default('staff') }),
  answer: { status: 201, shape: invited },
  problems: [400, 401, 403, 422],
  handle: async ({ body }, { app }) => ({ status: 201, body: await app.accounts.invite(body.role) }),
})
