// The built pages as the server hands them out: built in a child process when they are missing or stale.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { BUILT, isStale } from './stamp.ts'

export interface BuiltPages {
  root: string
  /** Resolves when the build is over, also when it failed. */
  ready: Promise<void>
  state(): { state: 'building' | 'ready' | 'failed'; detail?: string }
}

/** Starts a build if one is needed; the API is up meanwhile. `stopped` ends a running build. */
export function openPages(root: string, stopped: AbortSignal): BuiltPages {
  let state: ReturnType<BuiltPages['state']> = { state: 'ready' }
  const served = join(root, BUILT)
  if (!existsSync(join(root, 'src', 'web')) || !isStale(root))
    return { root: served, ready: Promise.resolve(), state: () => state }
  if (!isInstalled(root)) {
    const detail = 'The packages that build the pages are not installed. Run: npm ci'
    state = existsSync(join(served, 'stamp'))
      ? { state: 'ready', detail: `Pages of an older version. ${detail}` }
      : { state: 'failed', detail }
    return { root: served, ready: Promise.resolve(), state: () => state }
  }
  state = { state: 'building' }
  const ready = runBuild(root, stopped).then((trouble) => {
    state = trouble === undefined ? { state: 'ready' } : { state: 'failed', detail: trouble }
  })
  return { root: served, ready, state: () => state }
}

/** Resolves to what went wrong, or undefined. */
function runBuild(root: string, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'src', 'web', 'build.ts')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      signal,
    })
    let said = ''
    child.stderr.on('data', (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-2000)
    })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code) => resolve(code === 0 ? undefined : said.trim() || `The build ended with code ${code}.`))
  })
}

function isInstalled(root: string): boolean {
  try {
    createRequire(join(root, 'package.json')).resolve('vite')
    return true
  } catch {
    return false
  }
}
