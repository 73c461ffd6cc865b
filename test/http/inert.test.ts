// What strangers write comes back as plain, visible words, whatever was hidden in it.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONSOLE_TOKEN, type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ webChat: { limits: { chat: { burst: 1e6, perSecond: 1e6 } } } })
})
afterAll(() => house.close())

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come back
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e0fff}]/u

const kept = [
  '👩‍👩‍👧‍👦 family',
  'می‌خواهم',
  'क्‍ष',
  'مرحبا بكم',
  'שלום',
  '<script>alert(1)</script>',
  '{{constructor}}',
  '" onload="x',
  'a\nb',
]

describe('a message', () => {
  it.each(kept)('with the visible words %j comes back as it is, as data', async (text) => {
    const { id, write } = await house.customer()
    expect((await write(text)).status).toBe(202)
    const reply = await house.call(`/api/v1/conversations/${id}`, { token: CONSOLE_TOKEN })
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/)
    expect(reply.body.messages.map((line: { text: string }) => line.text)).toContain(text.normalize('NFC'))
  })

  it('loses everything that hides, turns or commands', async () => {
    const { id, write } = await house.customer()
    const hidden = [
      '\u0000',
      '\u001b[31m',
      '\u0007',
      '\u202e',
      '\u2066',
      '\u200f',
      '\u{e0041}\u{e0042}',
      '\ufeff',
      '\u0085',
    ]
    const texts = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hidden)), { maxLength: 6 })
      .map((parts) => parts.join(''))
    let count = 0
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { status } = await write(text, `f${++count}`)
        expect([202, 400]).toContain(status)
      }),
      { numRuns: 150 },
    )
    await write(`visible${hidden.join('')}words`, 'last')
    const { body } = await house.call(`/api/v1/conversations/${id}`, { token: CONSOLE_TOKEN })
    for (const line of body.messages) {
      expect(HIDDEN.test(line.text)).toBe(false)
      expect(line.text.isWellFormed()).toBe(true)
    }
    expect(body.messages.map((line: { text: string }) => line.text)).toContain('visible[31mwords')
  })

  it('of nothing visible is refused, from customers and from staff', async () => {
    const { id, write } = await house.customer()
    for (const text of ['', ' ', '\n\n', '\u200b\u200e', '\u{e0041}']) {
      expect((await write(text)).status).toBe(400)
      const options = { method: 'POST', token: CONSOLE_TOKEN, body: { text } }
      expect((await house.call(`/api/v1/conversations/${id}/messages`, options)).status).toBe(400)
    }
  })

  it('of 4000 characters is taken, of 4001 it is too long', async () => {
    const { write } = await house.customer()
    expect((await write('x'.repeat(4000))).status).toBe(202)
    const long = await write('x'.repeat(4001))
    expect(long.status).toBe(413)
    expect(long.body).toMatchObject({ code: 'too-long' })
  })

  it('is one message, however often it is sent under its id', async () => {
    const { id, write } = await house.customer()
    const replies = await Promise.all(Array.from({ length: 10 }, () => write('only once', 'same')))
    expect(replies.map(({ status, body }) => [status, body.id])).toEqual(replies.map(() => [202, 'same']))
    const found = await house.app.conversations.get(id)
    expect(found?.events.filter(({ data }) => data['messageId'] === 'same')).toHaveLength(1)
  })
})

describe('a name of staff', () => {
  it('is one visible line', async () => {
    const link = await house.call('/api/v1/staff', { method: 'POST', token: CONSOLE_TOKEN, body: { role: 'staff' } })
    const path = `/api/v1/links/${link.body.url.split('=').at(-1)}`
    const name = 'M\u202eia\u0000 <img src=x onerror=alert(1)>\n\u{e0041}X'
    const made = await house.call(path, { method: 'POST', body: { name, password: 'a long password' } })
    expect(made.status).toBe(201)
    expect(made.body.name).toBe('Mia <img src=x onerror=alert(1)> X')
  })
})
