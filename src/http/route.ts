// What a route of the API is: data that is checked, documented and tested from one place.
import type { z } from 'zod'
import type { App, Signed } from '../app/app.ts'
import type { Role } from '../ports/store.ts'
import type { Attempts } from './attempts.ts'
import type { HttpConfig } from './config.ts'

export interface Answer {
  status: number
  /** Sent as JSON; absent for 204. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
}

/** What every handler may use. */
export interface Tools {
  app: App
  config: HttpConfig
  attempts: Attempts
  /** Epoch ms. */
  now(): number
}

export interface Call<P, Q, B> {
  params: P
  query: Q
  body: B
  /** Who asks; for routes open to nobody in particular, a caller without any right. */
  staff: Signed
  /** The caller's own name for this request, if there is an `Idempotency-Key`: the same on a repeat, for nobody else. */
  repeatId: string | undefined
  /** The token that the caller is signed in with. */
  token: string | undefined
  address: string
}

export type Shape = z.ZodType

/** Who may call: `anyone`, or the least of the roles. There is no default: a route without it does not compile. */
export type Allowed = 'anyone' | Role

/** A route with the types of its parts gone, as the binder and the OpenAPI document see it. */
export interface Route {
  method: 'get' | 'post'
  /** Under `/api/v1`, with `{name}` for parameters. */
  path: string
  allowed: Allowed
  summary: string
  params: Shape
  query: Shape
  body: Shape | undefined
  /** Status and shape of the good answer. */
  answer: { status: number; shape?: Shape }
  /** Other statuses that its callers must expect. */
  problems: readonly number[]
  handle(call: Call<unknown, unknown, unknown>, tools: Tools): Promise<Answer>
}

/** Ties a route's handler to the types of its schemas. */
export function route<P extends Shape, Q extends Shape, B extends Shape>(
  definition: Omit<Route, 'handle' | 'params' | 'query' | 'body'> & {
    params: P
    query: Q
    body: B | undefined
    handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>, tools: Tools): Promise<Answer>
  },
): Route {
  // The binder only hands over what these very schemas have let through.
  return definition as Route
}

const RANK: Readonly<Record<Allowed, number>> = { anyone: 0, viewer: 1, staff: 2, owner: 3 }

export function mayCall(allowed: Allowed, role: Role): boolean {
  return RANK[role] >= RANK[allowed]
}
