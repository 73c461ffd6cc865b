// The chat without its looks: it keeps the line, sends in order, and tries again with the same id.
import { newId } from '../../new-id.ts'
import { type Change, EMPTY, evolve, type Owner, type Said, type Unsent, type View } from './conversation.ts'
import type { Keep } from './keep.ts'
import type { Server } from './server.ts'

export interface Chat {
  view(): View
  watch(listener: () => void): () => void
  /** Shows the message at once and sends it when those before it have gone. */
  say(text: string): void
  retry(): void
  askForPerson(): void
  draft(): string
  keepDraft(text: string): void
  stop(): void
}

/** How long "is typing" is believed, ms. */
const TYPING = 8000
/** Attempts for one message before the customer is told that it was not sent. */
const ATTEMPTS = 3

export function createChat({ server, keep }: { server: Server; keep: Keep }): Chat {
  const kept = keep.read()
  let token = kept.token
  let gone: string | undefined
  let draft = kept.draft
  let view: View = { ...EMPTY, unsent: kept.unsent.map((one) => ({ ...one, state: 'failed' as const })) }
  let hangUp: (() => void) | undefined
  let busy = false
  let stopped = false
  let opening: Promise<string | undefined> | undefined
  const listeners = new Set<() => void>()

  function apply(change: Change): void {
    const before = view
    view = evolve(view, change)
    if (view === before) return
    if (view.unsent !== before.unsent) save()
    for (const listener of listeners) listener()
  }

  function save(): void {
    const waiting = view.unsent.filter((one) => one.state !== 'sent' && one.state !== 'refused')
    keep.write({
      ...(token === undefined ? {} : { token }),
      unsent: waiting.map(({ id, text, at }) => ({ id, text, at })),
      draft,
    })
  }

  function listen(): void {
    if (token === undefined || stopped) return
    hangUp?.()
    hangUp = server.listen(token, {
      event: ({ type, data }) => hear(type, JSON.parse(data)),
      line(line) {
        apply({ type: 'line', line })
        if (line === 'open' && view.unsent.some((one) => one.state === 'failed')) retry()
      },
      unknown: forget,
    })
  }

  function hear(type: string, data: Record<string, unknown>): void {
    if (type === 'message') apply({ type: 'said', message: data as unknown as Said })
    if (type === 'owner') apply({ type: 'owner', owner: data.owner as Owner, ...named(data) })
    if (type === 'typing' && (data.from === 'bot' || data.from === 'staff')) {
      apply({ type: 'typing', from: data.from, until: Date.now() + TYPING, ...named(data) })
      setTimeout(() => apply({ type: 'tick', now: Date.now() }), TYPING + 50)
    }
  }

  /** The server does not know us any more: a new beginning, but what was not taken yet is still to be sent. */
  function forget(): void {
    gone = token
    token = undefined
    hangUp?.()
    hangUp = undefined
    apply({ type: 'forgotten' })
    save()
    if (view.unsent.some((one) => one.state !== 'refused')) retry()
  }

  async function sessionToken(): Promise<string | undefined> {
    if (token !== undefined) return token
    // Another tab may have begun the conversation meanwhile.
    const elsewhere = keep.read().token
    opening ??= elsewhere === undefined || elsewhere === gone ? server.openSession() : Promise.resolve(elsewhere)
    const opened = await opening
    opening = undefined
    if (opened !== undefined && token === undefined) {
      token = opened
      save()
      listen()
    }
    return token
  }

  async function flush(): Promise<void> {
    if (busy) return
    busy = true
    try {
      for (let next = nextToSend(view); next && !stopped; next = nextToSend(view)) {
        const state = await deliver(next)
        apply({ type: 'delivery', id: next.id, state })
        if (state === 'failed')
          for (const one of view.unsent) if (one.state === 'sending') apply({ type: 'delivery', id: one.id, state })
      }
    } finally {
      busy = false
    }
  }

  async function deliver(message: Unsent): Promise<Unsent['state']> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const known = await sessionToken()
      const sent =
        known === undefined
          ? { end: 'later' as const, wait: 0 }
          : await server.send(known, { id: message.id, text: message.text })
      if (sent.end === 'taken') return 'sent'
      if (sent.end === 'refused') return 'refused'
      if (sent.end === 'unknown') forget()
      else if (attempt < ATTEMPTS) await new Promise((resolve) => setTimeout(resolve, sent.wait || 600 * attempt))
    }
    return 'failed'
  }

  function retry(): void {
    for (const one of view.unsent) if (one.state === 'failed') apply({ type: 'delivery', id: one.id, state: 'sending' })
    void flush()
  }

  async function ask(): Promise<void> {
    if (view.asking === 'yes') return
    apply({ type: 'asking', asking: 'yes' })
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const known = await sessionToken()
      const sent = known === undefined ? { end: 'later' as const, wait: 0 } : await server.askForPerson(known)
      if (sent.end === 'taken') return
      if (sent.end === 'refused') break
      if (sent.end === 'unknown') forget()
      else if (attempt < ATTEMPTS) await new Promise((resolve) => setTimeout(resolve, sent.wait || 600 * attempt))
    }
    apply({ type: 'asking', asking: 'failed' })
  }

  listen()
  if (token === undefined && view.unsent.length > 0) retry()
  return {
    view: () => view,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    say(text) {
      apply({ type: 'written', message: { id: newId(), text, at: Date.now(), state: 'sending' } })
      void flush()
    },
    retry,
    askForPerson: () => void ask(),
    draft: () => draft,
    keepDraft(text) {
      draft = text
      save()
    },
    stop() {
      stopped = true
      hangUp?.()
    },
  }
}

function nextToSend(view: View): Unsent | undefined {
  return view.unsent.find((one) => one.state === 'sending')
}

function named(data: Record<string, unknown>): { name?: string } {
  return typeof data.name === 'string' ? { name: data.name } : {}
}
