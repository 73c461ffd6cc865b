// Everything that a handoff needs, from its reasons: team, priority, the customer's notice and the brief.
import { type Policy, teamName } from '../handoff/policy.ts'
import type { TriggerName } from '../handoff/reason.ts'
import type { Grounds } from '../handoff/verdict.ts'
import { type MessageKey, type Messages, say } from '../messages.ts'
import { remember } from './case.ts'
import type { HandoffPlan } from './command.ts'
import { routeOf } from './judge.ts'
import type { Case, Exchange } from './state.ts'
import { writeBrief } from './write-brief.ts'

export interface HandoffInput {
  handoffId: string
  noticeId: string
  /** The open case, if there is one, and what the customer wrote that is not in it yet. */
  case: Case | undefined
  unheard?: { text: string; at: number }
  /** What this turn asks, as one text: it joins the questions that were missed. */
  question: string
  grounds: Grounds
  isRequest: (text: string) => boolean
  policy: Policy
  messages: Messages
}

const NOTICES: Partial<Record<TriggerName, MessageKey>> = {
  'dependency-failure': 'noticeTrouble',
  unreadable: 'noticeUnreadable',
}

export function planHandoff(input: HandoffInput): HandoffPlan {
  const { policy, messages, grounds, case: the } = input
  const { team, priority } = routeOf(policy, grounds.reasons)
  const language = grounds.language
  const tell = (key: MessageKey, slots: Record<string, string>) =>
    say(messages, language, policy.shop.defaultLanguage, key, slots)
  const notice = tell(NOTICES[grounds.reasons[0]?.trigger ?? 'explicit-request'] ?? 'notice', {
    team: teamName(policy, team, language),
  })
  const brief = writeBrief({
    exchanges: heardSoFar(the, input.unheard),
    isRequest: input.isRequest,
    missed: the && the.missed.length > 0 ? [...the.missed, input.question] : [],
    reasons: grounds.reasons,
    nearest: grounds.nearest,
    signals: grounds.signals,
    language,
    ...(the?.customerName ? { customerName: the.customerName } : {}),
    opening: (topic) => tell('openingLine', { name: the?.customerName ?? '', topic }),
  })
  return {
    handoffId: input.handoffId,
    team,
    priority,
    notice: { messageId: input.noticeId, text: disclose(notice, the, tell('disclosure', { shop: policy.shop.name })) },
    brief,
    grounds,
  }
}

/** The first automatic message of a case says that it is automatic. */
export function disclose(text: string, the: Case | undefined, disclosure: string): string {
  return the?.disclosed ? text : `${text}\n\n${disclosure}`
}

function heardSoFar(the: Case | undefined, unheard: { text: string; at: number } | undefined): readonly Exchange[] {
  const heard = the?.exchanges ?? []
  return unheard ? remember(heard, { from: 'customer', ...unheard }) : heard
}
