// The side that takes jobs and runs the handler. It outlives whatever happens to Redis, and starts again by itself.
import type { Worker } from 'bullmq'
import type { WakeHandler } from '../../ports/wakeups.ts'
import { endOf, within } from './end.ts'
import type { RedisLink } from './redis-link.ts'
import { AFTER_ABORT, DEFAULT_PRIORITY } from './slot.ts'

export const QUEUE = 'wakeups'

/** All that a job says. */
export interface Job {
  key: string
  name?: string
}

export interface BullWorker {
  /** Resolves when it takes jobs for the first time. */
  ready: Promise<void>
  stop(graceMs: number): Promise<void>
}

/** A process that died is noticed after at most the sum of the two, in ms. */
const LOCK = 10_000
const STALLED_EVERY = 5_000

/** Before a worker that failed is made anew, in ms. */
const PAUSE = 500

interface WorkerOptions {
  prefix: string
  lanes: number
  handler: WakeHandler
  again(job: Job, at: number, priority: number): Promise<void>
  /** Hears what goes wrong inside; whether Redis is there is the link's to say. */
  report(error: unknown): void
}

export function serveJobs(link: RedisLink, options: WorkerOptions): BullWorker {
  const aborter = new AbortController()
  const running = new Set<Promise<void>>()
  let worker: Worker | undefined
  let stopped = false
  let announce = () => {}
  const ready = new Promise<void>((resolve) => {
    announce = resolve
  })

  const look = async (job: Job, priority: number): Promise<void> => {
    // Whoever handles reports its own failures; the rows that are still due bring the sweep back.
    const answer = await options.handler(job.key, job.name, aborter.signal).catch(() => undefined)
    if (answer) await options.again(job, answer.again, priority)
  }

  const process = async (job: { data: Job; opts: { priority?: number } }): Promise<void> => {
    if (stopped) return
    const run = look(job.data, job.opts.priority ?? DEFAULT_PRIORITY).finally(() => running.delete(run))
    running.add(run)
    await run
  }

  const serve = async (): Promise<void> => {
    const { Worker } = await import('bullmq')
    while (!stopped) {
      const connection = await link.connect({ maxRetriesPerRequest: null })
      worker = new Worker(QUEUE, process, {
        connection,
        prefix: options.prefix,
        concurrency: options.lanes,
        autorun: false,
        lockDuration: LOCK,
        stalledInterval: STALLED_EVERY,
        maxStalledCount: 1000,
        runRetryDelay: PAUSE,
      })
      worker.on('error', options.report)
      try {
        await worker.waitUntilReady()
        announce()
        await worker.run()
      } catch (error) {
        options.report(error)
      }
      if (stopped) return
      await within(worker.close(true), PAUSE)
      connection.disconnect()
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }

  const serving = serve().catch(options.report)
  return {
    ready,
    async stop(graceMs) {
      stopped = true
      // Without Redis there is nothing to tell it, and waiting for its answer would never end.
      const closed = worker?.close(link.health().state === 'down') ?? Promise.resolve()
      await endOf(Promise.all(running), aborter, graceMs)
      await within(closed, AFTER_ABORT)
      link.end()
      await within(serving, AFTER_ABORT)
    },
  }
}
