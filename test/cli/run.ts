// Runs `baton …` as a person would, and keeps what it said.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface Ran {
  code: number
  out: string
  err: string
}

export function baton(args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'bin/baton.mjs'), ...args], {
      env: { ...process.env, ...env },
      cwd: root,
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (piece) => {
      out += piece
    })
    child.stderr.on('data', (piece) => {
      err += piece
    })
    child.on('exit', (code) => done({ code: code ?? -1, out, err }))
    child.stdin.end(input)
  })
}
