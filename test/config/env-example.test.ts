// `.env.example` and the code name the same variables, with the same defaults.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { toConfig } from '../../src/config/config.ts'
import { ENVIRONMENT, VARIABLES } from '../../src/config/env.ts'
import { readSource } from '../architecture/source.ts'

const text = readFileSync(resolve(import.meta.dirname, '../../.env.example'), 'utf8')

describe('.env.example', () => {
  it('names every variable with its default, and no other', () => {
    expect(parseEnv(text)).toEqual(Object.fromEntries(VARIABLES.map(({ name, fallback }) => [name, fallback])))
  })

  it('explains each of them, group by group', () => {
    for (const { title, variables } of ENVIRONMENT) {
      expect(text).toContain(`# ${title}\n`)
      for (const { name, about } of variables) expect(text).toContain(`# ${about}\n${name}=`)
    }
  })

  it('is a configuration that starts', () => {
    expect(toConfig(parseEnv(text), '/shop', ['webchat'])).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/shop/data',
      model: { by: 'none' },
    })
  })

  it('leaves out no variable that the program reads', () => {
    const read = readSource().flatMap((file) =>
      [...file.text.matchAll(/process\.env\[?\.?['"]?([A-Z][A-Z_]+)/g)].map((match) => match[1]),
    )
    const ours = read.filter((name) => !['BATON_TETHER', 'NO_COLOR', 'NODE_ENV'].includes(name ?? ''))
    expect(ours.filter((name) => !VARIABLES.some((one) => one.name === name))).toEqual([])
  })
})
