// Builds every page into dist/web: the console, the chat, the shop page, and the loader that shops embed.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, type Plugin } from 'vite'
import { BUILT, sourceStamp } from './stamp.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** Sonner writes its styles into the page by script, which a strict policy refuses; we link its style sheet instead. */
const linkedSonnerStyles: Plugin = {
  name: 'linked-sonner-styles',
  transform: {
    filter: { id: /sonner[\\/]dist[\\/]index\.mjs$/ },
    handler: (code) => ({ code: code.replace(/^__insertCSS\(.*\);$/m, ''), map: null }),
  },
}

function pages(out: string): InlineConfig[] {
  const shared: InlineConfig = {
    configFile: false,
    mode: 'production',
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
  }
  const output = (outDir: string) => ({
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  })
  const preact = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const
  return [
    {
      ...shared,
      root: join(here, 'console'),
      base: '/console/',
      plugins: [linkedSonnerStyles, react(), tailwind()],
      build: output(join(out, 'console')),
    },
    { ...shared, root: join(here, 'widget', 'app'), base: '/widget/', oxc: preact, build: output(join(out, 'widget')) },
    { ...shared, root: join(here, 'widget', 'shop'), base: '/', build: output(out) },
    {
      ...shared,
      root: join(here, 'widget'),
      build: {
        ...output(out),
        lib: {
          entry: join(here, 'widget', 'loader.ts'),
          formats: ['iife'],
          name: 'BatonLoader',
          fileName: () => 'widget.js',
        },
      },
    },
  ]
}

/** Builds beside the old pages and swaps at the end, so that a half-built page is never served. */
export async function buildPages(root: string): Promise<void> {
  const done = join(root, BUILT)
  const fresh = `${done}.${process.pid}`
  const stamp = sourceStamp(root)
  // Vite takes over what the surroundings say, and would build React's slow, talkative form.
  const surroundings = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  try {
    for (const page of pages(fresh)) await build(page)
    writeFileSync(join(fresh, 'stamp'), stamp)
    rmSync(done, { recursive: true, force: true })
    renameSync(fresh, done)
  } finally {
    if (surroundings === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = surroundings
    rmSync(fresh, { recursive: true, force: true })
  }
}

if (import.meta.main) await buildPages(dirname(dirname(here)))
