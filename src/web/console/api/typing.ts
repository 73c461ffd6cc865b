// Who is typing in which conversation, believed for a few seconds.
import { useSyncExternalStore } from 'react'

export interface Typing {
  from: 'bot' | 'staff'
  name: string | undefined
}

const BELIEVED = 6000
const typing = new Map<string, Typing>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

export function someoneTypes(id: string, from: Typing['from'], name: string | undefined): void {
  const known = typing.get(id)
  clearTimeout(timers.get(id))
  timers.set(
    id,
    setTimeout(() => nobodyTypes(id), BELIEVED),
  )
  if (known?.from === from && known.name === name) return
  typing.set(id, { from, name })
  changed()
}

/** Called when the words that were being typed have arrived. */
export function nobodyTypes(id: string): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  if (typing.delete(id)) changed()
}

export function useTyping(id: string): Typing | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => typing.get(id),
  )
}
