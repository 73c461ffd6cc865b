// Which files of a folder are ready to be read, and which are gone: saving takes time, and editors save by renaming.

import { SAMPLE_FILE } from './sample.ts'

/** A file must not have changed for this long before it is read; ms. */
export const STILL = 300
/** A file must be missing for this long before it counts as gone; ms. */
export const GONE = 1000
/** Of at least this many files, more than half vanishing at once is taken for an accident. */
const MANY = 6

export interface Watched {
  /** What was last read, by path: size and time as one text. */
  settled: ReadonlyMap<string, string>
  /** Files that look different from what was read, and since when they look like that. */
  moving: ReadonlyMap<string, { stamp: string; since: number }>
  missing: ReadonlyMap<string, number>
}

export interface FolderStep {
  next: Watched
  /** To be read now. */
  changed: readonly string[]
  gone: readonly string[]
  /** So many vanished at once that their last versions go on serving; 0 when all is well. */
  vanished: number
  /** Something is still moving: look again soon. */
  again: boolean
}

export const NOTHING_WATCHED: Watched = { settled: new Map(), moving: new Map(), missing: new Map() }

/** What a file looks like from outside: another stamp is another content. */
export function stampOf(file: { size: number; changed: number }): string {
  return `${file.size}@${file.changed}`
}

/** One look at a folder; `now` in epoch ms. Pure: the caller reads what it names. */
export function stepFolder(
  before: Watched,
  listing: readonly { path: string; size: number; changed: number }[],
  now: number,
): FolderStep {
  const settled = new Map(before.settled)
  const moving = new Map<string, { stamp: string; since: number }>()
  const changed: string[] = []
  for (const file of listing) {
    const stamp = stampOf(file)
    if (settled.get(file.path) === stamp) continue
    const seen = before.moving.get(file.path)
    const since = seen?.stamp === stamp ? seen.since : now
    if (now - since >= STILL) {
      settled.set(file.path, stamp)
      changed.push(file.path)
    } else moving.set(file.path, { stamp, since })
  }
  const there = new Set(listing.map((file) => file.path))
  const missing = new Map(
    [...before.settled.keys()]
      .filter((path) => !there.has(path))
      .map((path) => [path, before.missing.get(path) ?? now]),
  )
  // Whoever takes the sample shop out means it: those files are nobody's.
  const accident = before.settled.size >= MANY && missing.size > before.settled.size / 2 && !missing.has(SAMPLE_FILE)
  const gone = accident ? [] : [...missing].filter(([, since]) => now - since >= GONE).map(([path]) => path)
  for (const path of gone) {
    settled.delete(path)
    missing.delete(path)
  }
  const again = moving.size > 0 || (missing.size > 0 && !accident)
  return { next: { settled, moving, missing }, changed, gone, vanished: accident ? missing.size : 0, again }
}
