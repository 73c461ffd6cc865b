// The console API, used as staff and scripts use it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CONSOLE_TOKEN, type House, openHouse, type Reply } from './house.ts'

let house: House
let mia: string
let tom: string
let boss: string
let id: string
let customer: Awaited<ReturnType<House['customer']>>

const post = (verb: string, token: string, body: unknown = {}): Promise<Reply> =>
  house.call(`/api/v1/conversations/${id}/${verb}`, { method: 'POST', token, body })
const get = (path: string, token = mia): Promise<Reply> => house.call(`/api/v1${path}`, { token })

beforeAll(async () => {
  house = await openHouse()
  mia = await house.token('staff', 'Mia')
  tom = await house.token('staff', 'Tom')
  boss = await house.token('owner', 'Boss')
})
afterAll(() => house.close())
beforeEach(async () => {
  customer = await house.customer()
  id = customer.id
  await customer.write('I want to talk to a person')
})

describe('a conversation', () => {
  it('shows why it is in the queue, what was said, and the brief', async () => {
    const { body } = await get(`/conversations/${id}`)
    expect(body).toMatchObject({
      id,
      channel: 'webchat',
      owner: 'queue',
      team: { id: 'care', name: 'customer care' },
      handoff: { team: { id: 'care', name: 'customer care' }, reasons: [{ trigger: 'explicit-request' }] },
      brief: { by: 'log', reasons: [{ trigger: 'explicit-request' }] },
    })
    expect(body.waitingSince).toBeGreaterThan(0)
    const kinds = body.messages.map(
      (line: { kind: string; event?: string; reply?: string }) => line.event ?? line.reply ?? line.kind,
    )
    expect(kinds).toEqual(expect.arrayContaining(['case-opened', 'message', 'handoff', 'notice']))
  })

  it('goes from the queue to staff, to the bot, and to its end, each step answered with how it is now', async () => {
    const taken = await post('take-over', mia)
    expect([taken.status, taken.body.owner, taken.body.staff.name]).toEqual([200, 'staff', 'Mia'])
    const replied = await post('messages', mia, { text: 'Hello, I am Mia.' })
    expect(replied.status).toBe(201)
    expect(replied.body.conversation.messages.at(-1)).toMatchObject({
      id: replied.body.messageId,
      from: 'staff',
      name: 'Mia',
      text: 'Hello, I am Mia.',
    })
    const noted = await post('notes', mia, { text: 'Sounds tired.' })
    expect(noted.body.conversation.messages.at(-1)).toMatchObject({
      id: noted.body.noteId,
      kind: 'note',
      text: 'Sounds tired.',
    })
    expect((await post('typing', mia)).status).toBe(204)
    const back = await post('hand-back', mia, { quiet: true })
    expect([back.status, back.body.owner]).toEqual([200, 'bot'])
    expect((await post('messages', tom, { text: 'One more thing.' })).body.conversation.staff.name).toBe('Tom')
    const closed = await post('close', tom, { rootCause: 'missing-knowledge', note: 'No entry on hats.' })
    expect([closed.body.owner, closed.body.messages.at(-1).event]).toEqual(['nobody', 'closed'])
  })

  it('belongs to one at a time: the second is told who has it, owners may force', async () => {
    await post('take-over', mia)
    for (const refused of [await post('take-over', tom), await post('messages', tom, { text: 'Me too!' })]) {
      expect(refused.status).toBe(409)
      expect(refused.headers.get('content-type')).toBe('application/problem+json')
      expect(refused.body).toMatchObject({ code: 'owned-by-another', holder: { name: 'Mia' } })
    }
    const forbidden = await post('take-over', tom, { force: true })
    expect([forbidden.status, forbidden.body.code]).toEqual([403, 'not-allowed'])
    expect((await post('take-over', boss, { force: true })).body.staff.name).toBe('Boss')
  })

  it('goes to exactly one of two who take it in the same moment', async () => {
    const ends = await Promise.all([post('take-over', mia), post('take-over', tom)])
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409])
    const [winner, loser] = ends[0]?.status === 200 ? ends : ends.toReversed()
    expect(loser?.body.holder).toEqual(winner?.body.staff)
  })

  it('has a log that is read in pages', async () => {
    const seen: number[] = []
    let after = '0'
    for (let page = 0; page < 50; page++) {
      const { body } = await get(`/conversations/${id}/events?after=${after}&limit=2`)
      seen.push(...body.items.map((event: { seq: number }) => event.seq))
      if (body.next === undefined) break
      after = body.next
    }
    expect(seen).toEqual(seen.map((_, i) => i + 1))
    const { body } = await get(`/conversations/${id}/events`)
    expect(body.items).toHaveLength(seen.length)
    const handoff = body.items.find((event: { type: string }) => event.type === 'handoff-opened')
    expect(handoff.data.grounds).toMatchObject({ reasons: [{ trigger: 'explicit-request' }], parts: expect.any(Array) })
  })

  it('that is unknown is 404, whatever is asked of it', async () => {
    for (const unknown of ['nothing-here', 'x'.repeat(80)]) {
      expect((await get(`/conversations/${unknown}`)).status).toBe(404)
      expect((await get(`/conversations/${unknown}/events`)).status).toBe(404)
      for (const [verb, body] of [
        ['take-over'],
        ['messages', { text: 'a' }],
        ['notes', { text: 'a' }],
        ['hand-back'],
        ['close'],
      ] as const) {
        const path = `/api/v1/conversations/${unknown}/${verb}`
        expect([verb, (await house.call(path, { method: 'POST', token: mia, body: body ?? {} })).status]).toEqual([
          verb,
          404,
        ])
      }
    }
  })
})

