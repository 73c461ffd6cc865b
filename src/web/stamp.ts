// Whether the built pages in dist/web are those of the sources: a hash of everything they are made from.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the pages are built to, from the repository's root. */
export const BUILT = join('dist', 'web')

/** The hash of the pages' sources and of the packages they are built with. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256')
  const sources = join(root, 'src', 'web')
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of [...files, join(root, 'package-lock.json')]) {
    hash.update(file.slice(root.length).replaceAll('\\', '/'))
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** True when there are no built pages, or pages of other sources. */
export function isStale(root: string): boolean {
  const stamp = join(root, BUILT, 'stamp')
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceStamp(root)
}
