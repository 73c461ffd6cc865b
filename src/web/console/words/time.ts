// Times and lengths of time as people say them, in the browser's own time zone.
import { useSyncExternalStore } from 'react'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' })
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })

export const clockTime = (at: number): string => clock.format(at)
export const wholeTime = (at: number): string => whole.format(at)
export const dayWords = (at: number): string => weekday.format(at)
export const shortDay = (at: number): string => day.format(at)

export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

/** `0:42`, `12 min`, `3 h 05`, `2 d`: how long something has been going on. */
export function length(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes < 10) return `${minutes}:${String(seconds % 60).padStart(2, '0')}`
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, '0')}`
  return `${Math.floor(hours / 24)} d`
}

/** Short, for lists: the time of day today, else the date. */
export function shortTime(at: number, now: number): string {
  return sameDay(at, now) ? clockTime(at) : shortDay(at)
}

let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function watch(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Epoch ms, new every second; one clock for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now)
}
