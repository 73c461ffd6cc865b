// The console's live feed (SSE): hints that something changed, which the page then reads anew.
import type { Express, Response } from 'express'
import type { Change } from '../../ports/feed.ts'
import { API, admit } from '../api.ts'
import type { HttpNeeds } from '../config.ts'
import type { LiveEvent } from '../shapes/console.ts'

// A feed of hints that nobody reads is worth nothing: who is this far behind is disconnected, and reads all anew.
const MOST_BUFFERED_BYTES = 64 * 1024
/** A signed-out page stops hearing things within this time. */
const RECHECK_MS = 5_000

export function bindLiveEvents(site: Express, needs: HttpNeeds): void {
  site.get(`${API}/events`, async (req, res) => {
    await admit(req, 'viewer', needs)
    res.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no', 'cache-control': 'no-store' })
    write(res, 'retry: 2000\n\n')
    const stopWatching = needs.app.watch((change) => {
      const event = liveEventOf(change)
      write(res, `event: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`)
    })
    const ping = setInterval(() => write(res, ': ping\n\n'), needs.config.pingMs)
    const recheck = setInterval(() => admit(req, 'viewer', needs).catch(() => res.end()), RECHECK_MS)
    res.once('close', () => {
      stopWatching()
      clearInterval(ping)
      clearInterval(recheck)
    })
  })
}

function write(res: Response, text: string): void {
  if (res.writableEnded || res.destroyed) return
  res.write(text)
  if (res.writableLength > MOST_BUFFERED_BYTES) res.destroy()
}

function liveEventOf(change: Change): LiveEvent {
  switch (change.kind) {
    case 'conversation':
      return { type: 'conversation', data: { id: change.conversationId, version: change.version, owner: change.owner } }
    case 'typing': {
      const name = change.name === undefined ? {} : { name: change.name }
      return { type: 'typing', data: { id: change.conversationId, from: change.from, ...name } }
    }
    case 'files':
    case 'health':
      return { type: change.kind, data: {} }
  }
}
