// `npm run demo:model`: the model server on a port, for trying Baton with a model without having one.
import { parseArgs } from 'node:util'
import { PERSONAS } from './personas.ts'
import { startModelServer } from './server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    persona: { type: 'string', default: 'demo' },
    latency: { type: 'string', default: '400' },
    help: { type: 'boolean', default: false },
  },
})

const names = Object.keys(PERSONAS).join(', ')
if (values.help || !(values.persona in PERSONAS)) {
  console.log(`Options: --port 4010 --latency 400 (milliseconds) --persona demo, one of: ${names}`)
  process.exit(values.help ? 0 : 2)
}

try {
  const server = await startModelServer({
    port: Number(values.port),
    persona: values.persona,
    latencyMs: Number(values.latency),
  })
  console.log(`A stand-in for a model is listening. Start Baton in another terminal with these two settings:

  OPENAI_BASE_URL=${server.url}
  OPENAI_MODEL=${values.persona}

OPENAI_MODEL chooses how it behaves: ${names}. Ctrl-C ends it.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void server.close().then(() => process.exit(0)))
} catch (error) {
  console.error(
    `Cannot listen on port ${values.port}: ${error instanceof Error ? error.message : error}. Try --port with another one.`,
  )
  process.exit(1)
}
