// The pages: what is served where, under which headers, and what happens while they are built or cannot be.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from './house.ts'

const root = mkdtempSync(join(tmpdir(), 'baton-pages-'))
const { promise: ready, resolve: finish } = Promise.withResolvers<void>()
let state: 'building' | 'ready' | 'failed' = 'building'
let house: House

beforeAll(async () => {
  for (const folder of ['console/assets', 'widget', 'assets']) mkdirSync(join(root, folder), { recursive: true })
  const files = {
    'index.html': 'the shop',
    'widget.js': 'loader()',
    'widget/index.html': 'the chat',
    'console/index.html': 'the console',
    'console/assets/main-B1c2D3e4.js': 'run()',
    'assets/plain.css': 'a {}',
    '.secret': 'hidden',
    stamp: '1',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  house = await openHouse({
    pages: { root, ready, state: () => (state === 'failed' ? { state, detail: 'no space left' } : { state }) },
  })
})
afterAll(async () => {
  await house.close()
  rmSync(root, { recursive: true })
})

describe('the pages', () => {
  it('are waited for while they are built, and the API is not', async () => {
    const page = house.call('/')
    expect((await house.call('/readyz')).status).toBe(200)
    state = 'ready'
    finish()
    expect(await page).toMatchObject({ status: 200, text: 'the shop' })
  })

  it.each([
    ['/', 'the shop'],
    ['/widget.js', 'loader()'],
    ['/widget/', 'the chat'],
    ['/console/', 'the console'],
    ['/console/conversations/abc?owner=me', 'the console'],
    ['/console/welcome?link=a-token_1', 'the console'],
  ])('serve %s', async (path, text) => {
    expect(await house.call(path)).toMatchObject({ status: 200, text })
  })

  it('lead /console to the console', async () => {
    const { status, headers, text } = await house.call('/console')
    expect(status === 301 ? headers.get('location') : text).toMatch(/^\/console\/$|the console/)
  })

  it.each([
    '/console/assets/gone-12345678.js',
    '/stamp',
    '/.secret',
    '/console/../.secret',
    '/assets/',
    '/nothing',
    '/index.php',
  ])('have nothing at %s', async (path) => {
    const reply = await house.call(path)
    expect([path, reply.status]).toEqual([path, 404])
    expect(reply.body.status).toBe(404)
  })

  it('are kept for ever when their name says what is in them, and asked for anew else', async () => {
    const cached = async (path: string) => (await house.call(path)).headers.get('cache-control')
    expect(await cached('/console/assets/main-B1c2D3e4.js')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/widget.js', '/console/', '/console/queue', '/assets/plain.css'])
      expect(await cached(path)).toBe('no-cache')
  })

  it('may be framed where they should be: the chat anywhere, the console nowhere', async () => {
    const policyOf = async (path: string) => (await house.call(path)).headers.get('content-security-policy') ?? ''
    expect(await policyOf('/widget/')).not.toContain('frame-ancestors')
    expect(await policyOf('/console/')).toContain("frame-ancestors 'none'")
    expect(await policyOf('/')).toContain("frame-ancestors 'self'")
    for (const path of ['/', '/widget/', '/console/']) {
      expect(await policyOf(path)).toContain("script-src 'self'")
      expect(await policyOf(path)).not.toContain('unsafe')
    }
    expect((await house.call('/console/')).headers.get('x-frame-options')).toBe('DENY')
  })

  it('that could not be built say what to do, and the chat works all the same', async () => {
    state = 'failed'
    const page = await house.call('/console/')
    expect(page.status).toBe(503)
    expect(page.text).toContain('no space left')
    expect(page.text).toContain('npm run build')
    const far = await house.call('/', { headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect([far.status, far.text.includes('no space left')]).toEqual([503, false])
    expect((await house.customer()).id).toBeTruthy()
    state = 'ready'
  })
})
