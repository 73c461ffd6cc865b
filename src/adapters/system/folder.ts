// A folder on disk.
import { createHash } from 'node:crypto'
import { type FSWatcher, watch } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { FileStat, Folder } from '../../ports/folder.ts'

/** Files that editors and systems leave behind while somebody works. */
const TEMPORARY = /^\.|~$|^~\$|\.(?:swp|swx|tmp|bak|part|crdownload)$|^(?:Thumbs\.db|desktop\.ini)$/i

export function openFolder(path: string): Folder {
  return {
    async list() {
      const root = await realpath(path).catch(() => undefined)
      if (root === undefined) return undefined
      return (await walk(root, root, '')).sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    async read(file) {
      const bytes = new Uint8Array(await readFile(join(path, file)))
      return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
    },
    watch(listener) {
      let watcher: FSWatcher | undefined
      try {
        watcher = watch(path, { recursive: true, persistent: false }, () => listener())
        watcher.on('error', () => watcher?.close())
      } catch {
        // No watching here (a missing folder, too many watches): looking now and then finds every change too.
      }
      return () => watcher?.close()
    },
  }
}

async function walk(root: string, folder: string, above: string): Promise<FileStat[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries
      .filter((entry) => !TEMPORARY.test(entry.name))
      .map(async (entry): Promise<FileStat[]> => {
        const full = join(folder, entry.name)
        const path = above === '' ? entry.name : `${above}/${entry.name}`
        if (entry.isDirectory()) return walk(root, full, path)
        if (entry.isSymbolicLink() && !(await staysInside(root, full))) return []
        const info = await stat(full).catch(() => undefined)
        // A file moved into place may bring an old time of writing; the inode's time tells, and a right given later too.
        return info?.isFile() ? [{ path, size: info.size, changed: Math.max(info.mtimeMs, info.ctimeMs) }] : []
      }),
  )
  return found.flat()
}

async function staysInside(root: string, link: string): Promise<boolean> {
  const target = await realpath(link).catch(() => '')
  return target.startsWith(root + sep)
}
