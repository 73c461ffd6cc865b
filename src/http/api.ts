// Binds routes to Express: every request of the API passes the same checks, in the same order.
import type { Express, Request, Response } from 'express'
import type { Signed } from '../app/app.ts'
import { createAttempts } from './attempts.ts'
import { credentialOf, refuseForgery } from './authenticate.ts'
import type { HttpNeeds } from './config.ts'
import { createIdempotency, fingerprintOf, type Idempotency, keyOf } from './idempotency.ts'
import { addressOf } from './peer.ts'
import { HttpProblem } from './problem.ts'
import { readBody, readJson } from './read-body.ts'
import { type Answer, type Call, mayCall, type Route, type Tools } from './route.ts'
import { validate } from './validate.ts'

export const API = '/api/v1'

const NOBODY: Signed = { id: '', name: '', role: 'viewer' }

/** All routes, then 405 for their other methods. */
export function bindApi(site: Express, routes: readonly Route[], needs: HttpNeeds): void {
  const { app, config, clock, logger, answers } = needs
  const tools: Tools = { app, config, attempts: createAttempts(clock), now: () => clock.now() }
  const idempotency = createIdempotency(answers, clock, logger)
  for (const route of routes) {
    site[route.method](expressPath(route), async (req, res) => {
      send(res, await answer(route, req, tools, idempotency))
    })
  }
  for (const path of new Set(routes.map(expressPath))) {
    const allow = routes.filter((route) => expressPath(route) === path).map((route) => route.method.toUpperCase())
    site.all(path, () => {
      throw new HttpProblem(405, 'method-not-allowed', `Here one may ${allow.join(' or ')}.`, {
        allow: allow.join(', '),
      })
    })
  }
}

/** Who asks, if they may: throws `HttpProblem` 401 or 403. */
export async function admit(
  req: Request,
  allowed: Route['allowed'],
  tools: Pick<Tools, 'app' | 'config'>,
): Promise<Signed> {
  const credential = credentialOf(req, tools.config)
  const changes = req.method !== 'GET' && req.method !== 'HEAD'
  if (changes && credential?.by !== 'bearer' && (credential || req.headers.origin)) refuseForgery(req, tools.config)
  if (allowed === 'anyone') return NOBODY
  const staff = credential ? await tools.app.accounts.who(credential.token) : undefined
  if (!staff) {
    throw new HttpProblem(401, 'not-signed-in', 'Please sign in first.', { 'www-authenticate': 'Bearer realm="baton"' })
  }
  if (!mayCall(allowed, staff.role)) {
    throw new HttpProblem(403, 'not-allowed', `Your role, ${staff.role}, does not include this.`)
  }
  return staff
}

async function answer(route: Route, req: Request, tools: Tools, idempotency: Idempotency): Promise<Answer> {
  const staff = await admit(req, route.allowed, tools)
  const params = route.params.safeParse(req.params)
  // An id that cannot be one names nothing.
  if (!params.success) throw new HttpProblem(404, 'not-found', 'There is nothing with this id.')
  const query = validate(route.query, req.query, 'query')
  const bytes = route.body ? await readBody(req) : Buffer.alloc(0)
  const body = route.body ? validate(route.body, readJson(bytes, req.headers['content-type']) ?? {}, 'body') : undefined
  const key =
    route.method === 'post' && route.allowed !== 'anyone' ? keyOf(req.headers['idempotency-key'], staff.id) : undefined
  const token = credentialOf(req, tools.config)?.token
  const call: Call<unknown, unknown, unknown> = {
    params: params.data,
    query,
    body,
    staff,
    token,
    repeatId: key?.slice(0, 32),
    address: addressOf(req),
  }
  if (key === undefined) return route.handle(call, tools)
  return idempotency.once(key, fingerprintOf([req.method, req.path, bytes]), () => route.handle(call, tools))
}

function send(res: Response, { status, body, headers }: Answer): void {
  res.status(status)
  if (headers) res.set(headers)
  if (body === undefined) res.end()
  else res.json(body)
}

function expressPath(route: Route): string {
  return API + route.path.replaceAll(/\{(\w+)\}/g, ':$1')
}
