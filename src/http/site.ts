// Express: which routes there are, in which order, and what happens to an error.
import express, { type ErrorRequestHandler, type Express } from 'express'
import { bindApi } from './api.ts'
import type { HttpNeeds } from './config.ts'
import { secure } from './headers.ts'
import { sendProblem } from './mount.ts'
import { describe, HttpProblem, isOurs } from './problem.ts'
import { bindHealth } from './routes/health.ts'
import { ROUTES } from './routes/index.ts'
import { bindLiveEvents } from './routes/live-events.ts'
import { bindMetrics } from './routes/metrics.ts'
import { bindOpenApi } from './routes/openapi.ts'
import { bindPages } from './routes/pages.ts'
import type { Traffic } from './traffic.ts'

export function createSite(needs: HttpNeeds, traffic: Traffic): Express {
  const site = express()
  site.disable('x-powered-by').disable('etag').set('query parser', 'simple').set('case sensitive routing', true)
  site.use((req, res, next) => {
    secure(req, res)
    next()
  })
  bindHealth(site, needs)
  bindMetrics(site, needs, traffic)
  bindOpenApi(site)
  bindLiveEvents(site, needs)
  bindApi(site, ROUTES, needs)
  bindPages(site, needs.pages)
  site.use((req) => {
    throw new HttpProblem(404, 'not-found', `There is nothing at ${req.path.slice(0, 200)}.`)
  })
  site.use(onError(needs))
  return site
}

// Express knows an error handler by its four parameters.
function onError({ logger }: HttpNeeds): ErrorRequestHandler {
  return (error, req, res, _next) => {
    if (isOurs(error))
      logger.error('a request failed', { method: req.method, path: req.route?.path, error: describe(error) })
    sendProblem(res, error)
  }
}
