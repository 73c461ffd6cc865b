// One effect per Idempotency-Key: a repeat within 24 hours gets the first answer again.
import { createHash } from 'node:crypto'
import { BadInput } from '../core/errors.ts'
import type { Answers } from '../ports/store.ts'
import type { Clock, Logger } from '../ports/system.ts'
import { HttpProblem } from './problem.ts'
import type { Answer } from './route.ts'

const DAY_MS = 24 * 3_600_000

export interface Idempotency {
  /**
   * Runs `work` unless the same caller's key was answered before. `fingerprint` stands for the request; the same key
   * with another one throws 422. Only good answers are kept: a refused request changed nothing and may be tried anew.
   */
  once(key: string, fingerprint: string, work: () => Promise<Answer>): Promise<Answer>
}

/** The key of a request, as stored: bound to its caller. Throws `BadInput` for a key that is none. */
export function keyOf(header: string | string[] | undefined, staffId: string): string | undefined {
  if (header === undefined) return undefined
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw new BadInput('The Idempotency-Key must be 1 to 200 visible ASCII characters.')
  }
  return fingerprintOf([staffId, header])
}

export function fingerprintOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}

export function createIdempotency(answers: Answers, clock: Clock, logger: Logger): Idempotency {
  const running = new Map<string, { fingerprint: string; answer: Promise<Answer> }>()
  const find = async (key: string, fingerprint: string): Promise<Answer | undefined> => {
    const kept = await answers.get(key, clock.now())
    if (kept === undefined) return undefined
    if (kept.fingerprint !== fingerprint) throw otherBody()
    return { status: kept.status, ...(kept.body === '' ? {} : { body: JSON.parse(kept.body) }) }
  }
  const run = async (key: string, fingerprint: string, work: () => Promise<Answer>): Promise<Answer> => {
    const before = await find(key, fingerprint)
    if (before) return before
    const answer = await work()
    const body = answer.body === undefined ? '' : JSON.stringify(answer.body)
    const row = { fingerprint, status: answer.status, body, expiresAt: clock.now() + DAY_MS }
    // The work is done and durable: failing to remember the answer must not make it look undone.
    await answers.put(key, row).catch((error) => logger.warn('an answer could not be kept', { error: String(error) }))
    return answer
  }
  return {
    once: async (key, fingerprint, work) => {
      const first = running.get(key)
      if (first) {
        if (first.fingerprint !== fingerprint) throw otherBody()
        return first.answer
      }
      const answer = run(key, fingerprint, work).finally(() => running.delete(key))
      running.set(key, { fingerprint, answer })
      return answer
    },
  }
}

function otherBody(): HttpProblem {
  return new HttpProblem(422, 'key-reused', 'This Idempotency-Key was used for another request. Please make a new one.')
}
