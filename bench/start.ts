// From nothing to ready: the sample shop as a newcomer starts it, and a shop with 5,000 entries; then the first customer.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, quantile } from './figure.ts'
import { arrive, makeFolder, makeKnowledge, startServer } from './server.ts'

const ROUNDS = 5
const QUIET = 400
/** What a customer needs at the very least to see the page and write something; ms. */
const WRITING = 1000

export async function run(): Promise<Figure[]> {
  const folder = makeFolder()
  try {
    const fresh: number[] = []
    const again: number[] = []
    const large: number[] = []
    const firsts: number[] = []
    const knowledge = makeKnowledge(folder.path, 5000)
    for (let round = 0; round < ROUNDS; round++) {
      const data = join(folder.path, 'data')
      fresh.push(await started(data, firsts))
      again.push(await started(data))
      rmSync(data, { recursive: true })
      large.push(await started(data, [], knowledge))
      rmSync(data, { recursive: true })
    }
    return [
      { name: 'start: ready with the sample shop, no data yet', value: quantile(fresh, 0.5), unit: 'ms', goal: 1500 },
      { name: 'start: ready with the sample shop, again', value: quantile(again, 0.5), unit: 'ms', goal: 1500 },
      { name: 'start: ready with 5,000 entries', value: quantile(large, 0.5), unit: 'ms' },
      { name: 'start: first answer, beyond the quiet time', value: quantile(firsts, 0.5), unit: 'ms', goal: 150 },
    ]
  } finally {
    folder.remove()
  }
}

/** Milliseconds until it was ready; the first customer's wait is added to `firsts` when it is given. */
async function started(data: string, firsts?: number[], knowledge?: string): Promise<number> {
  const server = await startServer(data, knowledge)
  try {
    if (firsts && knowledge === undefined) {
      const customer = await arrive(server.url)
      await new Promise((resolve) => setTimeout(resolve, WRITING))
      const waited = await customer.ask('How much is shipping?')
      if (waited === undefined) throw new Error('the sample shop does not know what shipping costs')
      firsts.push(waited - QUIET)
      customer.leave()
    }
    return server.readyMs
  } finally {
    await server.stop()
  }
}
