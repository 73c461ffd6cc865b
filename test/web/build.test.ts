// The built pages: small enough, nothing inline, nothing from elsewhere, and built only when needed.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '../../src/web/build.ts'
import { BUILT, isStale } from '../../src/web/stamp.ts'

const root = resolve(import.meta.dirname, '../..')
const built = (...path: string[]) => join(root, BUILT, ...path)
const html = (...path: string[]) => readFileSync(built(...path), 'utf8')
const zipped = (path: string) => gzipSync(readFileSync(path)).length
const KB = 1024

/** The scripts that a page loads before it shows anything. */
function initialScripts(page: string): string[] {
  return [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) =>
    built(...path.split('/').filter(Boolean)),
  )
}

describe('the built pages', () => {
  beforeAll(async () => {
    if (isStale(root)) await buildPages(root)
  }, 60_000)

  it('keep to their budgets: console 200 KB, chat 15 KB, loader 3 KB, gzipped', () => {
    const sum = (paths: string[]) => paths.reduce((all, path) => all + zipped(path), 0)
    expect(sum(initialScripts(html('console', 'index.html')))).toBeLessThan(200 * KB)
    expect(sum(initialScripts(html('widget', 'index.html')))).toBeLessThan(15 * KB)
    expect(zipped(built('widget.js'))).toBeLessThan(3 * KB)
  })

  it.each([['index.html'], ['console', 'index.html'], ['widget', 'index.html']])(
    '%s %s have no script or style of their own inside',
    (...path) => {
      const page = html(...path)
      expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
    },
  )

  it('load nothing from elsewhere', () => {
    for (const page of [html('index.html'), html('console', 'index.html'), html('widget', 'index.html')])
      expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    const styles = readdirSync(built('console', 'assets')).filter((name) => name.endsWith('.css'))
    for (const name of styles) expect(html('console', 'assets', name)).not.toMatch(/url\(["']?(?:https?:)?\/\//)
  })

  it('write no HTML by script', () => {
    const ours = [...initialScripts(html('widget', 'index.html')), built('widget.js')]
    for (const path of ours)
      expect(readFileSync(path, 'utf8')).not.toMatch(/insertAdjacentHTML|document\.write|\beval\(/)
  })

  it('are not stale right after they were built', () => {
    expect(isStale(root)).toBe(false)
  })
})

describe('staleness', () => {
  const copy = mkdtempSync(join(tmpdir(), 'baton-stamp-'))
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('is when there is nothing built, and when a source or a package has changed', () => {
    cpSync(join(root, 'src/web'), join(copy, 'src/web'), { recursive: true })
    writeFileSync(join(copy, 'package-lock.json'), '{}')
    expect(isStale(copy)).toBe(true)
    mkdirSync(join(copy, BUILT), { recursive: true })
    cpSync(built('stamp'), join(copy, BUILT, 'stamp'))
    expect(isStale(copy)).toBe(true)
    cpSync(join(root, 'package-lock.json'), join(copy, 'package-lock.json'))
    expect(isStale(copy)).toBe(false)
    writeFileSync(join(copy, 'src/web/links.ts'), '// another day\n')
    expect(isStale(copy)).toBe(true)
  })
})
