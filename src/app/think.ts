// One turn thought through: look, find, write, check, judge. Nothing is stored and nothing is said here.
import { groundDraft, quoteAnswer } from '../core/answer/ground.ts'
import { answerPrompt } from '../core/answer/prompt.ts'
import { judge, judgeBefore, type Turn, type Written } from '../core/conversation/judge.ts'
import type { Case } from '../core/conversation/state.ts'
import { rephrasingsOf } from '../core/handoff/rephrasing.ts'
import { capitalsOf } from '../core/handoff/signals.ts'
import type { Verdict } from '../core/handoff/verdict.ts'
import { NOTHING_FOUND } from '../core/knowledge/evidence.ts'
import { findPassages } from './find-passages.ts'
import type { Needs } from './needs.ts'
import { triggerInput } from './trigger-input.ts'

export interface Thought {
  texts: readonly string[]
  language: string
  /** The case so far, without what this turn asks. */
  case: Case
}

/** Passages that a prompt may draw on. */
const PASSAGES = 6

/** The verdict on what is pending. The signal aborts the model call and everything remote; then it throws. */
export async function think(needs: Needs, the: Thought, signal: AbortSignal, onWriting: () => void): Promise<Verdict> {
  const { policy } = needs.prompts()
  const { texts, language } = the
  const failed: string[] = []
  const found = await findPassages(needs, the, signal).catch((error) => {
    signal.throwIfAborted()
    needs.logger.error('searching the knowledge failed', { error: String(error) })
    failed.push('search')
    return undefined
  })
  const terms = (text: string) => needs.language.analyse(text, language)
  const earlier = the.case.exchanges.filter((one) => one.from === 'customer').map((one) => one.text)
  const rephrasings = rephrasingsOf(texts.join(' '), earlier, terms)
  const turn: Turn = {
    input: triggerInput(policy, the.case, texts, language, failed, rephrasings),
    signals: { burst: texts.length, capitals: capitalsOf(texts.join(' ')), rephrasings },
    found: found ?? NOTHING_FOUND,
  }
  const before = judgeBefore(turn)
  if (before) return before
  const written = failed.length > 0 ? { modelCalls: 0 } : await write(needs, turn, the, signal, onWriting, failed)
  return judge({ ...turn, input: { ...turn.input, failed } }, written)
}

/** The verdict when thinking itself has failed, and nothing is known but what was asked. */
export function giveUp(needs: Needs, { texts, language, case: the }: Thought): Verdict {
  const input = triggerInput(needs.prompts().policy, the, texts, language, ['Baton itself'])
  const signals = { burst: texts.length, capitals: 0, rephrasings: 0 }
  return judge({ input, signals, found: NOTHING_FOUND }, { modelCalls: 0 })
}

async function write(
  needs: Needs,
  turn: Turn,
  the: Thought,
  signal: AbortSignal,
  onWriting: () => void,
  failed: string[],
): Promise<Written> {
  const { hits } = turn.found
  if (!needs.model) {
    const [best] = hits
    if (!best) return { modelCalls: 0 }
    return { draft: quoteAnswer(best, [...the.texts.join(' ').split(/\s+/)]), modelCalls: 0 }
  }
  const prompts = needs.prompts()
  const { prompt, used } = answerPrompt({
    persona: prompts.persona,
    template: prompts.answer,
    passages: hits.slice(0, PASSAGES).map((hit) => hit.passage),
    history: the.case.exchanges,
    turn: the.texts,
    language: the.language,
    shop: prompts.policy.shop.name,
  })
  const started = needs.clock.now()
  try {
    onWriting()
    const limited = AbortSignal.any([signal, AbortSignal.timeout(needs.limits.model)])
    needs.tally.count('model_calls')
    const answer = await needs.model.draft(prompt, limited)
    needs.tally.observe('model_ms', needs.clock.now() - started)
    needs.tally.outcome('model')
    const { draft, quotesHold, support } = groundDraft(answer, used, the.texts, needs.model.name)
    return {
      draft,
      checks: { quotesHold, support },
      modelCalls: 1,
      ...(draft.usage ? { promptTokens: draft.usage.prompt } : {}),
    }
  } catch (error) {
    // Aborted from outside: somebody else speaks now, and there is nothing to judge.
    signal.throwIfAborted()
    const trouble = error instanceof Error ? error.message : String(error)
    needs.tally.count('model_failures')
    needs.tally.outcome('model', trouble)
    needs.logger.warn('the model failed', { model: needs.model.name, error: trouble })
    failed.push('model')
    return { modelCalls: 1 }
  }
}
