// compose.yaml says what the program understands. (There is no engine here to run it: this holds the parts that can rot.)
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..', '..')
const compose = parse(readFileSync(join(root, 'compose.yaml'), 'utf8'))
const { baton, redis } = compose.services

it('sets only variables that Baton knows', () => {
  const known = readFileSync(join(root, '.env.example'), 'utf8')
  for (const name of Object.keys(baton.environment)) expect(known).toMatch(new RegExp(`^${name}=`, 'm'))
})

it('runs the checkout on a Node.js that is new enough, and lets it stop in order', () => {
  const major = Number(/^node:(\d+)/.exec(baton.image)?.[1])
  const engines = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node
  expect(major).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines)?.[0]))
  expect(existsSync(join(root, 'package-lock.json'))).toBe(true)
  const { start } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
  expect(baton.command.at(-1)).toMatch(/^npm ci /)
  expect(baton.command.at(-1).endsWith(` && exec ${start}`)).toBe(true)
  expect(baton.init).toBe(true)
})

it('keeps what must survive in volumes that it declares', () => {
  const named = [...baton.volumes, ...redis.volumes]
    .map((volume: string) => volume.split(':')[0])
    .filter((name) => name !== '.')
  expect(Object.keys(compose.volumes).sort()).toEqual([...new Set(named)].sort())
  expect(baton.volumes).toContain(`data:${baton.environment.DATA_DIR}`)
})

it('opens Baton to this machine only, and Redis to nobody', () => {
  for (const port of baton.ports) expect(port).toMatch(/^127\.0\.0\.1:/)
  expect(redis.ports).toBeUndefined()
  expect(baton.environment.REDIS_URL).toBe('redis://redis:6379')
})

it('has a Redis that writes to disk and never forgets to save memory', () => {
  const command = redis.command.join(' ')
  expect(command).toContain('--appendonly yes')
  expect(command).toContain('--maxmemory-policy noeviction')
})
