// One-time links: what a link is for, and the account that comes of it.
import { z } from 'zod'
import { link, signedIn } from '../answers.ts'
import { cookieFor } from '../authenticate.ts'
import { HttpProblem } from '../problem.ts'
import { route } from '../route.ts'
import { nothing, tokenParams } from '../schemas.ts'

const spent = () =>
  new HttpProblem(410, 'link-spent', 'This link was used before, or its time is over. Please ask for a new one.')

export const lookAt = route({
  method: 'get',
  path: '/links/{token}',
  allowed: 'anyone',
  summary: 'What a one-time link is for; 410 when it is spent',
  params: tokenParams,
  query: nothing,
  body: undefined,
  answer: { status: 200, shape: link },
  problems: [404, 410],
  handle: async ({ params }, { app }) => {
    const found = await app.accounts.link(params.token)
    if (!found) throw spent()
    return { status: 200, body: found }
  },
})

export const redeem = route({
  method: 'post',
  path: '/links/{token}',
  allowed: 'anyone',
  summary: 'Spend a one-time link: set name and password, and be signed in',
  params: tokenParams,
  query: nothing,
  // Names and passwords are judged by the accounts themselves; here only their type and size.
  body: z.strictObject({ name: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
  answer: { status: 201, shape: signedIn },
  problems: [400, 403, 404, 409, 410, 429],
  handle: async ({ params, body, address }, { app, attempts, config }) => {
    attempts.book([{ key: `link ${address}`, most: 30 }])
    const opened = await app.accounts.redeem(params.token, body.name, body.password)
    if (!opened) throw spent()
    return { status: 201, body: opened.staff, headers: { 'set-cookie': cookieFor(opened.token, config) } }
  },
})
