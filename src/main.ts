// Start, wait for the signal, stop; nothing else.
import { resolve } from 'node:path'
import { welcome } from './cli/welcome.ts'
import { toConfig } from './config/config.ts'
import { ConfigProblems } from './config/config-problems.ts'
import { readEnv } from './config/read-env.ts'
import { toSecrets } from './config/secrets.ts'
import { BatonError } from './core/errors.ts'
import { channelNames } from './wire/base.ts'
import { openServer } from './wire/server.ts'

const root = resolve(import.meta.dirname, '..')

/** Serves until a signal; resolves to the exit code. */
export async function serve(): Promise<number> {
  try {
    const env = readEnv(root)
    const config = toConfig(env, root, channelNames)
    const server = await openServer(config, toSecrets(env), root)
    const asked = signalled()
    const { url, ownerLink } = await server.start()
    server.logger.info('ready', { url, ms: Math.round(performance.now()) })
    console.log(welcome(url, ownerLink, server.files.status()))
    server.logger.info('stopping', { signal: await asked })
    await server.stop()
    return 0
  } catch (error) {
    if (!(error instanceof BatonError) && !isBusyPort(error)) throw error
    console.error(
      isBusyPort(error) ? `Port ${error.port} is taken. Stop what uses it, or set PORT in .env.` : error.message,
    )
    return error instanceof ConfigProblems ? 78 : 1
  }
}

function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal))
  })
}

function isBusyPort(error: unknown): error is NodeJS.ErrnoException & { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

if (import.meta.main) process.exit(await serve())
