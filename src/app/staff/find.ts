// The conversation a member of staff named, or the refusal that says there is none.
import type { Summary } from '../../core/conversation/summary.ts'
import { Refused } from '../../core/errors.ts'
import type { States } from '../commit.ts'

export async function found(states: States, id: string): Promise<Summary> {
  const { summary } = await states.load(id)
  if (!summary) {
    throw new Refused('not-found', 'There is no such conversation.')
  }
  return summary
}

/** The row after a verb; it exists, since the verb found it. */
export function after(committed: { summary: Summary | undefined }, before: Summary): Summary {
  return committed.summary ?? before
}
