// Reads a stream of server-sent events as a browser would.

export interface SentEvent {
  type: string
  id: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever JSON came back
  data: any
}

export interface Listening {
  status: number
  headers: Headers
  events: readonly SentEvent[]
  /** Comments: pings. */
  pings: () => number
  ended: Promise<void>
  leave(): void
}

export async function listen(url: string, headers: Record<string, string> = {}): Promise<Listening> {
  const leave = new AbortController()
  const response = await fetch(url, { headers, signal: leave.signal })
  const events: SentEvent[] = []
  let pings = 0
  const read = async () => {
    let text = ''
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1]
        const data = field('data')
        if (data === undefined) pings += block.startsWith(':') ? 1 : 0
        else events.push({ type: field('event') ?? 'message', id: field('id'), data: JSON.parse(data) })
      }
    }
  }
  const ended = read().catch(() => undefined)
  return {
    status: response.status,
    headers: response.headers,
    events,
    pings: () => pings,
    ended,
    leave: () => leave.abort(),
  }
}
