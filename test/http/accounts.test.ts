// Signing in: links, cookies, guessing, and sites that send requests in somebody's name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTES } from '../../src/http/routes/index.ts'
import { CONSOLE_TOKEN, type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const PASSWORD = 'a long enough password'
const PAGE = { 'x-baton': '1' }

const invite = async (role = 'staff') => {
  const { body } = await house.call('/api/v1/staff', { method: 'POST', token: CONSOLE_TOKEN, body: { role } })
  return `/api/v1/links/${body.url.split('=').at(-1)}`
}
const signIn = (name: string, password: string, headers = {}) =>
  house.call('/api/v1/sign-in', { method: 'POST', body: { name, password }, headers })
const cookieOf = (headers: Headers) => (headers.get('set-cookie') ?? '').split(';')[0] ?? ''

describe('a one-time link', () => {
  it('says what it is for, makes an account once, and signs in', async () => {
    const path = await invite()
    expect((await house.call(path)).body).toEqual({ kind: 'invite', role: 'staff' })
    const made = await house.call(path, { method: 'POST', body: { name: 'Mia', password: PASSWORD } })
    expect([made.status, made.body.name, made.body.role]).toEqual([201, 'Mia', 'staff'])
    const me = await house.call('/api/v1/me', { headers: { cookie: cookieOf(made.headers) } })
    expect(me.body).toEqual(made.body)
    expect((await house.call(path)).status).toBe(410)
    expect((await house.call(path, { method: 'POST', body: { name: 'Eve', password: PASSWORD } })).status).toBe(410)
    expect((await house.call('/api/v1/links/unknown')).status).toBe(410)
  })

  it('stays good when the name is taken or the password too short', async () => {
    const path = await invite()
    const taken = await house.call(path, { method: 'POST', body: { name: 'mia', password: PASSWORD } })
    expect([taken.status, taken.body.code]).toEqual([409, 'name-taken'])
    const short = await house.call(path, { method: 'POST', body: { name: ' \u202e ', password: 'short' } })
    expect(short.status).toBe(400)
    expect(short.body.fields.map((one: { field: string }) => one.field)).toEqual(['name', 'password'])
    expect((await house.call(path, { method: 'POST', body: { name: 'Tom', password: PASSWORD } })).status).toBe(201)
  })
})

describe('the cookie', () => {
  it('is out of reach for scripts and other sites', async () => {
    const { headers, status } = await signIn('Mia', PASSWORD)
    expect(status).toBe(200)
    expect(headers.get('set-cookie')).toMatch(/^baton=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/)
  })

  it('is bound to host and https when the shop is reached by https', async () => {
    const safe = await openHouse({ config: { publicUrl: 'https://chat.example.com' } })
    const token = await safe.token('staff', 'Mia')
    expect(token).not.toBe('')
    const { headers } = await safe.call('/api/v1/sign-in', {
      method: 'POST',
      body: { name: 'Mia', password: 'correct horse battery' },
    })
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-baton=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=\d+$/,
    )
    const cookie = cookieOf(headers)
    expect((await safe.call('/api/v1/me', { headers: { cookie } })).status).toBe(200)
    expect((await safe.call('/api/v1/me', { headers: { cookie: cookie.replace('__Host-', '') } })).status).toBe(401)
    const origin = { cookie, origin: 'https://chat.example.com' }
    expect((await safe.call('/api/v1/sign-out', { method: 'POST', headers: origin, body: {} })).status).toBe(204)
    await safe.close()
  })

  it('ends with signing out', async () => {
    const cookie = cookieOf((await signIn('Mia', PASSWORD)).headers)
    const out = await house.call('/api/v1/sign-out', { method: 'POST', headers: { cookie, ...PAGE }, body: {} })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/^baton=; .*Max-Age=0$/)
    expect((await house.call('/api/v1/me', { headers: { cookie } })).status).toBe(401)
  })

  it('changes nothing when another site makes the browser send it', async () => {
    const cookie = cookieOf((await signIn('Mia', PASSWORD)).headers)
    const { id } = await house.customer()
    const take = (headers: Record<string, string>) =>
      house.call(`/api/v1/conversations/${id}/take-over`, { method: 'POST', headers: { cookie, ...headers }, body: {} })
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'nonsense' },
      { 'x-baton': '0' },
    ]) {
      const refused = await take(headers as Record<string, string>)
      expect([refused.status, refused.body.code]).toEqual([403, 'forgery'])
    }
    expect((await take({ origin: house.url })).status).toBe(200)
    expect((await take(PAGE)).status).toBe(200)
    const login = await signIn('Mia', PASSWORD, { origin: 'https://evil.example' })
    expect(login.status).toBe(403)
  })
})

describe('guessing', () => {
  it('gets the same answer for a wrong password and an unknown name, and soon none at all', async () => {
    const far = { 'x-forwarded-for': '203.0.113.50' }
    const wrong = await signIn('Tom', 'not the password', far)
    const unknown = await signIn('Nobody', 'not the password', far)
    expect([wrong.status, wrong.text]).toEqual([401, unknown.text])
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn('Tom', 'not the password', far)))
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(4)
    const [stopped] = tries.filter(({ status }) => status === 429)
    expect(Number(stopped?.headers.get('retry-after'))).toBeGreaterThan(60)
    expect((await signIn('Tom', PASSWORD, far)).status).toBe(429)
    expect((await signIn('tom', PASSWORD, { 'x-forwarded-for': '203.0.113.51' })).status).toBe(200)
  })
})

describe('what a role may do', () => {
  const RANK = { viewer: 1, staff: 2, owner: 3 }
  const paths = ROUTES.map((route) => ({ ...route, url: `/api/v1${route.path.replace(/\{\w+\}/g, 'x1')}` }))

  it('is written down for every route', () => {
    for (const { method, path, allowed } of ROUTES) {
      expect([path, ['anyone', 'viewer', 'staff', 'owner'].includes(allowed)]).toEqual([path, true])
      if (method === 'post' && allowed === 'viewer')
        throw new Error(`${path} would let those who only look on change something`)
    }
  })

  it('holds for every route: nobody, viewer, staff, owner', async () => {
    const tokens = {
      viewer: await house.token('viewer'),
      staff: await house.token('staff'),
      owner: await house.token('owner'),
    }
    for (const { url, method, allowed } of paths.filter((route) => route.allowed !== 'anyone')) {
      const body = method === 'post' ? { body: { unknownField: 1 } } : {}
      const ask = (token?: string) =>
        house.call(url, { method: method.toUpperCase(), ...body, ...(token ? { token } : {}) })
      expect([url, (await ask()).status]).toEqual([url, 401])
      expect([url, (await ask('forged.token')).status]).toEqual([url, 401])
      for (const [role, rank] of Object.entries(RANK)) {
        const may = rank >= RANK[allowed as keyof typeof RANK]
        const { status } = await ask(tokens[role as keyof typeof tokens])
        expect([url, role, status === 403]).toEqual([url, role, !may])
        expect(status).not.toBe(401)
      }
    }
  })
})
