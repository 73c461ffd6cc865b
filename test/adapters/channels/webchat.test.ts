// The web chat keeps the rules of the port, over real HTTP and real streams.
import { afterEach, describe, expect, it } from 'vitest'
import { createWebChat, type WebChatOptions } from '../../../src/adapters/channels/webchat/channel.ts'
import { createBuckets } from '../../../src/adapters/channels/webchat/limits.ts'
import { chatOf, issueToken } from '../../../src/adapters/channels/webchat/token.ts'
import { createMemoryStore } from '../../../src/adapters/store/memory.ts'
import { systemClock } from '../../../src/adapters/system/clock.ts'
import { createIds } from '../../../src/adapters/system/ids.ts'
import { createManualClock } from '../../../src/adapters/system/manual-clock.ts'
import { createTally } from '../../../src/adapters/system/tally.ts'
import type { App } from '../../../src/app/app.ts'
import { createHttp } from '../../../src/http/server.ts'
import type { ChannelHost } from '../../../src/ports/channel.ts'
import { channelContract } from '../../contracts/channel.ts'
import { createHostDouble, type HostDouble } from '../../doubles/channel-host.ts'
import { caller, PAGES } from '../../http/house.ts'
import { type Listening, listen } from '../../http/sse.ts'

async function serve(host: ChannelHost, options: Partial<WebChatOptions> = {}) {
  const messages = () => ({
    en: { widgetTitle: '{{shop}}', widgetPlaceholder: 'Write', widgetTyping: '{{name}} types' },
    ar: { widgetPlaceholder: 'اكتب' },
  })
  const ids = createIds(systemClock)
  const channel = createWebChat({ messages, shopName: () => 'Linen', clock: systemClock, ids, ...options })
  await channel.start(host)
  const logger = { debug() {}, info() {}, warn() {}, error() {} }
  const mounts = channel.http ? [channel.http] : []
  const { answers } = createMemoryStore()
  // No route of the app is asked here: only the channel's own paths.
  const http = createHttp({
    app: {} as App,
    logger,
    clock: systemClock,
    answers,
    mounts,
    pages: PAGES,
    tally: createTally(),
  })
  const { port } = await http.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  const call = caller(url)
  const { body } = await call('/webchat/sessions', { method: 'POST' })
  const token: string = body.token
  const post = (path: string, sent?: unknown) => call(`/webchat/${path}`, { method: 'POST', token, body: sent })
  const chat = chatOf(host.secret('webchat'), token, Date.now()) ?? ''
  const streams: Listening[] = []
  const stream = async (headers: Record<string, string> = {}, query = '') => {
    const opened = await listen(`${url}/webchat/events${query}`, { authorization: `Bearer ${token}`, ...headers })
    streams.push(opened)
    return opened
  }
  const close = async () => {
    for (const each of streams) each.leave()
    await channel.stop()
    await http.close(50)
  }
  return { channel, url, call, body, token, chat, post, stream, close }
}

channelContract('web chat', { redelivers: true }, async (host) => {
  const { channel, chat, post, stream, close } = await serve(host)
  const { events } = await stream()
  let written = 0
  return {
    channel,
    chat,
    write: async (text, id = `w${++written}`) =>
      (await post('messages', { id, text })).status === 202 ? 'taken' : 'refused',
    person: async () => ((await post('person')).status === 202 ? 'taken' : 'refused'),
    reads: () =>
      events.filter(({ type, data }) => type === 'message' && data.from !== 'customer').map(({ data }) => data.text),
    close,
  }
})

