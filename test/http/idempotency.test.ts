// One effect per Idempotency-Key, however often and however close together a request comes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House
let mia: string
let tom: string
let id: string
let keys = 0

beforeAll(async () => {
  house = await openHouse()
  mia = await house.token('staff', 'Mia')
  tom = await house.token('staff', 'Tom')
})
afterAll(() => house.close())
beforeEach(async () => {
  id = (await house.customer()).id
})

const send = (key: string, body: unknown, token = mia, verb = 'messages') =>
  house.call(`/api/v1/conversations/${id}/${verb}`, {
    method: 'POST',
    token,
    body,
    headers: { 'idempotency-key': key },
  })
const said = async () =>
  (await house.app.conversations.get(id))?.events.filter(({ type }) => type === 'staff-message').length
const freshKey = () => `key-${++keys}`

describe('the same key', () => {
  it('with the same request gives the same answer and no second message', async () => {
    const key = freshKey()
    const first = await send(key, { text: 'Hello' })
    const second = await send(key, { text: 'Hello' })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(await said()).toBe(1)
  })

  it('ten times at once is one message', async () => {
    const key = freshKey()
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(key, { text: 'Hello' })))
    expect(new Set(replies.map(({ body }) => body.messageId)).size).toBe(1)
    expect(await said()).toBe(1)
  })

  it('with another body is refused, also while the first one runs', async () => {
    const key = freshKey()
    const both = await Promise.all([send(key, { text: 'Hello' }), send(key, { text: 'Goodbye' })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
    const later = await send(key, { text: 'Something else' })
    expect([later.status, later.body.code]).toEqual([422, 'key-reused'])
    expect(await said()).toBe(1)
  })

  it('of somebody else is another key', async () => {
    const key = freshKey()
    expect((await send(key, { text: 'note' }, mia, 'notes')).status).toBe(201)
    expect((await send(key, { text: 'another note' }, tom, 'notes')).status).toBe(201)
  })

  it('after a refusal is tried anew, since nothing had happened', async () => {
    const key = freshKey()
    await send(freshKey(), {}, tom, 'take-over')
    expect((await send(key, { text: 'Hello' })).status).toBe(409)
    await send(freshKey(), { quiet: true }, tom, 'hand-back')
    expect((await send(key, { text: 'Hello' })).status).toBe(201)
  })

  it('is one message even when the answer was forgotten', async () => {
    const key = freshKey()
    const first = await send(key, { text: 'Hello' })
    const get = house.store.answers.get
    house.store.answers.get = async () => undefined
    const second = await send(key, { text: 'Hello' })
    house.store.answers.get = get
    expect(second.body.messageId).toBe(first.body.messageId)
    expect(await said()).toBe(1)
  })
})

it('a key that is none is refused', async () => {
  for (const key of ['x'.repeat(201), 'with space', 'a\tb'])
    expect((await send(key, { text: 'Hello' })).status).toBe(400)
})

it('an id of the sender does the same for one message, and does not reach into other conversations', async () => {
  const say = (text: string) =>
    house.call(`/api/v1/conversations/${id}/messages`, { method: 'POST', token: mia, body: { text, id: '1' } })
  const [first, second] = [await say('Hello'), await say('Hello')]
  expect(second.body.messageId).toBe(first.body.messageId)
  expect(await said()).toBe(1)
  id = (await house.customer()).id
  expect((await say('Hello over there')).status).toBe(201)
  expect(await said()).toBe(1)
})
