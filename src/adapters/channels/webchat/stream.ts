// What a customer sees, as server-sent events: read from the log at the reader's pace, from where the reader left off.
import type { ChannelHost, CustomerView } from '../../../ports/channel.ts'
import type { Clock } from '../../../ports/system.ts'

/** Shown first to a page that knows nothing yet. */
const FIRST_ITEMS = 50
/** The most that a page hears of what it missed; a gap beyond that is a page that was away for weeks. */
const MOST_ITEMS = 500

export interface StreamOptions {
  host: ChannelHost
  chat: string
  /** The last position that the reader has seen. */
  after: number | undefined
  clock: Clock
  pingMs: number
  /** Ends the stream from our side. */
  closing: AbortSignal
  onEnd: () => void
}

/**
 * Nothing is read from the log before the reader wants it, so a slow reader costs no memory: changes meanwhile are one
 * flag, and the next read sees them all.
 */
export function openStream({
  host,
  chat,
  after,
  clock,
  pingMs,
  closing,
  onEnd,
}: StreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const due = { log: true, ping: false, typing: undefined as 'bot' | 'staff' | undefined, end: false, left: false }
  const seen = { position: after ?? 0, owner: '', first: after === undefined }
  let wake: () => void = () => undefined
  const stopWatching = host.watch(chat, (change) => {
    if (!change.typing) due.log = true
    // A change ends the typing before it, so that nobody is shown typing what they have said already.
    due.typing = change.typing
    wake()
  })
  let stopPing = nextPing()

  function nextPing(): () => void {
    return clock.at(clock.now() + pingMs, () => {
      due.ping = true
      stopPing = nextPing()
      wake()
    })
  }

  /** The next words to the reader; empty when there is nothing to say. */
  async function next(): Promise<string> {
    if (due.log) {
      due.log = false
      const opening = seen.first ? 'retry: 2000\n\n' : ''
      const { items, owner } = await host.view(chat, seen.position, seen.first ? FIRST_ITEMS : MOST_ITEMS)
      seen.first = false
      return opening + told(items, owner, seen)
    }
    if (due.typing) {
      const from = due.typing
      due.typing = undefined
      return `event: typing\ndata: ${JSON.stringify({ from })}\n\n`
    }
    if (due.ping) {
      due.ping = false
      return ': ping\n\n'
    }
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    return ''
  }

  function end(): void {
    if (due.end) return
    due.end = true
    stopWatching()
    stopPing()
    closing.removeEventListener('abort', end)
    onEnd()
    wake()
  }

  closing.addEventListener('abort', end)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          let words = ''
          while (words === '' && !due.end) words = await next()
          if (!due.end) controller.enqueue(encoder.encode(words))
          else if (!due.left) controller.close()
        } catch (error) {
          end()
          throw error
        }
      },
      cancel() {
        due.left = true
        end()
      },
    },
    { highWaterMark: 0 },
  )
}

type OwnerView = CustomerView & { type: 'owner' }

/**
 * Items as events, and the owner when it is another one than was last said. What shares a position gets its `id:` once,
 * with the last of it, so that a line cut in between is resumed before it and not behind it.
 */
function told(items: readonly CustomerView[], owner: OwnerView, seen: { position: number; owner: string }): string {
  const ordered = [...items].sort((a, b) => a.position - b.position || rank(a) - rank(b))
  let text = ''
  ordered.forEach((item, i) => {
    if (item.type === 'owner') seen.owner = JSON.stringify(item.data)
    seen.position = Math.max(seen.position, item.position)
    text += event(item, ordered[i + 1]?.position !== item.position)
  })
  const now = JSON.stringify(owner.data)
  if (now === seen.owner) return text
  seen.owner = now
  // The owner may be newer than the items: its own position would skip what came in between.
  return text + event({ ...owner, position: seen.position }, true)
}

function rank(item: CustomerView): number {
  return item.type === 'owner' ? 0 : 1
}

function event({ type, position, data }: CustomerView, withId: boolean): string {
  return `event: ${type}\n${withId ? `id: ${position}\n` : ''}data: ${JSON.stringify(data)}\n\n`
}
