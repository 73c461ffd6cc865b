// Requests that no honest program sends: each gets a clear problem, nobody else notices, and the process lives.
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CONSOLE_TOKEN, type House, openHouse } from './house.ts'

let house: House
let customer: Awaited<ReturnType<House['customer']>>

beforeAll(async () => {
  house = await openHouse({ config: { headersMs: 400, requestMs: 800 } })
  customer = await house.customer()
})
afterAll(() => house.close())
afterEach(async () => {
  expect((await house.call('/healthz')).status).toBe(200)
  expect(house.logged.splice(0)).toEqual([])
})

/** Bytes as they are, and everything that came back until the line was closed. */
function raw(bytes: string | Buffer, options: { keepOpen?: boolean } = {}): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(house.port, '127.0.0.1', () => {
      socket.write(bytes)
      if (!options.keepOpen) socket.end()
    })
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => {
      answer += part
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
const head = (path: string, more = '') =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${path.startsWith('/webchat') ? customer.token : CONSOLE_TOKEN}\r\n${more}`

/** The two kinds of door: a channel's, and the console API's. */
const doors = () => [
  { path: '/webchat/messages', token: customer.token, good: { id: 'ok', text: 'hi' } },
  { path: `/api/v1/conversations/${customer.id}/notes`, token: CONSOLE_TOKEN, good: { text: 'hi' } },
]

describe('a body', () => {
  const json = { 'content-type': 'application/json' }
  const post = async (headers: Record<string, string>, body: string | Buffer<ArrayBuffer>) => {
    const replies = []
    for (const { path, token } of doors()) {
      const init = { method: 'POST', headers: { authorization: `Bearer ${token}`, ...headers }, body: new Blob([body]) }
      const response = await fetch(house.url + path, init)
      const document = await response.json()
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(document).toMatchObject({ status: response.status, title: expect.any(String), code: expect.any(String) })
      replies.push(response.status)
    }
    return replies
  }

  it('that is too large is refused, whether it says so or not', async () => {
    expect(await post(json, JSON.stringify({ id: 'a', text: 'x'.repeat(70_000) }))).toEqual([413, 413])
    expect(await post(json, JSON.stringify({ id: 'a', text: 'x'.repeat(900_000) }))).toEqual([413, 413])
    const chunks = '8000\r\n'.concat('x'.repeat(0x8000), '\r\n').repeat(4)
    const answer = await raw(
      `${head('/webchat/messages', 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n')}\r\n${chunks}0\r\n\r\n`,
    )
    expect(statusOf(answer)).toBe(413)
  })

  it('without an end is cut off, and does not fill the memory', async () => {
    const before = process.memoryUsage().arrayBuffers
    const part = Buffer.alloc(64 * 1024, 'x')
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(house.port, '127.0.0.1', () => {
        socket.write(head('/webchat/messages', `Content-Type: application/json\r\nContent-Length: ${10 ** 10}\r\n\r\n`))
        const more = () => {
          while (!socket.destroyed && socket.write(part));
        }
        socket.on('drain', more)
        more()
      })
      socket.on('data', (data) => {
        text += data
      })
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(text))
    })
    // The answer may be lost when we cut the line while the other side is still writing; being cut off is what counts.
    expect([0, 413]).toContain(statusOf(answer))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
  })

  it('that is no JSON, no UTF-8, or nested without end is refused', async () => {
    for (const body of ['{', 'null', '[]', '"text"', '12', '{"text":"a"', '{"id":"a","text":"\\ud800"', '\u0000']) {
      expect([body, ...(await post(json, body))]).toEqual([body, 400, 400])
    }
    expect(await post(json, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]))).toEqual([400, 400])
    expect(await post(json, '['.repeat(30_000) + ']'.repeat(30_000))).toEqual([400, 400])
    expect(await post(json, `{"text":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`)).toEqual([400, 400])
  })

  it('that is empty is a body without fields', async () => {
    expect(await post(json, '')).toEqual([400, 400])
    expect(await post(json, '{}')).toEqual([400, 400])
  })

  it('of another type, or packed, is refused', async () => {
    const body = JSON.stringify({ id: 'a', text: 'hi' })
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      '',
    ]) {
      expect([type, ...(await post({ 'content-type': type }, body))]).toEqual([type, 415, 415])
    }
    expect(await post({ ...json, 'content-encoding': 'gzip' }, body)).toEqual([415, 415])
  })

  it('cannot make an object what it is not', async () => {
    for (const { path, token } of doors()) {
      const body = '{"__proto__":{"text":"x","id":"y"},"constructor":{"prototype":{}}}'
      expect((await house.call(path, { method: 'POST', token, body })).status).toBe(400)
    }
    expect(({} as { text?: string }).text).toBeUndefined()
  })
})

