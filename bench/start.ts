// From nothing to ready: the sample shop as a newcomer starts it, and a shop with 5,000 entries; then the first customer.
import { join } from 'node:path'
import { type Figure, quantile } from './figure.ts'
import { arrive, makeFolder, makeKnowledge, startServer } from './server.ts'

const ROUNDS = 5
const QUIET = 400
/** What a customer needs at the very least to see the page and write something; ms. */
const WRITING = 1000

export async function run(): Promise<Figure[]> {
  const folder = makeFolder()
  const data = join(folder.path, 'data')
  const knowledge = makeKnowledge(folder.path, 5000)
  try {
    // Once, uncounted: from here on, compiled code is kept as after any start.
    await started({ data })
    const first: number[] = []
    const again: number[] = []
    const large: number[] = []
    const answers: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      first.push(await started({ data: join(folder.path, `${round}`), compiled: join(folder.path, `code-${round}`) }))
      again.push(await started({ data, answers }))
      large.push(await started({ data: join(folder.path, 'large'), knowledge }))
    }
    return [
      { name: 'start: ready, sample shop, the very first time', value: quantile(first, 0.5), unit: 'ms', goal: 1500 },
      { name: 'start: ready, sample shop, from then on', value: quantile(again, 0.5), unit: 'ms', goal: 1500 },
      { name: 'start: ready, 5,000 entries', value: quantile(large, 0.5), unit: 'ms' },
      { name: 'start: first answer, beyond the quiet time', value: quantile(answers, 0.5), unit: 'ms', goal: 150 },
    ]
  } finally {
    folder.remove()
  }
}

/** Milliseconds until it was ready. With `answers`, the first customer's wait beyond the quiet time is added to them. */
async function started(how: { data: string; knowledge?: string; compiled?: string; answers?: number[] }) {
  const server = await startServer(how.data, how.knowledge, how.compiled)
  try {
    if (how.answers) {
      const customer = await arrive(server.url)
      await new Promise((resolve) => setTimeout(resolve, WRITING))
      const waited = await customer.ask('How much is shipping?')
      if (waited === undefined) throw new Error('the sample shop does not know what shipping costs')
      how.answers.push(waited - QUIET)
      customer.leave()
    }
    return server.readyMs
  } finally {
    await server.stop()
  }
}
