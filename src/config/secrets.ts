// Keys and passwords, apart from everything that may be logged.
import { inspect } from 'node:util'
import type { Env } from './env.ts'

/** Shows itself as `[secret]` wherever it is printed; `reveal` is for the one place that needs it. */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }

  [inspect.custom](): string {
    return '[secret]'
  }
}

export interface Secrets {
  openaiKey?: Secret
  modelOptions?: Secret
  consoleToken?: Secret
  redisUrl?: Secret
}

export function toSecrets(env: Env): Secrets {
  const secret = (name: string): Secret | undefined => (env[name]?.trim() ? new Secret(env[name].trim()) : undefined)
  const all = {
    openaiKey: secret('OPENAI_API_KEY'),
    modelOptions: secret('MODEL_OPTIONS'),
    consoleToken: secret('CONSOLE_TOKEN'),
    redisUrl: secret('REDIS_URL'),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
