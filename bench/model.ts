// What a model call costs: prompt tokens over a conversation, and our own work around the call.
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { createModel } from '../src/adapters/llm/index.ts'
import { lazyClient } from '../src/adapters/llm/openai.ts'
import { answerPrompt, type Prompt } from '../src/core/answer/prompt.ts'
import { DRAFT_SCHEMA } from '../src/core/answer/structure.ts'
import { CONVERSATION, LONG_PASSAGES } from '../test/fixtures/conversation.ts'
import { SHIPPED } from '../test/fixtures/prompts.ts'
import type { Figure } from './figure.ts'
import { startModelServer } from './model-server.ts'

const CALLS = 400
const AT_ONCE = 10
const FORMAT = { type: 'json_schema' as const, json_schema: { name: 'reply', strict: true, schema: DRAFT_SCHEMA } }

export async function run(): Promise<Figure[]> {
  const prompts = CONVERSATION.turns.map((turn, i) => promptOf([turn], i))
  const costs = prompts.map(tokensOf)
  const average = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  const burst = tokensOf(promptOf(CONVERSATION.turns.slice(0, 5), 5))
  const last = prompts.at(-1) as Prompt
  return [
    { name: 'prompt tokens per message, average of 8 turns', value: Math.round(average), unit: 'tokens', goal: 650 },
    {
      name: 'prompt tokens, turn 8 over turn 1',
      value: round((costs.at(-1) ?? 0) / (costs[0] ?? 1)),
      unit: 'times',
      goal: 1.3,
    },
    { name: 'prompt tokens of a burst of five', value: burst, unit: 'tokens', goal: 700 },
    {
      name: 'CPU to build a prompt',
      value: await cpu(async () => promptOf(CONVERSATION.turns.slice(7), 7), 1),
      unit: 'ms',
    },
    ...(await calls(last)),
  ]
}

/** Through the seam, streamed; and the bare client, not streamed, for comparison. */
async function calls(prompt: Prompt): Promise<Figure[]> {
  const server = await startModelServer()
  try {
    const config = { baseUrl: server.url, model: 'demo' }
    const model = createModel(config)
    const client = await lazyClient(config)()
    const messages = [
      { role: 'system' as const, content: prompt.system },
      { role: 'user' as const, content: prompt.user },
    ]
    const bare = () =>
      client.chat.completions.create({ model: 'demo', messages, max_tokens: 500, response_format: FORMAT })
    return [
      {
        name: 'CPU per model call, LangChain seam, streamed',
        value: await cpu(() => model?.draft(prompt, new AbortController().signal)),
        unit: 'ms',
        goal: 1,
      },
      { name: 'CPU per model call, bare client, whole', value: await cpu(bare), unit: 'ms' },
    ]
  } finally {
    server.stop()
  }
}

function promptOf(turn: readonly string[], before: number): Prompt {
  const history = CONVERSATION.before(before)
  return answerPrompt({ ...SHIPPED, passages: LONG_PASSAGES, history, turn, language: 'en', shop: 'Linden & Sons' })
    .prompt
}

/** As OpenAI counts them: three tokens around each message, three before the answer. */
function tokensOf({ system, user }: Prompt): number {
  return encode(system).length + encode(user).length + encode(JSON.stringify(FORMAT)).length + 9
}

/** Milliseconds of CPU of this process per call, warm. */
async function cpu(work: () => unknown, atOnce = AT_ONCE): Promise<number> {
  const batch = () => Promise.all(Array.from({ length: atOnce }, work))
  for (let done = 0; done < 2 * CALLS; done += atOnce) await batch()
  const before = process.cpuUsage()
  for (let done = 0; done < CALLS; done += atOnce) await batch()
  const { user, system } = process.cpuUsage(before)
  return round((user + system) / 1000 / CALLS)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
