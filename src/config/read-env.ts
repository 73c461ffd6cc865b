// The environment, with what `.env` adds to it; the environment wins.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Env } from './env.ts'

export function readEnv(root: string): Env {
  const file = join(root, '.env')
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const set = Object.entries(process.env).filter(([, value]) => value !== undefined && value !== '')
  return { ...written, ...Object.fromEntries(set) }
}
