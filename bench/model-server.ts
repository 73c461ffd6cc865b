// A stand-in for a model in a process of its own, so that its work is not counted. It answers at once.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export async function startModelServer(): Promise<{ url: string; stop: () => void }> {
  const main = new URL('../test/doubles/model-server/main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [main, '--port', '0', '--latency', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /OPENAI_BASE_URL=(\S+)/.exec(said.toString())?.[1]
  if (url === undefined) throw new Error('the model server did not say where it listens')
  return { url, stop: () => void child.kill() }
}
