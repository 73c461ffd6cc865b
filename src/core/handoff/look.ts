// Lets the triggers of one stage look at a turn.
import type { Reason } from './reason.ts'
import type { Stage, TriggerInput } from './trigger.ts'
import { triggers } from './triggers/index.ts'

/** The reasons that the policy's enabled triggers found, in the list's order: the first is the one that leads. */
export function look(stage: Stage, input: TriggerInput): Reason[] {
  const found: Reason[] = []
  for (const trigger of triggers) {
    if (trigger.stage !== stage || !input.policy.triggers[trigger.name].enabled) continue
    const reason = trigger.look(input)
    if (reason && !found.some((one) => one.trigger === reason.trigger)) found.push(reason)
  }
  return found
}
