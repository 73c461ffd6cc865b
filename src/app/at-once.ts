// What is noticed the moment a message arrives, before anybody waits for quiet, knowledge or a model.
import type { HandoffPlan } from '../core/conversation/command.ts'
import { groundsOf } from '../core/conversation/judge.ts'
import { planHandoff } from '../core/conversation/plan-handoff.ts'
import type { Case } from '../core/conversation/state.ts'
import { openQuestion } from '../core/conversation/write-brief.ts'
import { look } from '../core/handoff/look.ts'
import type { Policy } from '../core/handoff/policy.ts'
import type { Reason } from '../core/handoff/reason.ts'
import { capitalsOf } from '../core/handoff/signals.ts'
import { asksForPerson, courtesyOf, saysNo, saysYes } from '../core/handoff/words/match.ts'
import { type Found, NOTHING_FOUND } from '../core/knowledge/evidence.ts'
import type { Needs } from './needs.ts'
import { triggerInput } from './trigger-input.ts'

/** What the customer did: words, or the control "talk to a person" without any. */
export interface Heard {
  text: string
  language: string
  /** As the channel knows it. */
  name?: string
}

/** A notice must not wait: the remote part of the search gets this many ms. */
const SEARCH_LIMIT = 50

/** The reasons of triggers that need neither knowledge nor model, for one message. */
export function reasonsAtOnce(policy: Policy, the: Case | undefined, { text, language }: Heard): Reason[] {
  return text === '' ? [] : look('at-once', triggerInput(policy, the, [text], language, []))
}

/** Retrieval is logged all the same, so that staff and metrics know what the shop's knowledge had to say. */
export async function findAtOnce(needs: Needs, the: Case | undefined, heard: Heard): Promise<Found> {
  const text = questionIn(needs.prompts().policy, the, heard)
  if (text === '') return NOTHING_FOUND
  const signal = AbortSignal.timeout(SEARCH_LIMIT)
  const { language } = heard
  return needs.index.search({ text, language, limit: 5, now: needs.clock.now(), signal }).catch(() => NOTHING_FOUND)
}

/** The handoff that these reasons ask for, on the case as it is now. */
export function planAtOnce(
  needs: Needs,
  the: Case | undefined,
  heard: Heard,
  reasons: readonly Reason[],
  found: Found,
): HandoffPlan {
  const { policy, messages } = needs.prompts()
  const { text, language, name } = heard
  const unheard = { text, at: needs.clock.now(), ...(name ? { name } : {}) }
  const signals = { burst: (the?.pending.length ?? 0) + 1, capitals: capitalsOf(text), rephrasings: 0 }
  const input = triggerInput(policy, the, [questionIn(policy, the, heard)], language, [])
  return planHandoff({
    handoffId: needs.ids.next(),
    noticeId: needs.ids.next(),
    case: the,
    ...(text === '' ? {} : { unheard }),
    question: text,
    grounds: groundsOf({ input, signals, found }, { modelCalls: 0 }, reasons),
    noTopic: topicTest(policy),
    policy,
    messages,
  })
}

/** What the person is needed for: this turn's own question, else the one that was left open before it. */
function questionIn(policy: Policy, the: Case | undefined, { text }: Heard): string {
  const noTopic = topicTest(policy)
  const asked = [...(the?.pending.map((message) => message.text) ?? []), text].filter((one) => one && !noTopic(one))
  if (asked.length > 0) return asked.join(' ')
  return the ? openQuestion({ exchanges: the.exchanges, missed: the.missed, noTopic }) : ''
}

/** Beside a request for a person, fewer letters than these say nothing of what about. */
const TOPIC = 12

/** Whether a text says nothing of what about: it only asks for a person, greets, thanks, agrees or declines. */
export function topicTest(policy: Policy): (text: string) => boolean {
  return (text) => {
    if (courtesyOf(text) || saysYes(text) || saysNo(text)) return true
    const asked = asksForPerson(text, policy.words)
    if (!asked) return false
    const rest = text.replace(asked.quote, '').match(/\p{L}/gu) ?? []
    // One clause may hold both: "my parcel never came so get me a person". A long one has a topic.
    return rest.length < TOPIC && asked.quote.length < 80
  }
}
