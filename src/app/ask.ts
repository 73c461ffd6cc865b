// What the bot would say to a text, with everything that explains it. Nothing is stored, nothing is sent.
import { newCase, remember } from '../core/conversation/case.ts'
import { phrase } from '../core/conversation/phrase.ts'
import type { Case } from '../core/conversation/state.ts'
import { look } from '../core/handoff/look.ts'
import { teamOf } from '../core/handoff/policy.ts'
import type { Verdict } from '../core/handoff/verdict.ts'
import { cleanText } from '../core/message.ts'
import type { App, Asked } from './app.ts'
import type { Needs } from './needs.ts'
import { think } from './think.ts'
import { triggerInput } from './trigger-input.ts'

type History = NonNullable<Parameters<App['ask']>[1]>['history']

export async function ask(needs: Needs, text: string, history: History = []): Promise<Asked> {
  const { policy, messages } = needs.prompts()
  const clean = cleanText(text)
  const { language } = needs.language.detect(clean, [policy.shop.defaultLanguage, ...needs.index.languages()])
  const the = caseOf(history, language, needs.clock.now())
  const verdict = await think(needs, { texts: [clean], language, case: the }, new AbortController().signal, () => {})
  const atOnce = look('at-once', triggerInput(policy, the, [clean], language, []))
  const later = verdict.grounds.reasons.filter(({ trigger }) => !atOnce.some((one) => one.trigger === trigger))
  const reasons = [...atOnce, ...later]
  const asked = { ...explain(verdict), reasons, language }
  const [first] = reasons
  if (first) return { ...asked, decision: 'handoff', answer: '', team: teamOf(policy, first.trigger) }
  if (verdict.kind === 'handoff') return { ...asked, decision: 'handoff', answer: '', team: verdict.team }
  const answer = phrase(verdict, { ...the, disclosed: true }, policy, messages)
  return { ...asked, decision: verdict.kind === 'clarify' ? 'clarify' : 'answer', answer }
}

function explain({ grounds, ...verdict }: Verdict) {
  const cited = verdict.kind === 'answer' ? verdict.draft.citations : []
  const nearest = grounds.nearest.filter((one) => !cited.some((other) => other.passageId === one.passageId))
  return {
    confidence: grounds.confidence,
    confidenceParts: grounds.parts,
    citations: [...cited, ...nearest].map(({ source, place, quote }) => ({ source, place, quote })),
    signals: grounds.signals,
  }
}

function caseOf(history: NonNullable<History>, language: string, now: number): Case {
  const opened = newCase({ type: 'case-opened', at: now, caseId: 'ask', by: 'customer', channel: 'ask', chat: 'ask' })
  const exchanges = history.reduce<Case['exchanges']>(
    (all, { from, text }) => remember(all, { from, text: cleanText(text), at: now }),
    [],
  )
  return { ...opened, language, exchanges, disclosed: true }
}
