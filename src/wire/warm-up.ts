// A question from nobody, right after the start: what the first customer would wait for is loaded and compiled by then.
import { ask } from '../app/ask.ts'
import type { Needs } from '../app/needs.ts'

const QUESTION = 'How much does it cost, and when will it be here?'
const HISTORY = [
  { from: 'customer', text: 'Hello, I need a hand with my order.' },
  { from: 'bot', text: 'Hello. How can I help?' },
] as const

/** Whoever waits for the server to be ready has looked by then, and no customer has written yet; ms. */
const SOON = 300

/**
 * Returns the way to call it off. Nothing is stored, no model is asked, and a failure is none: the first customer only
 * waits a little longer. Then memory that only the start needed goes back to the machine.
 */
export function warmUp(needs: Needs): () => void {
  return needs.clock.at(needs.clock.now() + SOON, () => {
    ask({ ...needs, model: undefined }, QUESTION, HISTORY)
      .catch((error) => needs.logger.debug('the warm-up failed', { error: String(error) }))
      .finally(() => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }))
  })
}
