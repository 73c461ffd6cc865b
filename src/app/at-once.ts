// What is noticed the moment a message arrives, before anybody waits for quiet, knowledge or a model.
import { groundsOf } from '../core/conversation/judge.ts'
import { type Case, openCase, type State } from '../core/conversation/state.ts'
import { look } from '../core/handoff/look.ts'
import type { Policy } from '../core/handoff/policy.ts'
import type { Reason } from '../core/handoff/reason.ts'
import { capitalsOf } from '../core/handoff/signals.ts'
import type { Grounds } from '../core/handoff/verdict.ts'
import { asksForPerson } from '../core/handoff/words/match.ts'
import { NOTHING_FOUND } from '../core/knowledge/evidence.ts'
import type { Needs } from './needs.ts'
import { triggerInput } from './trigger-input.ts'

export interface AtOnce {
  reasons: readonly Reason[]
  grounds: Grounds
}

/** A notice must not wait: the remote part of the search gets this many ms. */
const SEARCH_LIMIT = 50

/** The reasons of triggers that need neither knowledge nor model, for one message. */
export function reasonsAtOnce(policy: Policy, the: Case | undefined, text: string, language: string): Reason[] {
  return text === '' ? [] : look('at-once', triggerInput(policy, the, [text], language, []))
}

/** Retrieval is logged all the same, so that staff and metrics know what the shop's knowledge had to say. */
export async function groundsAtOnce(
  needs: Needs,
  state: State,
  text: string,
  language: string,
  reasons: readonly Reason[],
): Promise<Grounds> {
  const { policy } = needs.prompts()
  const the = openCase(state)
  const query = [...(the?.pending.map((message) => message.text) ?? []), text].join(' ').trim()
  const signal = AbortSignal.timeout(SEARCH_LIMIT)
  const found =
    query === ''
      ? NOTHING_FOUND
      : await needs.index
          .search({ text: query, language, limit: 5, now: needs.clock.now(), signal })
          .catch(() => NOTHING_FOUND)
  const signals = { burst: (the?.pending.length ?? 0) + 1, capitals: capitalsOf(text), rephrasings: 0 }
  return groundsOf(
    { input: triggerInput(policy, the, [query], language, []), signals, found },
    { modelCalls: 0 },
    reasons,
  )
}

/** Whether a text only asks for a person: no topic for a brief. */
export function requestTest(policy: Policy): (text: string) => boolean {
  return (text) => asksForPerson(text, policy.words) !== undefined && text.length < 80
}
