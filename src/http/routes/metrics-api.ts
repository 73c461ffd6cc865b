// The shop's own figures: how many were answered, handed off, and how long they waited.
import { z } from 'zod'
import { items, metric } from '../answers.ts'
import { route } from '../route.ts'
import { digits, nothing } from '../schemas.ts'

const WEEK_MS = 7 * 24 * 3_600_000

export const metrics = route({
  method: 'get',
  path: '/metrics',
  allowed: 'viewer',
  summary: 'Figures over the cases since a moment (epoch ms; default: the last seven days)',
  params: nothing,
  query: z.strictObject({ since: digits(0, Number.MAX_SAFE_INTEGER).exactOptional() }),
  body: undefined,
  answer: { status: 200, shape: items(metric) },
  problems: [400, 401],
  handle: async ({ query }, { app, now }) => ({
    status: 200,
    body: { items: await app.metrics(query.since ?? now() - WEEK_MS) },
  }),
})
