// Whether live news reach this page, for the banner that says so.
import { useSyncExternalStore } from 'react'
import type { Line } from '../../live/event-stream.ts'

let line: Line = 'connecting'
const listeners = new Set<() => void>()

export function setLine(next: Line): void {
  if (next === line) return
  line = next
  for (const listener of listeners) listener()
}

export function useLine(): Line {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => line,
  )
}
