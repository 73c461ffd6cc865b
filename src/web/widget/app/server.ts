// The web chat's HTTP contract, as the chat uses it.
import { type Line, openStream } from '../../live/event-stream.ts'
import type { SentEvent } from '../../live/sent-events.ts'

/** How a call ended. `later` may be tried again after `wait` ms; `unknown` means the token is not known any more. */
export type Sent = { end: 'taken' } | { end: 'later'; wait: number } | { end: 'unknown' } | { end: 'refused' }

export interface Server {
  openSession(): Promise<string | undefined>
  send(token: string, message: { id: string; text: string }): Promise<Sent>
  askForPerson(token: string): Promise<Sent>
  listen(token: string, on: { event(event: SentEvent): void; line(line: Line): void; unknown(): void }): () => void
}

/** `base` is the server's origin, without a slash at the end. */
export function createServer(base: string): Server {
  const post = (path: string, token?: string, body?: unknown) =>
    fetch(base + path, {
      method: 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    })

  async function outcome(call: Promise<Response>): Promise<Sent> {
    try {
      const response = await call
      if (response.ok) return { end: 'taken' }
      if (response.status === 401) return { end: 'unknown' }
      if (response.status === 429 || response.status >= 500) return { end: 'later', wait: waitOf(response) }
      return { end: 'refused' }
    } catch {
      return { end: 'later', wait: 0 }
    }
  }

  return {
    async openSession() {
      try {
        const response = await post('/webchat/sessions')
        if (!response.ok) return undefined
        const { token } = (await response.json()) as { token?: unknown }
        return typeof token === 'string' ? token : undefined
      } catch {
        return undefined
      }
    },
    send: (token, message) => outcome(post('/webchat/messages', token, message)),
    askForPerson: (token) => outcome(post('/webchat/person', token)),
    listen: (token, on) =>
      openStream({
        url: `${base}/webchat/events`,
        headers: { authorization: `Bearer ${token}` },
        onEvent: on.event,
        onLine: on.line,
        onRefused(status) {
          if (status !== 401) return true
          on.unknown()
          return false
        },
      }),
  }
}

function waitOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 60) * 1000 : 2000
}
