// Figures for Prometheus. The library is loaded when somebody first asks.
import type { Express } from 'express'
import type { Registry } from 'prom-client'
import { admit } from '../api.ts'
import type { HttpNeeds } from '../config.ts'
import { isLocal } from '../peer.ts'
import type { Traffic } from '../traffic.ts'

/** Programs on this machine may ask freely, everybody else with a bearer token. */
export function bindMetrics(site: Express, needs: HttpNeeds, traffic: Traffic): void {
  let registry: Promise<Registry> | undefined
  site.get('/metrics', async (req, res) => {
    if (!isLocal(req)) await admit(req, 'viewer', needs)
    registry ??= createRegistry(needs, traffic)
    const made = await registry
    const texts = await Promise.all([made.metrics(), tallied(needs)])
    res.set('content-type', made.contentType).end(texts.join('\n'))
  })
}

/** The program's own counts, in a registry of the moment: which there are is known only when they have happened. */
async function tallied({ tally }: HttpNeeds): Promise<string> {
  const { Counter, Registry } = await import('prom-client')
  const registry = new Registry()
  const rows = tally.read()
  for (const name of new Set(rows.map((row) => row.name))) {
    const mine = rows.filter((row) => row.name === name)
    const labelNames = [...new Set(mine.flatMap((row) => Object.keys(row.labels)))]
    const help = `${name.replaceAll('_', ' ')} since the start`
    const counter = new Counter({ name: `baton_${name}`, help, labelNames, registers: [registry] })
    for (const { labels, value } of mine) counter.inc(labels, value)
  }
  return registry.metrics()
}

async function createRegistry({ app }: HttpNeeds, traffic: Traffic): Promise<Registry> {
  const { collectDefaultMetrics, Counter, Gauge, Registry } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['group', 'status'] as const
  const registers = [registry]
  const seconds = new Counter({
    name: 'baton_http_request_seconds_total',
    help: 'Time spent on requests',
    labelNames,
    registers,
  })
  new Counter({
    name: 'baton_http_requests_total',
    help: 'Requests answered',
    labelNames,
    registers,
    collect() {
      this.reset()
      seconds.reset()
      for (const cell of traffic.read()) {
        const labels = { group: cell.group, status: cell.status }
        this.inc(labels, cell.requests)
        seconds.inc(labels, cell.seconds)
      }
    },
  })
  new Gauge({
    name: 'baton_queue_waiting',
    help: 'Conversations that wait for a person',
    registers,
    async collect() {
      this.set((await app.conversations.queue()).length)
    },
  })
  new Gauge({
    name: 'baton_part_ready',
    help: '1 while a part is ready',
    labelNames: ['part'],
    registers,
    async collect() {
      this.reset()
      const { parts } = await app.health()
      for (const [part, { state }] of Object.entries(parts)) this.set({ part }, state === 'ready' ? 1 : 0)
    },
  })
  return registry
}
