// One server per data folder. The operating system holds the lock, so a killed server never leaves one behind.

import { join } from 'node:path'
import Driver from 'better-sqlite3'
import { BatonError } from '../../../core/errors.ts'
import { makePrivateFile } from './private-file.ts'

/** A server that is just stopping gets this long to be gone, in ms. */
const PATIENCE = 1000

/**
 * Takes the folder for this process, making it (mode 0700) when it is not there; resolves to the way to give it back.
 * Rejects with a `BatonError` when another server has it.
 */
export async function lockDataDir(dir: string): Promise<() => Promise<void>> {
  const file = join(dir, 'server.lock')
  makePrivateFile(file)
  const connection = new Driver(file, { timeout: 0 })
  const end = performance.now() + PATIENCE
  for (;;) {
    try {
      // An empty database whose exclusive transaction stays open: nothing is ever written to it.
      connection.exec('pragma journal_mode = memory; begin exclusive')
      return async () => void connection.close()
    } catch (error) {
      const busy = error instanceof Driver.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || performance.now() > end) {
        connection.close()
        throw busy ? taken(dir) : error
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function taken(dir: string): BatonError {
  const remedy = 'Stop that one first, or give this one another DATA_DIR.'
  return new BatonError('data-dir-taken', `Another Baton server is running on ${dir}. ${remedy}`)
}
