// What the server process weighs: idle with the sample shop and with 5,000 entries, and while fifty customers write.
import { join } from 'node:path'
import { faqQuestions } from './corpus.ts'
import type { Figure } from './figure.ts'
import { arrive, makeFolder, makeKnowledge, SEED, type Server, startServer } from './server.ts'

const ENTRIES = 5000
const CUSTOMERS = 50
const QUESTIONS = 10

export async function run(): Promise<Figure[]> {
  const folder = makeFolder()
  try {
    const sample = await startServer(join(folder.path, 'sample'))
    const idle = await settled(sample)
    await sample.stop()
    const large = await startServer(join(folder.path, 'large'), makeKnowledge(folder.path, ENTRIES))
    const idleLarge = await settled(large)
    const atLoad = await load(large)
    const { peak } = large.memory()
    await large.stop()
    return [
      { name: 'memory: idle, sample shop', value: idle, unit: 'MB', goal: 150 },
      { name: 'memory: idle, 5,000 entries', value: idleLarge, unit: 'MB', goal: 150 },
      { name: `memory: ${CUSTOMERS} customers writing, 5,000 entries`, value: atLoad, unit: 'MB', goal: 300 },
      { name: 'memory: most at any time, start included, 5,000 entries', value: peak, unit: 'MB', goal: 300 },
    ]
  } finally {
    folder.remove()
  }
}

/** Resident memory once it has not moved by 1 MB for three seconds, or after twenty. */
async function settled(server: Server): Promise<number> {
  const seen: number[] = []
  for (let second = 0; second < 20; second++) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    seen.push(server.memory().now)
    const last = seen.slice(-4)
    if (last.length === 4 && Math.max(...last) - Math.min(...last) < 1) break
  }
  return seen.at(-1) ?? Number.NaN
}

/** The most that was seen while everybody wrote, one question after another. */
async function load(server: Server): Promise<number> {
  let most = 0
  const watching = setInterval(() => {
    most = Math.max(most, server.memory().now)
  }, 50)
  await Promise.all(Array.from({ length: CUSTOMERS }, (_, n) => talk(server, n)))
  clearInterval(watching)
  return most
}

/** What the entries ask, asked by a customer. Whoever was handed off leaves and comes back as somebody else. */
async function talk(server: Server, seed: number): Promise<void> {
  const questions = faqQuestions(ENTRIES, SEED)
  let customer = await arrive(server.url)
  for (let n = 0; n < QUESTIONS; n++) {
    if ((await customer.ask(questions[(seed * 97 + n * 31) % ENTRIES] ?? '')) !== undefined) continue
    customer.leave()
    customer = await arrive(server.url)
  }
  customer.leave()
}
