#!/usr/bin/env node
// `baton …`: the command line, on the pinned Node.js.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.argv.splice(2, 0, join(dirname(dirname(fileURLToPath(import.meta.url))), 'src', 'cli', 'main.ts'))
await import('./run.mjs')