describe('a web chat', () => {
  let closing: (() => Promise<void>)[] = []
  const open = async (
    options?: Partial<WebChatOptions>,
  ): Promise<Awaited<ReturnType<typeof serve>> & { double: HostDouble }> => {
    const double = createHostDouble()
    const served = await serve(double.host, options)
    closing.push(served.close)
    return { ...served, double }
  }
  afterEach(async () => {
    for (const close of closing) await close()
    closing = []
  })

  it('opens with a token that only names its own chat', async () => {
    const { body, call, chat, double } = await open()
    expect(body.conversationId).toBe(double.host.conversationId(chat))
    const other = await call('/webchat/sessions', { method: 'POST' })
    expect(other.status).toBe(201)
    expect(other.body.token).not.toBe(body.token)
    expect(other.body.conversationId).not.toBe(body.conversationId)
  })

  it('knows no token that is forged, altered, foreign or a year old', async () => {
    const { token, call } = await open()
    const secret = createHostDouble().host.secret('webchat')
    const strange = [
      '',
      'x',
      token.slice(0, -1),
      `${token}A`,
      token.replace(/^1/, '2'),
      '....',
      `1.chat.${'z'.repeat(500)}`,
    ]
    const foreign = issueToken(new Uint8Array(32), 'chat', Date.now())
    const old = issueToken(secret, 'chat', Date.now() - 366 * 24 * 3_600_000)
    for (const bad of [...strange, foreign, old]) {
      const reply = await call('/webchat/messages', { method: 'POST', token: bad, body: { id: 'a', text: 'hi' } })
      expect([bad, reply.status]).toEqual([bad, 401])
      expect((await call(`/webchat/events?token=${encodeURIComponent(bad)}`)).status).toBe(401)
    }
  })

  it('shows the last 50 messages and the owner first, then what happens', async () => {
    const { chat, double, stream } = await open()
    for (let i = 1; i <= 60; i++) double.say(chat, { text: `t${i}` })
    double.own(chat, { owner: 'staff', name: 'Mia' })
    const { events, headers } = await stream()
    expect(headers.get('content-type')).toBe('text/event-stream')
    expect(headers.get('x-accel-buffering')).toBe('no')
    await expect.poll(() => events.at(-1)).toMatchObject({ type: 'owner', data: { owner: 'staff', name: 'Mia' } })
    expect(events.filter(({ type }) => type === 'message').at(-1)?.data.text).toBe('t60')
    expect(events.length).toBeLessThanOrEqual(51)
    double.typing(chat, 'staff')
    await expect.poll(() => events.at(-1)).toMatchObject({ type: 'typing', data: { from: 'staff' } })
    double.typing(chat, 'staff')
    double.say(chat, { text: 'Hello', from: 'staff', name: 'Mia' })
    await expect.poll(() => events.at(-1)?.data).toMatchObject({ text: 'Hello', from: 'staff', name: 'Mia' })
  })

  it.each(['header', 'query'])('resumes behind the last position that was seen, told by %s', async (how) => {
    const { chat, double, stream } = await open()
    for (const text of ['one', 'two']) double.say(chat, { text })
    const first = await stream()
    await expect.poll(() => first.events.filter(({ type }) => type === 'message').length).toBe(2)
    const last = first.events.at(-1)?.id ?? ''
    first.leave()
    for (const text of ['three', 'four']) double.say(chat, { text })
    const again = how === 'header' ? await stream({ 'last-event-id': last }) : await stream({}, `?after=${last}`)
    await expect
      .poll(() => again.events.filter(({ type }) => type === 'message').map(({ data }) => data.text))
      .toEqual(['three', 'four'])
    const positions = again.events.flatMap(({ id }) => (id === undefined ? [] : [Number(id)]))
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
  })

  it('takes the token in the query too, since a browser stream cannot send headers', async () => {
    const { url, token } = await open()
    const { status, leave } = await listen(`${url}/webchat/events?token=${encodeURIComponent(token)}`)
    expect(status).toBe(200)
    leave()
  })

  it('gives signs of life, and stops listening to the log when the reader leaves', async () => {
    const { chat, double, stream } = await open({ pingMs: 20 })
    const { pings, leave } = await stream()
    await expect.poll(pings).toBeGreaterThan(2)
    expect(double.watchers(chat)).toBe(1)
    leave()
    await expect.poll(() => double.watchers(chat)).toBe(0)
  })

  it('ends every stream when it stops', async () => {
    const { channel, chat, double, stream } = await open()
    const { ended } = await stream()
    await channel.stop()
    await ended
    expect(double.watchers(chat)).toBe(0)
  })

  it('lets a chat have a few tabs, and no more', async () => {
    const { stream } = await open()
    for (let i = 0; i < 8; i++) expect((await stream()).status).toBe(200)
    const ninth = await stream()
    expect(ninth.status).toBe(429)
    expect(Number(ninth.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('gives a place back when a tab is closed', async () => {
    const { stream, chat, double } = await open()
    for (let i = 0; i < 20; i++) {
      const tab = await stream()
      expect(tab.status).toBe(200)
      tab.leave()
      await expect.poll(() => double.watchers(chat)).toBe(0)
    }
  })

  it('counts impatient presses of "talk to a person" as one wish, unless it could not be kept', async () => {
    const { post, double } = await open()
    double.refuse(1)
    expect((await post('person')).status).toBe(503)
    const ends = await Promise.all([post('person'), post('person'), post('person')])
    expect(ends.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(double.accepted.map(({ type }) => type)).toEqual(['person'])
  })

  it('hears a second wish after a while', async () => {
    const clock = createManualClock(Date.now())
    const { post, double } = await open({ clock })
    await post('person')
    clock.advance(2_001)
    await post('person')
    expect(double.accepted).toHaveLength(2)
  })

  it('says 503 when a message could not be kept, so that the page keeps it', async () => {
    const { post, double } = await open()
    double.refuse(1)
    const reply = await post('messages', { id: 'a', text: 'hello' })
    expect(reply.status).toBe(503)
    expect(reply.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    expect(reply.body).toMatchObject({ status: 503, code: 'not-stored' })
    expect(reply.text).not.toContain('disk')
  })

  it('gives its own words in the language that is asked for, with their direction', async () => {
    const { call } = await open()
    const arabic = (await call('/webchat/texts?lang=ar-EG')).body
    expect(arabic).toMatchObject({
      language: 'ar',
      dir: 'rtl',
      texts: { widgetPlaceholder: 'اكتب', widgetTitle: 'Linen' },
    })
    const unknown = (await call('/webchat/texts?lang=xx')).body
    expect(unknown).toMatchObject({ language: 'en', dir: 'ltr', texts: { widgetTyping: '{{name}} types' } })
    for (const lang of ['__proto__', 'constructor', '', '../en', 'a'.repeat(999)]) {
      expect((await call(`/webchat/texts?lang=${lang}`)).body.language).toBe('en')
    }
  })

  it('passes on which language the browser prefers, as a hint', async () => {
    const { call, token, double } = await open()
    const headers = { 'accept-language': 'pt-BR,pt;q=0.9,en;q=0.5' }
    await call('/webchat/messages', { method: 'POST', token, headers, body: { id: 'a', text: 'oi' } })
    expect(double.accepted).toMatchObject([{ language: 'pt-BR' }])
  })

  it('serves only its own paths and methods', async () => {
    const { call } = await open()
    for (const path of ['', 'nothing', 'constructor', '__proto__', 'sessions/x', '%2e%2e%2fhealthz']) {
      expect((await call(`/webchat/${path}`)).status).toBe(404)
    }
    const wrong = await call('/webchat/messages')
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST'])
    expect((await call('/webchat/events', { method: 'OPTIONS' })).headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('what one visitor may ask', () => {
  it('is a burst at once, then so many a second, for each key by itself', () => {
    const clock = createManualClock()
    const buckets = createBuckets({ burst: 3, perSecond: 2 }, clock)
    expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([0, 0, 0])
    expect(buckets.take('a')).toBeGreaterThan(0)
    expect(buckets.take('b')).toBe(0)
    clock.advance(500)
    expect(buckets.take('a')).toBe(0)
    expect(buckets.take('a')).toBeGreaterThan(0)
    clock.set(clock.now() - 3_600_000)
    expect(buckets.take('b')).toBe(0)
  })
})
