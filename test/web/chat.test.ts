// The chat without its looks, against a real server of the web chat's contract that can be told to misbehave.
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { type Chat, createChat } from '../../src/web/widget/app/chat.ts'
import { createKeep } from '../../src/web/widget/app/keep.ts'
import { createServer } from '../../src/web/widget/app/server.ts'

interface Shop {
  url: string
  /** Every message request, in order. */
  asked: { id: string; text: string; token: string }[]
  sessions: number
  /** Answers the next message requests with these instead, first in first out. `drop` closes the connection. */
  next: (number | 'drop' | 'take and drop')[]
  forget(): void
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function openShop(): Promise<Shop> {
  let known = ''
  const taken = new Map<string, string>()
  const streams = new Set<ServerResponse>()
  const shop: Shop = {
    url: '',
    asked: [],
    sessions: 0,
    next: [],
    forget: () => {
      known = 'nobody'
      taken.clear()
    },
  }
  const push = (res: ServerResponse, id: string, text: string) =>
    res.write(`event: message\nid: ${id}\ndata: ${JSON.stringify({ id, from: 'customer', text, at: 1 })}\n\n`)

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const token = (req.headers.authorization ?? '').replace('Bearer ', '')
    if (req.url === '/webchat/sessions') {
      known = `token-${++shop.sessions}`
      return void res
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ token: known, conversationId: 'c' }))
    }
    if (token !== known) return void res.writeHead(401).end()
    if (req.url === '/webchat/events') {
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n')
      for (const [id, text] of taken) push(res, id, text)
      res.write('event: owner\ndata: {"owner":"bot"}\n\n')
      streams.add(res)
      return
    }
    let body = ''
    for await (const piece of req) body += piece
    const message = JSON.parse(body) as { id: string; text: string }
    shop.asked.push({ ...message, token })
    const how = shop.next.shift() ?? 202
    if (how === 'drop') return void req.socket.destroy()
    if (typeof how === 'number' && how !== 202) return void res.writeHead(how, { 'retry-after': '1' }).end()
    const first = !taken.has(message.id)
    taken.set(message.id, message.text)
    if (first) for (const stream of streams) push(stream, message.id, message.text)
    if (how === 'take and drop') return void req.socket.destroy()
    res.writeHead(202).end(JSON.stringify({ id: message.id }))
  }

  const http = createHttp((req, res) => void answer(req, res))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    http.closeAllConnections()
    http.close()
  })
  const address = http.address()
  shop.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return shop
}

function openChat(shop: Shop, storage = new Map<string, string>()): Chat {
  const keep = createKeep(() => ({
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, value) => void storage.set(key, value),
  }))
  const chat = createChat({ server: createServer(shop.url), keep })
  closing.push(chat.stop)
  return chat
}

const texts = (chat: Chat) => chat.view().said.map((one) => one.text)

describe('the chat against a server', () => {
  it('opens no conversation before the customer writes', async () => {
    const shop = await openShop()
    openChat(shop)
    expect(shop.sessions).toBe(0)
  })

  it('shows a message at once, sends it, and shows it once when the server repeats it', async () => {
    const shop = await openShop()
    const chat = openChat(shop)
    chat.say('hello')
    expect(chat.view().unsent).toMatchObject([{ text: 'hello', state: 'sending' }])
    await expect.poll(() => texts(chat)).toEqual(['hello'])
    expect(chat.view().unsent).toEqual([])
  })

  it('sends a burst in the order of writing', async () => {
    const shop = await openShop()
    const chat = openChat(shop)
    for (const text of ['a', 'b', 'c', 'd']) chat.say(text)
    await expect.poll(() => texts(chat)).toEqual(['a', 'b', 'c', 'd'])
    expect(shop.asked.map((one) => one.text)).toEqual(['a', 'b', 'c', 'd'])
    expect(shop.sessions).toBe(1)
  })

  it.each(['drop', 503, 429] as const)('tries again with the same id after %s', async (how) => {
    const shop = await openShop()
    const chat = openChat(shop)
    shop.next.push(how)
    chat.say('again')
    await expect.poll(() => texts(chat), { timeout: 5000 }).toEqual(['again'])
    expect(shop.asked).toHaveLength(2)
    expect(shop.asked[0]?.id).toBe(shop.asked[1]?.id)
  })

  it('a message that was taken although its answer was lost stays one message', async () => {
    const shop = await openShop()
    const chat = openChat(shop)
    shop.next.push('take and drop')
    chat.say('once')
    await expect.poll(() => shop.asked.length, { timeout: 5000 }).toBe(2)
    await expect.poll(() => chat.view().unsent).toEqual([])
    expect(texts(chat)).toEqual(['once'])
  })

  it('says “not sent” in the end, and sends the same message when asked to', async () => {
    const shop = await openShop()
    const chat = openChat(shop)
    shop.next.push(503, 503, 503)
    chat.say('patience')
    await expect.poll(() => chat.view().unsent[0]?.state, { timeout: 8000 }).toBe('failed')
    chat.retry()
    await expect.poll(() => texts(chat)).toEqual(['patience'])
    expect(new Set(shop.asked.map((one) => one.id)).size).toBe(1)
  })

  it('does not insist when the server refuses the message as it is', async () => {
    const shop = await openShop()
    const chat = openChat(shop)
    shop.next.push(413)
    chat.say('too much')
    await expect.poll(() => chat.view().unsent[0]?.state).toBe('refused')
    expect(shop.asked).toHaveLength(1)
    chat.say('less')
    await expect.poll(() => texts(chat)).toEqual(['less'])
  })

  it('begins a new conversation when the server has forgotten the old one, and loses no word', async () => {
    const shop = await openShop()
    const chat = openChat(shop)
    chat.say('before')
    await expect.poll(() => texts(chat)).toEqual(['before'])
    shop.forget()
    chat.say('after')
    await expect.poll(() => texts(chat)).toEqual(['after'])
    expect(shop.sessions).toBe(2)
  })

  it('after a reload has the conversation, the unsent message and the half-written one', async () => {
    const shop = await openShop()
    const storage = new Map<string, string>()
    const first = openChat(shop, storage)
    first.say('one')
    await expect.poll(() => texts(first)).toEqual(['one'])
    shop.next.push('drop')
    first.say('two')
    first.keepDraft('thr')
    first.stop()
    const second = openChat(shop, storage)
    expect(second.draft()).toBe('thr')
    await expect.poll(() => texts(second), { timeout: 5000 }).toEqual(['one', 'two'])
    expect(shop.sessions).toBe(1)
  })

  it('works where the browser refuses to store anything', async () => {
    const shop = await openShop()
    const refuse = () => {
      throw new Error('storage is forbidden')
    }
    const chat = createChat({ server: createServer(shop.url), keep: createKeep(refuse) })
    closing.push(chat.stop)
    chat.say('all the same')
    await expect.poll(() => texts(chat)).toEqual(['all the same'])
  })
})