describe('a connection', () => {
  it('that sends its headers or its body drop by drop is closed in time', async () => {
    const began = Date.now()
    const slow = [
      raw('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ', { keepOpen: true }),
      raw('GET /hea', { keepOpen: true }),
      raw(`${head('/webchat/messages', 'Content-Type: application/json\r\nContent-Length: 50\r\n')}\r\n{"id"`, {
        keepOpen: true,
      }),
      raw(
        `${head(`/api/v1/conversations/${customer.id}/notes`, 'Content-Type: application/json\r\nContent-Length: 50\r\n')}\r\n{"te`,
        { keepOpen: true },
      ),
    ]
    expect((await customer.write('and I am served meanwhile')).status).toBe(202)
    for (const answer of await Promise.all(slow)) expect([0, 408]).toContain(statusOf(answer))
    expect(Date.now() - began).toBeLessThan(6_000)
  })

  it('that lies about its length is answered for what it is', async () => {
    const short = await raw(
      `${head('/webchat/messages', 'Content-Type: application/json\r\nContent-Length: 500\r\n')}\r\n{"id":"a","text":"b"}`,
    )
    expect([0, 400, 408]).toContain(statusOf(short))
    const long = await raw(
      `${head('/webchat/messages', 'Content-Type: application/json\r\nContent-Length: 5\r\nConnection: close\r\n')}\r\n{"id":"a","text":"b"}`,
    )
    expect(statusOf(long)).toBe(400)
    const both = await raw(
      `${head('/webchat/messages', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n')}\r\n0\r\n\r\n`,
    )
    expect(statusOf(both)).toBe(400)
    for (const length of ['-1', '1e3', '0x10', '5, 6', '']) {
      expect([0, 400]).toContain(
        statusOf(await raw(`${head('/webchat/messages', `Content-Length: ${length}\r\n`)}\r\nhello`)),
      )
    }
  })

  it('that does not speak HTTP, or says too much in its headers, is told so', async () => {
    expect(statusOf(await raw('\u0016\u0003\u0001\u0002\u0000\u0001\u0000'))).toBe(400)
    expect(statusOf(await raw('GET / HTTP/1.1\r\n\r\n'))).toBe(400)
    expect(statusOf(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'y'.repeat(40_000)}\r\n\r\n`))).toBe(431)
    expect(statusOf(await raw('GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n'))).toBe(400)
    expect(statusOf(await raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'))).toBe(400)
  })

  it('that asks for strange places is told that there is nothing', async () => {
    const close = 'Host: x\r\nConnection: close\r\n\r\n'
    const places = [
      '/%',
      '/%00',
      '/%ff%fe',
      '/..%2f..%2fetc%2fpasswd',
      '//evil.example/',
      '/api/v1/conversations/%2e%2e%2f',
      '/webchat/%',
      '/webchat/../healthz',
      '*',
      '/api/v1/links/%E0%A4%A',
    ]
    for (const place of places) {
      const answer = await raw(`GET ${place} HTTP/1.1\r\n${close}`)
      expect([place, [400, 401, 404].includes(statusOf(answer))]).toEqual([place, true])
    }
    for (const method of ['TRACE', 'DELETE', 'PUT', 'PATCH', 'PROPFIND']) {
      expect([404, 405]).toContain(statusOf(await raw(`${method} /webchat/messages HTTP/1.1\r\n${close}`)))
      expect([401, 404, 405]).toContain(statusOf(await raw(`${method} /api/v1/me HTTP/1.1\r\n${close}`)))
    }
    await raw(`CONNECT evil.example:443 HTTP/1.1\r\n${close}`)
    const upgrade = await raw(
      `GET /webchat/events HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nHost: x\r\n\r\n`,
    )
    expect([0, 401]).toContain(statusOf(upgrade))
  })

  it('learns nothing of what we are made of', async () => {
    for (const path of ['/healthz', '/api/v1/me', '/webchat/messages', '/nothing', '/']) {
      const { headers } = await house.call(path)
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('server')).toBeNull()
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('a flood', () => {
  it('of a thousand messages in a second from one visitor is stemmed, and another visitor does not notice', async () => {
    const flooder = await house.customer()
    const flood = Promise.all(Array.from({ length: 1000 }, (_, i) => flooder.write(`spam ${i}`, `s${i}`)))
    const waits: number[] = []
    for (let i = 0; i < 5; i++) {
      const began = performance.now()
      expect((await customer.write(`question ${i}`, `q${i}`)).status).toBe(202)
      waits.push(performance.now() - began)
    }
    const replies = await flood
    const refused = replies.filter(({ status }) => status === 429)
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([202, 429]))
    expect(refused.length).toBeGreaterThan(800)
    expect(refused[0]?.body).toMatchObject({ code: 'too-many' })
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Math.max(...waits)).toBeLessThan(3_000)
    const kept = await house.app.conversations.get(flooder.id)
    const heard = kept?.events.filter(({ type }) => type === 'customer-message').length
    expect(heard).toBe(1 + replies.length - refused.length)
  })
})

describe('a fault of our own', () => {
  it('says that it is ours, and nothing of the inside', async () => {
    house.breakStore(true)
    const refused = await customer.write('are you there?', 'broken')
    house.breakStore(false)
    expect(refused.status).toBe(503)
    expect(house.logged.splice(0)).toMatchObject([{ data: { prefix: '/webchat/', status: 503 } }])
    expect((await customer.write('are you there?', 'broken')).status).toBe(202)
  })
})
