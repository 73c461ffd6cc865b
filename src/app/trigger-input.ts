// The open case as triggers see it.
import type { Case } from '../core/conversation/state.ts'
import type { Policy } from '../core/handoff/policy.ts'
import type { TriggerInput } from '../core/handoff/trigger.ts'

export function triggerInput(
  policy: Policy,
  the: Case | undefined,
  texts: readonly string[],
  language: string,
  failed: readonly string[],
  rephrasings = 0,
): Omit<TriggerInput, 'draft' | 'confidence'> {
  return {
    policy,
    texts,
    language,
    offered: the?.offered ?? false,
    fallbacks: the?.counters.fallbacks ?? 0,
    missed: the?.missed ?? [],
    rephrasings,
    said: the?.exchanges.filter((one) => one.reply === 'answer').map((one) => one.text) ?? [],
    unread: the?.pending.flatMap((message) => message.unread) ?? [],
    failed,
  }
}
