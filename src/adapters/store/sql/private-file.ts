// Files that nobody but the program's own account may read.
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes the file (mode 0600) and its folder (0700) unless they are there; what is there keeps its mode. */
export function makePrivateFile(file: string): void {
  if (mkdirSync(dirname(file), { recursive: true, mode: 0o700 }) !== undefined) chmodSync(dirname(file), 0o700)
  try {
    // Never opens one that is there: closing it again would drop the locks that this process holds on it.
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
