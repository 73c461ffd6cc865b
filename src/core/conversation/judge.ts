// Whether to answer: one verdict from what was asked, found and written. Pure, so yesterday's turns can be judged again.
import { type ConfidencePart, confidenceOf, type DraftChecks } from '../answer/confidence.ts'
import type { Citation, Draft } from '../answer/draft.ts'
import { look } from '../handoff/look.ts'
import { type Policy, teamOf } from '../handoff/policy.ts'
import type { Reason } from '../handoff/reason.ts'
import type { Signals } from '../handoff/signals.ts'
import { type TriggerInput, wouldFallBack } from '../handoff/trigger.ts'
import type { Grounds, Priority, Verdict } from '../handoff/verdict.ts'
import { courtesyOf, saysNo } from '../handoff/words/match.ts'
import type { Found } from '../knowledge/evidence.ts'
import { excerpt } from '../knowledge/excerpt.ts'

/** A turn as far as it is known before a draft is written. */
export interface Turn {
  input: Omit<TriggerInput, 'draft' | 'confidence'>
  signals: Signals
  found: Found
}

/** What was written, and what code could check of it. Absent parts were not reached. */
export interface Written {
  draft?: Draft
  checks?: DraftChecks
  modelCalls: number
  promptTokens?: number
}

/** The verdict that needs no draft: a courtesy, or a trigger of stage `before`. Undefined: write one. */
export function judgeBefore(turn: Turn): Verdict | undefined {
  const reasons = look('before', turn.input)
  const nothing = { modelCalls: 0 }
  if (reasons.length > 0) return handoff(turn, nothing, reasons)
  const { texts, offered, language } = turn.input
  const text = texts.join(' ')
  // A no to the offer of a person is no question left unanswered: nobody gets whom they have just declined.
  const courtesy = offered && saysNo(text, language) ? 'thanks' : courtesyOf(text)
  return courtesy ? { kind: 'courtesy', courtesy, grounds: groundsOf(turn, nothing, []) } : undefined
}

/** The bands of design: answer, ask which one is meant, or the fallback chain, unless a trigger says otherwise. */
export function judge(turn: Turn, written: Written): Verdict {
  const { policy } = turn.input
  const { confidence } = weigh(turn, written)
  const { draft } = written
  const seen: TriggerInput = { ...turn.input, confidence, ...(draft ? { draft } : {}) }
  const reasons = look('after', seen)
  if (reasons.length > 0) return handoff(turn, written, reasons)
  const grounds = groundsOf(turn, written, [])
  if (draft && !wouldFallBack(seen)) return { kind: 'answer', draft, grounds }
  const near = confidence >= policy.confidence.clarifyFrom || namesATopic(turn.found)
  const options = near ? optionsOf(turn.found) : []
  return { kind: 'clarify', ask: options.length > 0 ? 'which' : 'unknown', options, grounds }
}

export function groundsOf(turn: Turn, written: Written, reasons: readonly Reason[]): Grounds {
  const { confidence, parts } = weigh(turn, written)
  const { draft, modelCalls, promptTokens } = written
  const { mood, intent } = draft ?? {}
  return {
    confidence,
    parts,
    reasons,
    passages: turn.found.hits
      .slice(0, 8)
      .map(({ passage: { id, source, place, title }, score }) => ({ id, source, place, title, score })),
    nearest: nearestOf(turn.found, turn.input.texts),
    signals: { ...turn.signals, ...(mood ?? {}), ...(intent ? { intent } : {}) },
    language: turn.input.language,
    policy: turn.input.policy.hash,
    modelCalls,
    ...(promptTokens === undefined ? {} : { promptTokens }),
  }
}

/** Every word is known and several entries are about equally near, as for a bare "returns": which one is meant? */
function namesATopic({ hits, evidence }: Found): boolean {
  const { coverage = 0, unknown = 1, margin = 1 } = evidence
  return hits.length > 1 && coverage > 0.99 && unknown < 0.01 && margin < 0.2
}

function weigh(turn: Turn, written: Written): { confidence: number; parts: readonly ConfidencePart[] } {
  return confidenceOf(turn.found.evidence, written.draft, written.checks)
}

function handoff(turn: Turn, written: Written, reasons: readonly Reason[]): Verdict {
  const { policy } = turn.input
  return { kind: 'handoff', ...routeOf(policy, reasons), grounds: groundsOf(turn, written, reasons) }
}

/** The team of the first reason; the priority of the most urgent one. */
export function routeOf(policy: Policy, reasons: readonly Reason[]): { team: string; priority: Priority } {
  const [first] = reasons
  const priorities = reasons.map((reason) => policy.triggers[reason.trigger].priority)
  return {
    team: first ? teamOf(policy, first.trigger) : policy.defaultTeam,
    priority: Math.min(5, ...priorities) as Priority,
  }
}

/** The best passage of each of the first entries, quoted around what was asked. */
function nearestOf(found: Found, texts: readonly string[]): Citation[] {
  const words = texts.join(' ').split(/\s+/)
  const nearest = new Map<string, Citation>()
  for (const { passage } of found.hits) {
    const { id: passageId, source, place, title, link } = passage
    const key = `${source}#${place}`
    if (nearest.size === 5) break
    if (!nearest.has(key)) {
      nearest.set(key, {
        passageId,
        source,
        place,
        title,
        ...(link ? { link } : {}),
        quote: excerpt(passage.text, words, 240),
      })
    }
  }
  return [...nearest.values()]
}

/** Titles of the nearest one to three entries, those far behind the best left out. */
function optionsOf(found: Found): string[] {
  const best = found.hits[0]?.score ?? 0
  const titles = found.hits.filter((hit) => hit.score >= best * 0.6).map((hit) => hit.passage.title)
  return [...new Set(titles)].slice(0, 3)
}
