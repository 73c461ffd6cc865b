// Wake-ups inside this process: what a shop on one machine needs. A restart forgets them; the sweep finds the rows.
import type { Clock } from '../../ports/system.ts'
import type { WakeHandler, Wakeups } from '../../ports/wakeups.ts'
import { endOf } from './end.ts'
import { createReadyQueue } from './ready-queue.ts'
import { DEFAULT_PRIORITY, GRACE, slotId, slotKind } from './slot.ts'

interface Slot {
  id: string
  key: string
  name: string | undefined
  priority: number
  /** Cancels the timer, while one is set. */
  cancel: (() => void) | undefined
  queued: boolean
  running: boolean
  /** It was woken while it ran: once more, then. */
  once: boolean
}

export interface MemoryWakeupsOptions {
  clock: Clock
  /** Most handlers that run at the same time. */
  lanes?: number
}

export function createMemoryWakeups({ clock, lanes = 64 }: MemoryWakeupsOptions): Wakeups {
  const slots = new Map<string, Slot>()
  const ready = createReadyQueue<Slot>()
  const running = new Set<Promise<void>>()
  const aborter = new AbortController()
  let handler: WakeHandler | undefined
  let stopped = false

  const slotFor = (id: string, key: string, name: string | undefined): Slot => {
    const known = slots.get(id)
    if (known) return known
    const made = { id, key, name, priority: 0, cancel: undefined, queued: false, running: false, once: false }
    slots.set(id, made)
    return made
  }

  const clear = (slot: Slot) => {
    slot.cancel?.()
    slot.cancel = undefined
    if (slot.queued) ready.remove(slot)
    slot.queued = false
  }

  const enqueue = (slot: Slot) => {
    clear(slot)
    if (slot.running) slot.once = true
    else {
      slot.queued = true
      ready.add(slot)
      // Later in this turn of the event loop: whoever wakes goes on first, and a burst is one run.
      queueMicrotask(pump)
    }
  }

  const set = (slot: Slot, at: number | undefined, priority: number) => {
    // Called for again while it waits: the more urgent of the two counts.
    slot.priority = slot.queued ? Math.min(slot.priority, priority) : priority
    if (at === undefined || at <= clock.now()) return enqueue(slot)
    clear(slot)
    slot.cancel = clock.at(at, () => enqueue(slot))
  }

  const pump = () => {
    while (handler && !stopped && running.size < lanes) {
      const slot = ready.take()
      if (!slot) return
      slot.queued = false
      slot.running = true
      const run = look(handler, slot).finally(() => {
        running.delete(run)
        pump()
      })
      running.add(run)
    }
  }

  const look = async (handle: WakeHandler, slot: Slot): Promise<void> => {
    const { key, name, priority } = slot
    // Whoever handles reports its own failures; the rows that are still due bring the sweep back.
    const answer = await handle(key, name, aborter.signal).catch(() => undefined)
    slot.running = false
    if (stopped) return
    if (answer) set(slotFor(slotId('again', key, name), key, name), answer.again, priority)
    if (slot.once) {
      slot.once = false
      enqueue(slot)
    }
    if (!slot.cancel && !slot.queued && !slot.running) slots.delete(slot.id)
  }

  return {
    async wake(key, { at, name, priority = DEFAULT_PRIORITY } = {}) {
      if (stopped) return
      const id = slotId(slotKind(name, at !== undefined && at > clock.now()), key, name)
      set(slotFor(id, key, name), at, priority)
    },
    async cancel(key, name) {
      for (const kind of ['named', 'again'] as const) {
        const slot = slots.get(slotId(kind, key, name))
        if (!slot) continue
        clear(slot)
        slot.once = false
        if (!slot.running) slots.delete(slot.id)
      }
    },
    async start(handle) {
      handler = handle
      pump()
    },
    async stop(graceMs = GRACE) {
      stopped = true
      for (const slot of slots.values()) clear(slot)
      slots.clear()
      await endOf(Promise.all(running), aborter, graceMs)
    },
    health: () => ({ state: 'ready' }),
  }
}