describe('lists', () => {
  it('are read page by page, and by owner, channel and staff', async () => {
    for (let i = 0; i < 4; i++) await house.customer()
    await post('take-over', mia)
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await get(`/conversations?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      expect(body.items.length).toBeLessThanOrEqual(2)
      seen.push(...body.items.map((row: { id: string }) => row.id))
      cursor = body.next ?? ''
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toContain(id)
    const mine = (await get('/conversations?staff=me&owner=staff')).body.items
    expect(mine.map((row: { id: string }) => row.id)).toContain(id)
    expect(mine.every((row: { staff: { name: string } }) => row.staff.name === 'Mia')).toBe(true)
    expect((await get('/conversations?channel=telegram')).body.items).toEqual([])
    expect((await get('/conversations?cursor=nonsense')).status).toBeLessThan(500)
  })

  it('give the queue most urgent first, and its first to who asks for the next', async () => {
    const waiting = (await get('/queue')).body.items
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.every((row: { owner: string }) => row.owner === 'queue')).toBe(true)
    const next = await house.call('/api/v1/queue/next', { method: 'POST', token: mia, body: {} })
    expect([next.status, next.body.id, next.body.staff.name]).toEqual([200, waiting[0].id, 'Mia'])
    let more = next
    while (more.status === 200) more = await house.call('/api/v1/queue/next', { method: 'POST', token: mia, body: {} })
    expect([more.status, more.body.code]).toEqual([404, 'empty-queue'])
  })

  it('say what pages need to know of shop, staff, files and figures', async () => {
    expect((await get('/shop')).body).toEqual({
      name: 'Shop',
      rootCauses: ['unstated', 'missing-knowledge'],
      teams: [{ id: 'care', name: 'customer care' }],
    })
    expect((await get('/knowledge')).body).toMatchObject({
      entries: 3,
      sample: true,
      problems: [{ source: 'a.csv', line: 3 }],
    })
    const staff = (await get('/staff')).body.items
    expect(staff.map((one: { name: string }) => one.name)).toEqual(expect.arrayContaining(['Mia', 'Tom', 'Boss']))
    expect(JSON.stringify(staff)).not.toContain('scrypt')
    const figures = (await get('/metrics')).body.items
    expect(figures[0]).toMatchObject({ id: expect.any(String), unit: expect.stringMatching(/share|count|ms/) })
  })

  it('know the token for scripts as the staff member owner', async () => {
    expect((await get('/me', CONSOLE_TOKEN)).body).toEqual({ id: 'owner', name: 'owner', role: 'owner' })
  })
})

describe('health', () => {
  it('says that it lives, whether it can take messages, and for Prometheus how much it does', async () => {
    expect((await house.call('/healthz')).body).toEqual({ alive: true })
    expect((await house.call('/readyz')).body).toMatchObject({ ready: true, parts: expect.any(Object) })
    const { text, headers } = await house.call('/metrics')
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect(text).toMatch(/^baton_http_requests_total\{group="webchat",status="2xx"\} \d+$/m)
    expect(text).toMatch(/^baton_messages_accepted\{channel="webchat"\} \d+$/m)
    expect(text).toMatch(/^baton_queue_waiting \d+$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m)
  })

  it('gives its figures to programs of this machine and to who has a token, to nobody else', async () => {
    const far = { 'x-forwarded-for': '203.0.113.9' }
    expect((await house.call('/metrics', { headers: far })).status).toBe(401)
    expect((await house.call('/metrics', { headers: far, token: CONSOLE_TOKEN })).status).toBe(200)
  })
})
