// The model's part of a brief: within five seconds or not at all, and never in anybody's way.
import { briefPrompt } from '../core/answer/prompt.ts'
import { NO_TOPIC } from '../core/conversation/write-brief.ts'
import { commit, type States } from './commit.ts'
import type { Needs } from './needs.ts'

/** `busy` holds the handoffs whose brief is being written: a wake-up and the sweep may both ask. */
export async function completeBrief(
  needs: Needs,
  states: States,
  conversationId: string,
  busy: Set<string>,
  stopping: AbortSignal,
): Promise<void> {
  const { state, summary } = await states.load(conversationId)
  if (!needs.model || !summary || (state.owner !== 'queue' && state.owner !== 'staff')) return
  const { handoff } = state
  if (!handoff || handoff.brief.by === 'model' || busy.has(handoff.id)) return
  if (handoff.brief.wants === NO_TOPIC) return // nothing to say more about yet
  busy.add(handoff.id)
  try {
    const { brief: template, policy } = needs.prompts()
    const prompt = briefPrompt({
      template,
      reasons: handoff.reasons.map((reason) => reason.evidence),
      history: state.case.exchanges,
      language: state.case.language,
      staffLanguage: policy.shop.defaultLanguage,
      shop: policy.shop.name,
    })
    needs.tally.count('model_calls')
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(needs.limits.briefModel)])
    const { wants, mood, opening } = await needs.model.brief(prompt, signal)
    const brief = { ...handoff.brief, wants, mood, opening, by: 'model' as const }
    const complete = () =>
      ({ type: 'complete-brief', now: needs.clock.now(), handoffId: handoff.id, brief, modelCalls: 1 }) as const
    await commit(needs, states, conversationId, complete, { channel: summary.channel })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    needs.logger.warn('the brief stays as the log gave it', { conversationId, error: why })
  } finally {
    busy.delete(handoff.id)
  }
}
