// Wake-ups through Redis, on BullMQ: many processes share the work. Jobs hold ids and names, never a customer's words.

import { randomUUID } from 'node:crypto'
import type { Queue } from 'bullmq'
import type { Logger } from '../../ports/system.ts'
import type { WakeHandler, Wakeups } from '../../ports/wakeups.ts'
import { type BullWorker, type Job, QUEUE, serveJobs } from './bull-worker.ts'
import { within } from './end.ts'
import { createRedisLink } from './redis-link.ts'
import { DEFAULT_PRIORITY, GRACE, type SlotKind, slotId, slotKind } from './slot.ts'

export interface BullWakeupsOptions {
  /** `redis://…`, `rediss://…`, or the path of a unix socket. */
  redisUrl: string
  /** Begins every key; default `baton`. */
  prefix?: string
  logger?: Logger
  /** Most handlers that run at the same time in this process; default 64. */
  lanes?: number
}

/** Longest that anybody waits for Redis, in ms: a wake-up is a hint, and hints may be lost. */
const PATIENCE = 900

export function createBullWakeups(options: BullWakeupsOptions): Wakeups {
  const { prefix = 'baton', lanes = 64, logger } = options
  const link = createRedisLink(options.redisUrl)
  let queue: Queue | undefined
  let opening: Promise<unknown> | undefined
  let worker: BullWorker | undefined
  let stopped = false

  const openQueue = async (): Promise<void> => {
    const { Queue } = await import('bullmq')
    while (!stopped && !queue) {
      // Fails at once while Redis is away, instead of keeping for later what the sweep will find by then.
      const away = { enableOfflineQueue: false, autoResendUnfulfilledCommands: false, maxRetriesPerRequest: 1 }
      const connection = await link.connect({ ...away, commandTimeout: PATIENCE })
      const opened = new Queue(QUEUE, { connection, prefix })
      opened.on('error', report)
      try {
        await opened.waitUntilReady()
        queue = opened
      } catch (error) {
        link.trouble(error)
        connection.disconnect()
      }
    }
  }

  /** Does it if Redis answers in time; resolves either way. Only the first moments after a start wait for a connection. */
  const attempt = async (what: string, act: (queue: Queue) => Promise<unknown>): Promise<void> => {
    if (stopped) return
    opening ??= within(openQueue().catch(link.trouble), PATIENCE)
    await opening
    if (!queue) return
    const done = act(queue).then(link.well, (error: unknown) => {
      link.trouble(error)
      logger?.debug(`${what} did not reach Redis`, { error: String(error) })
    })
    await within(done, PATIENCE)
  }

  const report = (error: unknown) => logger?.debug('the wake-up queue met a fault', { error: String(error) })

  const again = (job: Job, at: number, priority: number) =>
    attempt('asking for another look', (queue) => put(queue, 'again', job, at, priority))

  return {
    wake(key, { at, name, priority = DEFAULT_PRIORITY } = {}) {
      const kind = slotKind(name, at !== undefined && at > Date.now())
      const job = name === undefined ? { key } : { key, name }
      return attempt('a wake-up', (queue) => put(queue, kind, job, at, priority))
    },
    cancel: (key, name) =>
      attempt('cancelling a wake-up', async (queue) => {
        for (const kind of ['named', 'again'] as const) {
          const id = await queue.getDeduplicationJobId(slotId(kind, key, name))
          if (id) await queue.remove(id)
        }
      }),
    async start(handler: WakeHandler) {
      if (stopped || worker) return
      worker = serveJobs(link, { prefix, lanes, handler, again, report })
      // With Redis down the server starts all the same; the worker follows when Redis is back.
      await within(worker.ready, PATIENCE)
      if (link.health().state === 'down')
        logger?.warn('Redis cannot be reached; the sweep does its work meanwhile', link.health())
    },
    async stop(graceMs = GRACE) {
      stopped = true
      await worker?.stop(graceMs)
      link.end()
    },
    health: () => (opening || worker ? link.health() : { state: 'ready' }),
  }
}

async function put(queue: Queue, kind: SlotKind, job: Job, at: number | undefined, priority: number): Promise<void> {
  const delay = at === undefined ? 0 : Math.max(0, at - Date.now())
  const deduplication = { id: slotId(kind, job.key, job.name), keepLastIfActive: true, replace: kind !== 'now' }
  const jobId = randomUUID()
  const add = () =>
    queue.add(kind, job, { jobId, deduplication, delay, priority, removeOnComplete: true, removeOnFail: true })
  const { id } = await add()
  // The slot's job is due and waits for a lane: the new time counts. One that runs cannot be removed, and needs not be.
  if (delay > 0 && id !== undefined && id !== jobId && (await queue.remove(id)) === 1) await add()
}
