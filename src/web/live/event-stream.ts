// A server-sent event stream over fetch: it sees status codes, sends headers, resumes by id, and comes back by itself.
import { createEventParser, type SentEvent } from './sent-events.ts'

export type Line = 'connecting' | 'open' | 'lost'

export interface StreamOptions {
  url: string
  headers?: Record<string, string>
  onEvent(event: SentEvent): void
  onLine(line: Line): void
  /** The server answered with a status other than 200; `false` ends the stream, else it is tried again later. */
  onRefused(status: number): boolean
}

const FIRST_WAIT = 500
const LONGEST_WAIT = 15_000
/** The server says something every 20 s; twice that and a bit without a word is a dead line. */
const SILENCE = 45_000

/** Browsers say when the network comes and goes; other places have no such events. */
interface World {
  addEventListener?(type: 'online' | 'offline', listener: () => void): void
  removeEventListener?(type: 'online' | 'offline', listener: () => void): void
}

/** Opens the stream and keeps it open; returns the way to stop. */
export function openStream(options: StreamOptions): () => void {
  let stopped = false
  let wait = FIRST_WAIT
  let lastId: string | undefined
  let attempt: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function connect(): Promise<void> {
    clearTimeout(timer)
    attempt?.abort()
    const mine = new AbortController()
    attempt = mine
    options.onLine('connecting')
    let again = FIRST_WAIT
    try {
      again = await listen(mine)
    } catch {
      // A line that broke is not an error to report: it is tried again below.
    }
    if (stopped || attempt !== mine) return
    mine.abort()
    if (again < 0) return
    options.onLine('lost')
    timer = setTimeout(() => void connect(), Math.max(again, wait * (0.75 + Math.random() / 2)))
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  /** Milliseconds to wait at least before the next attempt, or -1 for never again. */
  async function listen(mine: AbortController): Promise<number> {
    const response = await fetch(options.url, {
      headers: { accept: 'text/event-stream', ...options.headers, ...(lastId ? { 'last-event-id': lastId } : {}) },
      cache: 'no-store',
      signal: mine.signal,
    })
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel()
      if (!options.onRefused(response.status)) return -1
      return Number(response.headers.get('retry-after') ?? 0) * 1000 || FIRST_WAIT
    }
    wait = FIRST_WAIT
    options.onLine('open')
    await readAll(response.body, mine, (event) => {
      if (event.id !== undefined) lastId = event.id
      options.onEvent(event)
    })
    return FIRST_WAIT
  }

  const world = globalThis as World
  const online = () => {
    wait = FIRST_WAIT
    void connect()
  }
  const offline = () => {
    attempt?.abort()
    clearTimeout(timer)
    options.onLine('lost')
  }
  world.addEventListener?.('online', online)
  world.addEventListener?.('offline', offline)
  void connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    attempt?.abort()
    world.removeEventListener?.('online', online)
    world.removeEventListener?.('offline', offline)
  }
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  mine: AbortController,
  onEvent: (event: SentEvent) => void,
): Promise<void> {
  const parse = createEventParser((event) => {
    if (!mine.signal.aborted) onEvent(event)
  })
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let silence = setTimeout(() => mine.abort(), SILENCE)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(silence)
      silence = setTimeout(() => mine.abort(), SILENCE)
      parse(decoder.decode(value, { stream: true }))
    }
  } finally {
    clearTimeout(silence)
  }
}
