// Words that no passage has, to the words that were probably meant.
import type { Shard } from './shard.ts'

export interface Meant {
  term: string
  /** 0 to 1: how much a hit of this word counts. */
  weight: number
}

/** Most words that one unknown word may stand for. */
const MOST = 3

/**
 * The nearest known words of an unknown one: one slip in four to seven letters, two in longer words; else the two
 * words that it is written together from. Numbers and short words are never guessed.
 */
export function meantBy(term: string, shards: readonly Shard[]): Meant[] {
  if (term.length < 4 || /\p{N}/u.test(term)) return []
  const allowed = term.length < 8 ? 1 : 2
  const near = nearest(term, shards, allowed)
  return near.length > 0 ? near : halves(term, shards)
}

function nearest(term: string, shards: readonly Shard[], allowed: number): Meant[] {
  const found = new Map<string, { slips: number; uses: number }>()
  const letters = lettersOf(term)
  for (const { terms, letters: signs, starts } of shards) {
    let number = -1
    for (const known of terms.keys()) {
      number++
      if (Math.abs(known.length - term.length) > allowed) continue
      if (bits((signs[number] ?? 0) ^ letters) > 2 * allowed) continue
      const slips = slipsBetween(term, known, allowed)
      if (slips > allowed) continue
      const uses = (starts[number + 1] ?? 0) - (starts[number] ?? 0)
      found.set(known, { slips, uses: uses + (found.get(known)?.uses ?? 0) })
    }
  }
  const least = Math.min(...[...found.values()].map(({ slips }) => slips))
  return [...found]
    .filter(([, { slips }]) => slips === least)
    .sort(([a, one], [b, other]) => Number(b[0] === term[0]) - Number(a[0] === term[0]) || other.uses - one.uses)
    .slice(0, MOST)
    .map(([known], i) => ({ term: known, weight: (least === 1 ? 0.8 : 0.6) - i * 0.1 }))
}

function halves(term: string, shards: readonly Shard[]): Meant[] {
  const known = (part: string): boolean => shards.some(({ terms }) => terms.has(part))
  for (let at = 3; at <= term.length - 3; at++) {
    const [first, second] = [term.slice(0, at), term.slice(at)]
    if (known(first) && known(second))
      return [
        { term: first, weight: 0.7 },
        { term: second, weight: 0.7 },
      ]
  }
  return []
}

/** The letters of a word as 32 bits. */
export function lettersOf(term: string): number {
  let signs = 0
  for (let i = 0; i < term.length; i++) signs |= 1 << (term.charCodeAt(i) & 31)
  return signs >>> 0
}

function bits(value: number): number {
  let left = value >>> 0
  let count = 0
  for (; left !== 0; count++) left &= left - 1
  return count
}

/** Letters added, left out, replaced or swapped with their neighbour; stops counting above `most`. */
function slipsBetween(a: string, b: string, most: number): number {
  let older: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return least
    older = last
    last = row
  }
  return last[b.length] ?? most + 1
}
