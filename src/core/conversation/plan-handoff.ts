// Everything that a handoff needs, from its reasons: team, priority, the customer's notice and the brief.

import type { Brief } from '../handoff/brief.ts'
import { type Policy, teamName } from '../handoff/policy.ts'
import type { TriggerName } from '../handoff/reason.ts'
import type { Grounds } from '../handoff/verdict.ts'
import { type MessageKey, type Messages, say } from '../messages.ts'
import { remember } from './case.ts'
import type { HandoffPlan } from './command.ts'
import { routeOf } from './judge.ts'
import type { Case, Exchange } from './state.ts'
import { writeBrief } from './write-brief.ts'

export interface HandoffInput extends About {
  handoffId: string
  noticeId: string
  grounds: Grounds
}

/** What a brief is written about. */
export interface About {
  /** The open case, if there is one, and what the customer wrote that is not in it yet. */
  case: Case | undefined
  unheard?: { text: string; at: number; name?: string }
  /** What this turn asks, as one text: it joins the questions that were missed. */
  question: string
  noTopic: (text: string) => boolean
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
  const disclosure = tell('noticeDisclosure', { shop: policy.shop.name })
  return {
    handoffId: input.handoffId,
    team,
    priority,
    notice: { messageId: input.noticeId, text: disclose(notice, the, disclosure) },
    brief: briefOn(input, grounds),
    grounds,
  }
}

/** The deterministic brief on an open case, its opening line in the customer's language. */
export function briefOn(
  { case: the, unheard, question, noTopic, policy, messages }: About,
  grounds: Pick<Grounds, 'reasons' | 'nearest' | 'signals' | 'language'>,
): Brief {
  const { reasons, nearest, signals, language } = grounds
  const name = unheard?.name ?? the?.customerName ?? ''
  return writeBrief({
    exchanges: heardSoFar(the, unheard),
    noTopic,
    missed: the && the.missed.length > 0 ? [...the.missed, question] : [],
    reasons,
    nearest,
    signals,
    language,
    ...(name ? { customerName: name } : {}),
    opening: (topic) => say(messages, language, policy.shop.defaultLanguage, 'openingLine', { name, topic }),
  })
}

/** The first automatic message of a case says that it is automatic. */
export function disclose(text: string, the: Case | undefined, disclosure: string): string {
  return the?.disclosed ? text : `${text}\n\n${disclosure}`
}

function heardSoFar(the: Case | undefined, unheard: About['unheard']): readonly Exchange[] {
  const heard = the?.exchanges ?? []
  return unheard ? remember(heard, { from: 'customer', text: unheard.text, at: unheard.at }) : heard
}
