// For whoever watches over the process: is it alive, and can it take messages.
import type { Express } from 'express'
import type { HttpNeeds } from '../config.ts'
import type { Readiness } from '../shapes/console.ts'

export function bindHealth(site: Express, { app }: HttpNeeds): void {
  site.get('/healthz', (_req, res) => {
    res.json({ alive: true })
  })
  site.get('/readyz', async (_req, res) => {
    const { ready, parts }: Readiness = await app.health()
    res.status(ready ? 200 : 503).json({ ready, parts })
  })
}
