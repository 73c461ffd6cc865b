// Looks at a folder again and again, and brings what changed to whoever reads it.
import { NOTHING_WATCHED, stampOf, stepFolder, type Watched } from '../core/knowledge/folder-changes.ts'
import type { FileStat, Folder } from '../ports/folder.ts'
import type { Clock, Logger } from '../ports/system.ts'

/** Between two looks when no hint comes, and while something is moving; ms. */
const LOOK_EVERY = 1000
const LOOK_SOON = 100

/** Larger files are not read at all; bytes. */
export const MAX_FILE = 20 * 1024 * 1024

export interface FolderNews {
  changed: readonly ChangedFile[]
  /** `changed` is everything there is: the first news after a start. */
  all?: true
  gone: readonly string[]
  /** How many files vanished at once and are kept all the same; 0 when all is well. */
  vanished: number
  /** The folder itself is not there. */
  absent: boolean
}

export interface ChangedFile {
  path: string
  /** Absent when it could not be read; then `trouble` says why. */
  bytes?: Uint8Array
  hash?: string
  trouble?: string
}

export interface FolderWatch {
  /** Reads everything that is there now, without waiting for it to be still. */
  load(): Promise<void>
  stop(): Promise<void>
}

export function watchFolder(
  folder: Folder,
  clock: Clock,
  logger: Logger,
  tell: (news: FolderNews) => Promise<void>,
): FolderWatch {
  let watched: Watched = NOTHING_WATCHED
  let stopped = false
  let next: { at: number; cancel: () => void } | undefined
  let unwatch = () => {}
  let tail = Promise.resolve()
  let troubled = ''

  const look = async (): Promise<boolean> => {
    const listing = await folder.list()
    // Without its folder no file is known to be gone: a disk may be missing, or somebody is moving things.
    const step = listing && stepFolder(watched, listing, clock.now())
    const changed = await Promise.all((step?.changed ?? []).map((path) => readFile(folder, path, listing ?? [])))
    if (step) watched = step.next
    const { gone, vanished } = step ?? { gone: [], vanished: 0 }
    const trouble = `${vanished}${listing === undefined}`
    if (changed.length > 0 || gone.length > 0 || trouble !== troubled) {
      await tell({ changed, gone, vanished, absent: listing === undefined })
    }
    troubled = trouble
    return step?.again ?? false
  }
  /** Looks after `wait` ms, or earlier if that was planned already. */
  const lookWithin = (wait: number): void => {
    const at = clock.now() + wait
    if (stopped || (next && next.at <= at)) return
    next?.cancel()
    next = { at, cancel: clock.at(at, lookNow) }
  }
  const lookNow = (): void => {
    next = undefined
    tail = tail.then(async () => {
      if (stopped) return
      const again = await look().catch((error) => {
        logger.error('looking at a folder failed and will be tried again', { error: String(error) })
        return false
      })
      lookWithin(again ? LOOK_SOON : LOOK_EVERY)
    })
  }

  return {
    async load() {
      const listing = await folder.list()
      const files = listing ?? []
      const changed = await Promise.all(files.map((file) => readFile(folder, file.path, files)))
      watched = { ...NOTHING_WATCHED, settled: new Map(files.map((file) => [file.path, stampOf(file)])) }
      troubled = `0${listing === undefined}`
      await tell({ changed, gone: [], vanished: 0, absent: listing === undefined, all: true })
      unwatch = folder.watch(() => lookWithin(LOOK_SOON))
      lookWithin(LOOK_EVERY)
    },
    async stop() {
      stopped = true
      next?.cancel()
      unwatch()
      await tail
    },
  }
}

async function readFile(folder: Folder, path: string, listing: readonly FileStat[]): Promise<ChangedFile> {
  const size = listing.find((file) => file.path === path)?.size ?? 0
  if (size > MAX_FILE) {
    return {
      path,
      trouble: `It has ${Math.round(size / 1024 / 1024)} MB; at most ${MAX_FILE / 1024 / 1024} MB are read. Split it into smaller files.`,
    }
  }
  if (size === 0) return { path, trouble: 'It is empty. Write something into it, or delete it.' }
  try {
    return { path, ...(await folder.read(path)) }
  } catch (error) {
    return { path, trouble: `It cannot be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}
