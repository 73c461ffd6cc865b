// The configuration that commands run with.
import { resolve } from 'node:path'
import { type Config, toConfig } from '../config/config.ts'
import { readEnv } from '../config/read-env.ts'
import { type Secrets, toSecrets } from '../config/secrets.ts'
import { type Invocation, textOption } from './command.ts'

export const root = resolve(import.meta.dirname, '../..')

/** `--knowledge` and `--prompts` name other folders than the configured ones. Throws `ConfigProblems`. */
export async function settings(invocation: Invocation): Promise<{ config: Config; secrets: Secrets }> {
  // Loaded when a command runs, so that help and wrong use answer at once.
  const { channelNames } = await import('../wire/base.ts')
  const env = readEnv(root)
  const config = toConfig(env, root, channelNames)
  const knowledge = textOption(invocation, 'knowledge')
  const prompts = textOption(invocation, 'prompts')
  return {
    config: {
      ...config,
      ...(knowledge ? { knowledgeDir: resolve(knowledge) } : {}),
      ...(prompts ? { promptsDir: resolve(prompts) } : {}),
    },
    secrets: toSecrets(env),
  }
}

export const FOLDERS = { knowledge: { type: 'string' }, prompts: { type: 'string' } } as const

/** A problem of a file as one line: where, and what to do. */
export function problemLine({
  source,
  line,
  reason,
  folder,
}: {
  source: string
  line?: number
  reason: string
  folder?: string
}): string {
  return `${folder ? `${folder}/` : ''}${source}${line === undefined ? '' : `:${line}`}  ${reason}`
}
