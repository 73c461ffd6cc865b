// The web chat's HTTP contract: a method and a path, and what it does.
import type { Messages } from '../../../core/messages.ts'
import type { ChannelHost } from '../../../ports/channel.ts'
import type { Clock, Ids } from '../../../ports/system.ts'
import { type Buckets, countedAddress, type Slots } from './limits.ts'
import { readMessage } from './read-message.ts'
import { json, Problem, tooMany } from './reply.ts'
import { openStream } from './stream.ts'
import { widgetTexts } from './texts.ts'
import { chatOf, issueToken } from './token.ts'

export interface Desk {
  host: ChannelHost
  secret: Uint8Array
  clock: Clock
  ids: Ids
  messages(): Messages
  shopName(): string
  limits: { chat: Buckets; address: Buckets; sessions: Buckets; streams: Slots; addressStreams: Slots; person: Presses }
  pingMs: number
  /** Aborts when the channel stops: every stream ends. */
  closing: AbortSignal
}

/** The last press of "talk to a person" in a chat; a second one soon after is the same wish. */
export interface Presses {
  isNew(chat: string): boolean
  /** It could not be stored: the next press counts. */
  undo(chat: string): void
}

export interface Visit {
  request: Request
  url: URL
  address: string
}

type Handler = (desk: Desk, visit: Visit) => Promise<Response>

/** Every route, by the path below the prefix. */
export const WEB_CHAT_ROUTES: ReadonlyMap<string, { method: 'GET' | 'POST'; handle: Handler }> = new Map([
  ['sessions', { method: 'POST', handle: openChat }],
  ['messages', { method: 'POST', handle: takeMessage }],
  ['person', { method: 'POST', handle: askForPerson }],
  ['events', { method: 'GET', handle: streamEvents }],
  ['texts', { method: 'GET', handle: giveTexts }],
])

async function openChat({ host, secret, clock, ids, limits }: Desk, { address }: Visit): Promise<Response> {
  spend(limits.sessions, countedAddress(address))
  const chat = ids.next()
  return json(201, { token: issueToken(secret, chat, clock.now()), conversationId: host.conversationId(chat) })
}

async function takeMessage(desk: Desk, visit: Visit): Promise<Response> {
  const chat = chatFrom(desk, visit)
  spend(desk.limits.chat, chat)
  spend(desk.limits.address, countedAddress(visit.address))
  const { id, text } = await readMessage(visit.request)
  const language = firstLanguage(visit.request)
  await accept(desk, {
    type: 'message',
    by: 'customer',
    id: `${chat}:${id}`,
    messageId: id,
    chat,
    at: desk.clock.now(),
    text,
    ...(language === undefined ? {} : { language }),
  })
  return json(202, { id })
}

async function askForPerson(desk: Desk, visit: Visit): Promise<Response> {
  const chat = chatFrom(desk, visit)
  const { person } = desk.limits
  spend(desk.limits.chat, chat)
  spend(desk.limits.address, countedAddress(visit.address))
  if (!person.isNew(chat)) return json(202, {})
  try {
    await accept(desk, { type: 'person', id: `${chat}:person:${desk.ids.next()}`, chat, at: desk.clock.now() })
  } catch (error) {
    person.undo(chat)
    throw error
  }
  return json(202, {})
}

async function streamEvents(desk: Desk, visit: Visit): Promise<Response> {
  const chat = chatFrom(desk, visit, visit.url.searchParams.get('token'))
  const { streams, addressStreams } = desk.limits
  const leave = streams.take(chat)
  const address = countedAddress(visit.address)
  const leaveAddress = address === undefined ? () => undefined : addressStreams.take(address)
  if (!leave || !leaveAddress) {
    leave?.()
    leaveAddress?.()
    throw tooMany(10)
  }
  const { host, clock, pingMs, closing } = desk
  const onEnd = () => {
    leave()
    leaveAddress()
  }
  const stream = openStream({ host, chat, after: resumeFrom(visit), clock, pingMs, closing, onEnd })
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}

async function giveTexts({ messages, shopName }: Desk, { url }: Visit): Promise<Response> {
  const lang = url.searchParams.get('lang') ?? ''
  const wanted = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/.test(lang) ? lang : 'en'
  return json(200, widgetTexts(messages(), shopName(), wanted))
}

/** Acknowledged only when stored; else the browser keeps the message and tries again. */
async function accept({ host }: Desk, event: Parameters<ChannelHost['accept']>[0]): Promise<void> {
  try {
    await host.accept(event)
  } catch (cause) {
    const problem = new Problem(503, 'not-stored', 'The message could not be kept just now. Please try again.', {
      'retry-after': '2',
    })
    problem.cause = cause
    throw problem
  }
}

function chatFrom({ secret, clock }: Desk, { request }: Visit, query?: string | null): string {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const chat = chatOf(secret, bearer ?? query ?? '', clock.now())
  if (chat === undefined) throw new Problem(401, 'unknown-token', 'This chat is not known. Please open a new one.')
  return chat
}

function resumeFrom({ request, url }: Visit): number | undefined {
  const last = request.headers.get('last-event-id') ?? url.searchParams.get('after') ?? ''
  return /^\d{1,15}$/.test(last) ? Number(last) : undefined
}

/** What the browser says its user reads: a hint where the words themselves are too few to tell. */
function firstLanguage(request: Request): string | undefined {
  return /^\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\s*(?:[,;]|$)/.exec(
    request.headers.get('accept-language') ?? '',
  )?.[1]
}

function spend(buckets: Buckets, key: string | undefined): void {
  const wait = key === undefined ? 0 : buckets.take(key)
  if (wait > 0) throw tooMany(wait)
}
