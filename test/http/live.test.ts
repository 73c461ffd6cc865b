// The console's live feed, and readers who do not read.
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONSOLE_TOKEN, type House, openHouse } from './house.ts'
import { listen } from './sse.ts'

let house: House
/** Listeners that the app itself has. */
let quiet = 0
beforeAll(async () => {
  house = await openHouse({
    config: { pingMs: 30, stallMs: 300 },
    webChat: { pingMs: 30, limits: { chat: { burst: 1e6, perSecond: 1e6 } } },
  })
  quiet = house.streams()
})
afterAll(() => house.close())

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('the live feed', () => {
  it('hints at what changed, and says who is typing', async () => {
    const feed = await listen(`${house.url}/api/v1/events`, bearer(await house.token('viewer')))
    expect(feed.headers.get('content-type')).toMatch('text/event-stream')
    expect(feed.headers.get('x-accel-buffering')).toBe('no')
    const { id } = await house.customer()
    await expect
      .poll(() => feed.events.find(({ data }) => data.id === id))
      .toMatchObject({ type: 'conversation', data: { version: expect.any(Number) } })
    house.app.conversations.typing(id, { id: 'mia', name: 'Mia' })
    await expect
      .poll(() => feed.events.at(-1))
      .toMatchObject({ type: 'typing', data: { id, from: 'staff', name: 'Mia' } })
    await expect.poll(feed.pings).toBeGreaterThan(1)
    feed.leave()
  })

  it('needs somebody who is signed in, and ends when they are not any more', async () => {
    expect((await house.call('/api/v1/events')).status).toBe(401)
    const token = await house.token('staff')
    const feed = await listen(`${house.url}/api/v1/events`, bearer(token))
    await house.call('/api/v1/sign-out', { method: 'POST', token, body: {} })
    await feed.ended
    await expect.poll(house.streams).toBe(quiet)
  }, 10_000)
})

/** Opens a stream and never reads from it. */
function openDeaf(path: string, token: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(house.port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`)
      socket.once('data', () => {
        socket.pause()
        resolve(socket)
      })
    })
    socket.on('error', () => undefined)
  })
}

describe('a reader who takes nothing', () => {
  it('of a chat is disconnected, and costs no memory until then', async () => {
    const customer = await house.customer()
    const deaf = await openDeaf('/webchat/events', customer.token)
    expect(house.streams()).toBeGreaterThan(quiet)
    const before = process.memoryUsage().arrayBuffers
    // More than the machine keeps for a connection: from then on it is us who would have to keep it.
    for (let round = 0; house.streams() > quiet && round < 100; round++) {
      await Promise.all(Array.from({ length: 40 }, (_, i) => customer.write('x'.repeat(3900), `r${round}-${i}`)))
    }
    await expect.poll(house.streams, { timeout: 10_000 }).toBe(quiet)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
    deaf.destroy()
  }, 60_000)

  it('of the live feed is disconnected', async () => {
    const deaf = await openDeaf('/api/v1/events', CONSOLE_TOKEN)
    expect(house.streams()).toBeGreaterThan(quiet)
    const staff = { id: 'mia', name: 'y'.repeat(4000) }
    await expect
      .poll(
        () => {
          for (let i = 0; i < 500; i++) house.app.conversations.typing('someone', staff)
          return house.streams()
        },
        { timeout: 10_000 },
      )
      .toBe(quiet)
    deaf.destroy()
  }, 20_000)
})

describe('a server that stops', () => {
  it('waits for no stream, of a chat or of the console: their readers come back to the next one', async () => {
    const other = await openHouse()
    const customer = await other.customer()
    const streams = [
      await listen(`${other.url}/webchat/events`, bearer(customer.token)),
      await listen(`${other.url}/api/v1/events`, bearer(CONSOLE_TOKEN)),
    ]
    await expect.poll(() => streams[0]?.events.length).toBeGreaterThan(0)
    const asked = Date.now()
    await other.close(30_000)
    expect(Date.now() - asked).toBeLessThan(2_000)
    await Promise.all(streams.map((stream) => stream.ended))
  })

  it('lets a request that is under way end, and keeps its connection no longer than that', async () => {
    const other = await openHouse()
    const { token } = await other.customer()
    const body = JSON.stringify({ id: 'late', text: 'Half of this was here when you stopped' })
    const socket = connect(other.port, '127.0.0.1')
    const answer = new Promise<string>((resolve) => {
      let text = ''
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      socket.on('close', () => resolve(text))
    })
    const head = `POST /webchat/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`
    socket.write(`${head}Expect: 100-continue\r\nContent-Length: ${body.length}\r\n\r\n`)
    // The server asks for the rest: it has begun with this request.
    await new Promise((resolve) => socket.once('data', resolve))
    const closed = other.close(30_000)
    socket.write(body)
    expect(await answer).toMatch(/HTTP\/1\.1 202 [\s\S]*connection: close/i)
    await closed
  })
})
