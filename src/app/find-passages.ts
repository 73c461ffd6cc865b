// The passages for a turn: the question as asked and, when it is short and leans on what came before, rewritten by code.
import { confidenceOf } from '../core/answer/confidence.ts'
import type { Exchange } from '../core/conversation/state.ts'
import type { Found } from '../core/knowledge/evidence.ts'
import type { Needs } from './needs.ts'
import type { Thought } from './think.ts'

const HITS = 10

/** Turns with fewer content words than this lean on the one before: "and for shoes?" */
const ELLIPTIC = 4

/** Never the whole history: only the customer's question before, and only if this one is short and found little. */
export async function findPassages(needs: Needs, the: Thought, signal: AbortSignal): Promise<Found> {
  const { policy } = needs.prompts()
  const text = the.texts.join('\n')
  const asked = await search(needs, text, the.language, signal)
  if (confidenceOf(asked.evidence).confidence >= policy.confidence.answerFrom) return asked
  const rewritten = rewrite(needs, text, the.language, the.case.exchanges)
  if (!rewritten) return asked
  const again = await search(needs, rewritten, the.language, signal)
  return confidenceOf(again.evidence).confidence > confidenceOf(asked.evidence).confidence ? again : asked
}

async function search(needs: Needs, text: string, language: string, signal: AbortSignal): Promise<Found> {
  const found = await needs.index.search({ text, language, limit: HITS, now: needs.clock.now(), signal })
  if (found.degraded) needs.logger.warn('searched without embeddings', { why: found.degraded })
  return found
}

function rewrite(needs: Needs, text: string, language: string, exchanges: readonly Exchange[]): string | undefined {
  if (needs.language.analyse(text, language).length >= ELLIPTIC) return undefined
  const before = exchanges.findLast(
    (one) => one.from === 'customer' && needs.language.analyse(one.text, language).length > 1,
  )
  return before ? `${before.text}\n${text}` : undefined
}
