// Counts and durations since the start, kept in memory until somebody asks.
import type { Tally, TallyRow } from '../../ports/tally.ts'

export function createTally(): Tally {
  const outcomes = new Map<string, { trouble?: string }>()
  const rows = new Map<string, { name: string; labels: Readonly<Record<string, string>>; value: number }>()
  const add = (name: string, labels: Readonly<Record<string, string>>, by: number) => {
    const key = `${name}|${Object.entries(labels).join('|')}`
    const row = rows.get(key)
    if (row) row.value += by
    else rows.set(key, { name, labels, value: by })
  }
  return {
    count: (name, labels = {}) => add(name, labels, 1),
    observe(name, ms) {
      add(`${name}_sum`, {}, ms)
      add(`${name}_count`, {}, 1)
    },
    outcome: (part, trouble) => void outcomes.set(part, trouble === undefined ? {} : { trouble }),
    lastOutcome: (part) => outcomes.get(part),
    read: (): TallyRow[] => [...rows.values()].map((row) => ({ ...row })),
  }
}
