// What Baton itself adds to one message, without a model and with a synchronous commit: in this process with a quiet
// time of 0, and from the customer's side of the real server, with the quiet time taken off.
import { join } from 'node:path'
import { openBot } from './bot.ts'
import { faqQuestions } from './corpus.ts'
import { type Figure, quantile } from './figure.ts'
import { arrive, makeFolder, makeKnowledge, SEED, startServer } from './server.ts'

const MESSAGES = 2000
const OVER_HTTP = 100
/** Customers at the same time: few, so that they hardly meet, and more than one, or this takes minutes. */
const CUSTOMERS = 4
const QUIET = 400
/** Questions in one chat before the customer is somebody else: a chat that goes on for ever is none. */
const TURNS = 8

export async function run(): Promise<Figure[]> {
  const folder = makeFolder()
  try {
    return [...(await inProcess(folder.path)), ...(await overHttp(folder.path))]
  } finally {
    folder.remove()
  }
}

async function inProcess(folder: string): Promise<Figure[]> {
  const bot = await openBot(folder)
  const accepted: number[] = []
  const answered: number[] = []
  let lost = 0
  for (let n = 0; n < MESSAGES; n++) {
    const took = await bot.ask(`chat ${Math.floor(n / TURNS)}`, bot.questions[(n * 31) % bot.questions.length] ?? '')
    if (!took) lost++
    else if (n >= MESSAGES / 10) {
      accepted.push(took.accepted)
      answered.push(took.answered)
    }
  }
  await bot.close()
  const name = 'overhead: quiet time 0, 5,000 passages'
  return [
    { name: `${name}, until durable, p50`, value: quantile(accepted, 0.5), unit: 'ms' },
    { name: `${name}, until answered, p50`, value: quantile(answered, 0.5), unit: 'ms', goal: 5 },
    { name: `${name}, until answered, p99`, value: quantile(answered, 0.99), unit: 'ms', goal: 12 },
    { name: `overhead: share handed off instead`, value: (lost / MESSAGES) * 100, unit: '%', goal: 2 },
  ]
}

async function overHttp(folder: string): Promise<Figure[]> {
  const server = await startServer(join(folder, 'data'), makeKnowledge(folder, 5000))
  const questions = faqQuestions(5000, SEED)
  const times: number[] = []
  const customer = async (seed: number) => {
    for (let n = 0; n < OVER_HTTP / CUSTOMERS; ) {
      const one = await arrive(server.url)
      for (let turn = 0; turn < TURNS && n < OVER_HTTP / CUSTOMERS; turn++, n++) {
        const waited = await one.ask(questions[(seed * 1000 + n * 31) % questions.length] ?? '')
        if (waited === undefined) break
        if (n >= TURNS) times.push(waited - QUIET)
      }
      one.leave()
    }
  }
  await Promise.all(Array.from({ length: CUSTOMERS }, (_, seed) => customer(seed)))
  await server.stop()
  const name = 'overhead: web chat over HTTP, beyond the quiet time'
  return [
    { name: `${name}, p50`, value: quantile(times, 0.5), unit: 'ms' },
    { name: `${name}, p99`, value: quantile(times, 0.99), unit: 'ms' },
  ]
}
