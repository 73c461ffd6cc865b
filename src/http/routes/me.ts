// Signing in and out, and who one is.
import { z } from 'zod'
import { me as meShape, signedIn } from '../answers.ts'
import { cookieEnd, cookieFor } from '../authenticate.ts'
import { HttpProblem } from '../problem.ts'
import { route } from '../route.ts'
import { nothing } from '../schemas.ts'

export const me = route({
  method: 'get',
  path: '/me',
  allowed: 'viewer',
  summary: 'Who is signed in',
  params: nothing,
  query: nothing,
  body: undefined,
  answer: { status: 200, shape: meShape },
  problems: [401],
  handle: async ({ staff }) => ({ status: 200, body: staff }),
})

export const signIn = route({
  method: 'post',
  path: '/sign-in',
  allowed: 'anyone',
  summary: 'Sign in with name and password; sets the cookie',
  params: nothing,
  query: nothing,
  body: z.strictObject({ name: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
  answer: { status: 200, shape: signedIn },
  problems: [400, 401, 403, 429],
  handle: async ({ body, address }, { app, attempts, config }) => {
    const name = body.name.normalize('NFC').trim().toLowerCase()
    const here = `${name} at ${address}`
    // Booked before the password is looked at, so that trying many at once gains nothing.
    attempts.book([
      { key: here, most: 5 },
      { key: `from ${address}`, most: 30 },
      { key: `as ${name}`, most: 50 },
    ])
    const opened = await app.accounts.signIn(body.name, body.password)
    if (!opened) throw new HttpProblem(401, 'wrong-sign-in', 'Name or password is wrong.')
    attempts.forgive(here)
    return { status: 200, body: opened.staff, headers: { 'set-cookie': cookieFor(opened.token, config) } }
  },
})

export const signOut = route({
  method: 'post',
  path: '/sign-out',
  allowed: 'anyone',
  summary: 'Sign out; harmless when nobody is signed in',
  params: nothing,
  query: nothing,
  body: nothing,
  answer: { status: 204 },
  problems: [400, 403],
  handle: async ({ token }, { app, config }) => {
    if (token !== undefined) await app.accounts.signOut(token)
    return { status: 204, headers: { 'set-cookie': cookieEnd(config) } }
  },
})
