// The live line: hints of what changed make the cache read it anew. One tab of a browser listens for all of them.
import type { LiveEvent } from '../../../http/shapes/console.ts'
import type { ConversationDetail } from '../../../http/shapes/conversation.ts'
import { type Line, openStream } from '../../live/event-stream.ts'
import { client } from './client.ts'
import { setLine } from './line.ts'
import { conversationQuery, meQuery } from './queries.ts'
import { someoneTypes } from './typing.ts'

type Told = { line: Line } | { event: LiveEvent } | { ask: true }

/** Starts listening; returns the way to stop. Browsers allow few lines to one server, so tabs share one. */
export function listenLive(): () => void {
  const channel = new BroadcastChannel('baton-live')
  const leave = new AbortController()
  let hangUp: (() => void) | undefined
  let line: Line = 'connecting'

  function take(told: Told): void {
    if ('line' in told) {
      setLine(told.line)
      // Whatever happened while nobody listened is read now.
      if (told.line === 'open') void client.invalidateQueries()
    } else if ('event' in told) react(told.event)
    else if (hangUp) channel.postMessage({ line } satisfies Told)
  }

  function tell(told: Told): void {
    take(told)
    channel.postMessage(told)
  }

  function lead(): void {
    hangUp = openStream({
      url: '/api/v1/events',
      onEvent: ({ type, data }) => tell({ event: { type, data: JSON.parse(data) } as LiveEvent }),
      onLine(next) {
        // A first attempt is not worth a banner.
        if (next === 'connecting') return
        line = next
        tell({ line })
      },
      onRefused(status) {
        if (status === 401) client.setQueryData(meQuery.queryKey, null)
        return status !== 401
      },
    })
  }

  channel.addEventListener('message', (event: MessageEvent<Told>) => take(event.data))
  if (navigator.locks) {
    channel.postMessage({ ask: true } satisfies Told)
    navigator.locks
      .request('baton-live', { signal: leave.signal }, () => {
        // The turn may come in the moment in which this page leaves.
        if (leave.signal.aborted) return undefined
        lead()
        return new Promise((done) => leave.signal.addEventListener('abort', done))
      })
      .catch(() => undefined)
  } else lead()

  return () => {
    leave.abort()
    hangUp?.()
    channel.close()
  }
}

function react(event: LiveEvent): void {
  if (event.type === 'typing') someoneTypes(event.data.id, event.data.from, event.data.name)
  if (event.type === 'files') void client.invalidateQueries({ queryKey: ['knowledge'] })
  if (event.type === 'health') void client.invalidateQueries({ queryKey: ['readiness'] })
  if (event.type !== 'conversation') return
  void client.invalidateQueries({ queryKey: ['queue'] })
  void client.invalidateQueries({ queryKey: ['conversations'] })
  const { queryKey } = conversationQuery(event.data.id)
  const known = client.getQueryData<ConversationDetail>(queryKey)
  // Deliveries change a message without a new version, so an equal version is read again too.
  if (!known || known.version <= event.data.version) void client.invalidateQueries({ queryKey })
}
