// Outbox rows that are not at rest: few, whatever the age of the shop.
import { sql } from 'kysely'
import type { OutboxState } from '../../../../core/conversation/outbox.ts'

const OPEN: readonly OutboxState[] = ['held', 'ready', 'sending', 'unsure']

/** Spelled exactly as the index `outbox_open` has it: only then does the planner see that the index will do. */
export const isOpen = sql<boolean>`state in ('held', 'ready', 'sending', 'unsure')`

export function isOpenState(state: OutboxState): boolean {
  return OPEN.includes(state)
}
