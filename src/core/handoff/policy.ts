// What prompts/policy.yaml says, parsed. Reading and checking the file is config's work; deciding with it is core's.
import type { TriggerName } from './reason.ts'
import type { Priority } from './verdict.ts'

export interface TriggerPolicy {
  enabled: boolean
  team?: string
  priority: Priority
}

export interface Team {
  id: string
  /** As customers read it, e.g. "customer care". */
  name: string
  /** The same in other languages, by BCP 47. */
  names?: Readonly<Record<string, string>>
}

export interface Policy {
  /** Of the file's bytes and the shipped defaults: names the policy in the log. */
  hash: string
  shop: { name: string; defaultLanguage: string }
  /** Probabilities: from `answerFrom` answer; from `clarifyFrom` clarify; below, the fallback chain or a handoff. */
  confidence: { answerFrom: number; clarifyFrom: number; below: 'fallback-chain' | 'handoff' }
  limits: {
    /** Fallbacks in a row that hand off: the n-th one is not said, it is a handoff. */
    fallbacks: number
    /** Ways of asking the same thing that hand off. */
    rephrasings: number
  }
  triggers: Record<TriggerName, TriggerPolicy>
  /** Words a merchant adds to or takes from the built-in phrase lists, by language (`*` for all). */
  words: Record<string, { add: readonly string[]; remove: readonly string[] }>
  teams: readonly Team[]
  defaultTeam: string
  handoff: {
    /** Minutes in which a handoff should be claimed. */
    claimMinutes: number
    /** Minutes of staff silence, the customer having spoken last, after which a conversation returns to the queue. */
    returnMinutes: number
  }
  /** Hours of quiet, nothing owed, after which a case ends. */
  caseQuietHours: number
  rootCauses: readonly string[]
}

/** The team that a reason leads to. */
export function teamOf(policy: Policy, trigger: TriggerName): string {
  return policy.triggers[trigger].team ?? policy.defaultTeam
}

/** A team's name as customers of a language read it; without a language, as staff does. */
export function teamName(policy: Policy, id: string, language = ''): string {
  const team = policy.teams.find((one) => one.id === id)
  return team?.names?.[language] ?? team?.names?.[language.split('-')[0] ?? ''] ?? team?.name ?? id
}
