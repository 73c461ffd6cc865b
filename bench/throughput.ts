// Messages accepted and answered durably in a second: fifty conversations at once, each writing as soon as it is answered.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createModel } from '../src/adapters/llm/index.ts'
import { openBot } from './bot.ts'
import type { Figure } from './figure.ts'
import { startModelServer } from './model-server.ts'
import { makeFolder } from './server.ts'

const CONVERSATIONS = 50
const TURNS = 8
const WARM = 1000
const MESSAGES = 6000

export async function run(): Promise<Figure[]> {
  const folder = makeFolder()
  const server = await startModelServer()
  try {
    const at = (name: string) => {
      mkdirSync(join(folder.path, name))
      return join(folder.path, name)
    }
    const model = createModel({ baseUrl: server.url, model: 'demo' })
    const name = `throughput: quiet time 0, ${CONVERSATIONS} conversations, 5,000 passages`
    const quoting = await measure(at('quoting'))
    const writing = await measure(at('writing'), model)
    return [
      { name: `${name}, no model`, value: quoting.perSecond, unit: 'messages/s', goal: 300 },
      { name: 'throughput: CPU per message, no model', value: quoting.cpu, unit: 'ms', goal: 1.3 },
      { name: `${name}, model at 0 ms`, value: writing.perSecond, unit: 'messages/s', goal: 300 },
      { name: 'throughput: CPU per message, model at 0 ms', value: writing.cpu, unit: 'ms' },
    ]
  } finally {
    server.stop()
    folder.remove()
  }
}

async function measure(folder: string, model?: ReturnType<typeof createModel>) {
  const bot = await openBot(folder, model)
  let asked = 0
  let chats = 0
  const converse = async (until: number) => {
    while (asked < until) {
      const chat = `chat ${chats++}`
      for (let turn = 0; turn < TURNS && asked < until; turn++) {
        const question = bot.questions[(asked++ * 31) % bot.questions.length] ?? ''
        if (!(await bot.ask(chat, question))) break
      }
    }
  }
  const all = (until: number) => Promise.all(Array.from({ length: CONVERSATIONS }, () => converse(until)))
  await all(WARM)
  const began = performance.now()
  const before = process.cpuUsage()
  await all(WARM + MESSAGES)
  const { user, system } = process.cpuUsage(before)
  const perSecond = (MESSAGES * 1000) / (performance.now() - began)
  await bot.close()
  return { perSecond, cpu: (user + system) / 1000 / MESSAGES }
}
