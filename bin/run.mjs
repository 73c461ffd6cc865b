#!/usr/bin/env node
// Runs a program on the Node.js that this repository pins, whatever Node started this file (20 or later).
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The pinned binary for this platform; on a platform without one, the Node that runs this, if it is new enough. */
function pinnedNode() {
  const { platform, arch } = process
  const names = { win32: 'win' }
  for (const name of [`node-${names[platform] ?? platform}-${arch}`, `node-bin-${platform}-${arch}`]) {
    const folder = join(root, 'node_modules', name, 'bin')
    const file = join(folder, platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(file)) return file
  }
  if (!existsSync(join(root, 'node_modules')) || readdirSync(join(root, 'node_modules')).length === 0) {
    console.error('Baton is not installed yet. Run: npm ci')
    process.exit(78)
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(`Baton needs Node.js 24 or later on ${platform}-${arch}, and this is ${process.version}.`)
  console.error('Its own Node.js is an optional package that was left out here. Run: npm ci --include=optional')
  process.exit(78)
}

const node = pinnedNode()
// A server that waits for customers gives memory back: a small young generation, and one cleaning after the start.
const options = [
  '--max-semi-space-size=4',
  '--expose-gc',
  '--import',
  pathToFileURL(join(root, 'bin', 'tether.mjs')).href,
]
const child = spawn(node, [...options, ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: {
    // From the second start on, nothing is compiled again: a third of the time to ready.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    // glibc would keep a heap for each helper thread.
    MALLOC_ARENA_MAX: '2',
    ...process.env,
    PATH: dirname(node) + delimiter + (process.env.PATH ?? ''),
    BATON_TETHER: '1',
  },
})

// A terminal's Ctrl-C reaches the whole group, so the child hears it anyway; a second signal is harmless to it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm passes a signal on to its shell only, which leaves us alone behind: then it was npm that was stopped.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 250).unref()
}
child.on('error', (error) => {
  console.error(`Cannot start ${node}: ${error.message}`)
  process.exit(70)
})
child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 1) : (code ?? 1)))
