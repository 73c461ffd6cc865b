import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { toConfig } from '../../src/config/config.ts'
import { ConfigProblems } from '../../src/config/config-problems.ts'
import { toSecrets } from '../../src/config/secrets.ts'

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    toConfig(env, '/shop', ['webchat'])
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems.map(({ name }) => name)
    throw error
  }
  return []
}

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(toConfig({}, '/shop', ['webchat'])).toMatchObject({
      port: 3000,
      channels: ['webchat'],
      model: { by: 'none' },
      wakeups: { by: 'program' },
    })
  })

  it('treats an empty variable as an unset one', () => {
    expect(toConfig({ PORT: '', OPENAI_API_KEY: ' ', CHANNELS: '' }, '/shop', ['webchat'])).toEqual(
      toConfig({}, '/shop', ['webchat']),
    )
  })

  it('reports all problems at once, by name', () => {
    const env = {
      PORT: 'x',
      CHANNELS: 'webchta',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'nowhere',
      MODEL: 'gpt',
      MODEL_OPTIONS: '[1]',
      CONSOLE_TOKEN: 'short',
      REDIS_URL: 'http://x',
      OPENAI_EMBEDDING_MODEL: 'e',
    }
    expect(new Set(problemsOf(env))).toEqual(new Set(Object.keys(env)))
  })

  it('says what to do', () => {
    expect(() => toConfig({ CHANNELS: 'webchta' }, '/shop', ['webchat'])).toThrow(
      /CHANNELS names “webchta”.*Did you mean “webchat”\?/,
    )
  })

  it('takes a base URL without a key for a local server', () => {
    expect(toConfig({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }, '/shop', ['webchat']).model).toMatchObject({
      by: 'openai',
      model: 'gpt-4.1-mini',
    })
  })

  it('keeps secrets apart, and shows them to nobody', () => {
    const env = {
      OPENAI_API_KEY: 'sk-very-secret',
      CONSOLE_TOKEN: 'a-token-that-is-long-enough',
      REDIS_URL: 'redis://:pass@h:1',
    }
    const secrets = toSecrets(env)
    const shown = [
      JSON.stringify(secrets),
      inspect(secrets),
      String(secrets.openaiKey),
      `${secrets.consoleToken}`,
      JSON.stringify(toConfig(env, '/shop', ['webchat'])),
    ]
    for (const text of shown) expect(text).not.toMatch(/very-secret|long-enough|pass@/)
    expect(secrets.openaiKey?.reveal()).toBe('sk-very-secret')
  })
})
