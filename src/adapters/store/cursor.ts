// Where a page of conversations ended: the time and id of its last one, so that writes meanwhile shift nothing.
import { Buffer } from 'node:buffer'
import type { Summary } from '../../core/conversation/summary.ts'
import { BadInput } from '../../core/errors.ts'

export function writeCursor(last: Pick<Summary, 'lastAt' | 'conversationId'>): string {
  return Buffer.from(JSON.stringify([last.lastAt, last.conversationId])).toString('base64url')
}

/** Throws `BadInput` for anything that is not a cursor. */
export function readCursor(cursor: string): { lastAt: number; id: string } {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value)) {
      const [lastAt, id]: unknown[] = value
      if (Number.isSafeInteger(lastAt) && typeof id === 'string') return { lastAt: lastAt as number, id }
    }
  } catch {
    // Not JSON, so not a cursor either.
  }
  const reason = 'This is not a cursor of this list. Leave it out to begin with the first page.'
  throw new BadInput(reason, [{ field: 'cursor', reason }])
}
