// A number about how the shop's customers are served: a fold over the events of conversations.
import type { Event } from '../conversation/event.ts'

export interface Metric {
  id: string
  label: string
  unit: 'share' | 'count' | 'ms'
  /** One sentence: what it tells, and which way is good. */
  tells: string
  /** `logs` are the events of each conversation since the asked-for time, in order. Null when there is nothing to count. */
  of(logs: readonly (readonly Event[])[]): number | null
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
