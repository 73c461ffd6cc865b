// Every default and every cross-check of the environment; all problems at once.
import { isAbsolute, join } from 'node:path'
import { closest } from './closest.ts'
import { type ConfigProblem, ConfigProblems } from './config-problems.ts'
import { type Env, VARIABLES } from './env.ts'

export type ModelConfig =
  | { by: 'none' }
  | { by: 'openai'; model: string; baseUrl: string | undefined }
  | { by: 'vendor'; model: string }

export interface Config {
  port: number
  host: string
  /** Without a slash at the end; absent when it was not set. */
  publicUrl: string | undefined
  /** Absolute. */
  dataDir: string
  knowledgeDir: string
  promptsDir: string
  channels: readonly string[]
  wakeups: { by: 'program' } | { by: 'redis' }
  model: ModelConfig
  embeddings: { model: string; baseUrl: string | undefined } | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/** `root` is the folder that relative folders are in; `channels` those that exist. Throws `ConfigProblems`. */
export function toConfig(env: Env, root: string, channels: readonly string[]): Config {
  const problems: ConfigProblem[] = []
  const value = (name: string): string | undefined => env[name]?.trim() || undefined
  const or = (name: string): string => value(name) ?? VARIABLES.find((one) => one.name === name)?.fallback ?? ''
  const folder = (name: string): string => (isAbsolute(or(name)) ? or(name) : join(root, or(name)))
  const wrong = (name: string, reason: string) => problems.push({ name, reason })
  const baseUrl = url(value('OPENAI_BASE_URL'), 'OPENAI_BASE_URL', ['http:', 'https:'], wrong)
  if (!value('REDIS_URL')?.startsWith('/')) url(value('REDIS_URL'), 'REDIS_URL', ['redis:', 'rediss:'], wrong) // or a socket's path
  const config: Config = {
    port: port(or('PORT'), wrong),
    host: or('HOST'),
    publicUrl: url(value('PUBLIC_URL'), 'PUBLIC_URL', ['http:', 'https:'], wrong)?.replace(/\/+$/, ''),
    dataDir: folder('DATA_DIR'),
    knowledgeDir: folder('KNOWLEDGE_DIR'),
    promptsDir: folder('PROMPTS_DIR'),
    channels: list(or('CHANNELS'), channels, wrong),
    wakeups: { by: value('REDIS_URL') ? 'redis' : 'program' },
    model: model(value, or, baseUrl, wrong),
    embeddings: embeddings(value, baseUrl, wrong),
    logLevel: level(or('LOG_LEVEL'), wrong),
  }
  const token = value('CONSOLE_TOKEN')
  if (token && token.length < 20)
    wrong('CONSOLE_TOKEN', 'is shorter than 20 characters, and so could be guessed. Make one: openssl rand -hex 24')
  if (problems.length > 0) throw new ConfigProblems(problems)
  return config
}

type Wrong = (name: string, reason: string) => void

function port(text: string, wrong: Wrong): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 0 && number <= 65535) return number
  wrong('PORT', `is “${text}”. Give a number from 0 to 65535.`)
  return 0
}

function url(text: string | undefined, name: string, protocols: readonly string[], wrong: Wrong): string | undefined {
  if (text === undefined) return undefined
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
  wrong(name, `is no address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}.`)
  return undefined
}

function list(text: string, known: readonly string[], wrong: Wrong): readonly string[] {
  const names = [
    ...new Set(
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ]
  for (const name of names) {
    if (known.includes(name)) continue
    const near = closest(name, known)
    wrong(
      'CHANNELS',
      `names “${name}”, which is not a channel here. ${near ? `Did you mean “${near}”?` : `There are: ${known.join(', ')}.`}`,
    )
  }
  if (names.length === 0) wrong('CHANNELS', `names no channel. There are: ${known.join(', ')}.`)
  return names
}

function model(
  value: (name: string) => string | undefined,
  or: (name: string) => string,
  baseUrl: string | undefined,
  wrong: Wrong,
): ModelConfig {
  const vendor = value('MODEL')
  const options = value('MODEL_OPTIONS')
  if (options && !vendor) wrong('MODEL_OPTIONS', 'is set without MODEL. Name the chat model there, or remove it.')
  if (options && !isObject(options)) wrong('MODEL_OPTIONS', 'is no JSON object, like {"model": "…"}.')
  if (vendor) {
    if (!/^[@\w./-]+#\w+$/.test(vendor))
      wrong('MODEL', `is “${vendor}”. Write package#Export, e.g. @langchain/anthropic#ChatAnthropic.`)
    return { by: 'vendor', model: vendor }
  }
  if (!value('OPENAI_API_KEY') && !value('OPENAI_BASE_URL')) return { by: 'none' }
  return { by: 'openai', model: or('OPENAI_MODEL'), baseUrl }
}

function embeddings(
  value: (name: string) => string | undefined,
  baseUrl: string | undefined,
  wrong: Wrong,
): Config['embeddings'] {
  const name = value('OPENAI_EMBEDDING_MODEL')
  if (!name) return undefined
  if (!value('OPENAI_API_KEY') && !value('OPENAI_BASE_URL')) {
    wrong('OPENAI_EMBEDDING_MODEL', 'needs a server: set OPENAI_API_KEY or OPENAI_BASE_URL.')
  }
  return { model: name, baseUrl }
}

function level(text: string, wrong: Wrong): Config['logLevel'] {
  if (text === 'debug' || text === 'info' || text === 'warn' || text === 'error') return text
  wrong('LOG_LEVEL', `is “${text}”. Choose debug, info, warn or error.`)
  return 'info'
}

function isObject(json: string): boolean {
  try {
    const read: unknown = JSON.parse(json)
    return typeof read === 'object' && read !== null && !Array.isArray(read)
  } catch {
    return false
  }
}
