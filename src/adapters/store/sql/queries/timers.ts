// Timers as a unit changes them: at most one of a name in a conversation.
import { TIMER_PRIORITY, type TimerChange, type TimerName } from '../../../../core/conversation/timer.ts'
import { type Builder, prepare, type Run } from '../database.ts'
import type { Tables } from '../tables.ts'

export function prepareTimers(builder: Builder) {
  const set = prepare<Tables['timer'], unknown>((value) =>
    builder
      .insertInto('timer')
      .values({
        conversation_id: value('conversation_id'),
        name: value('name'),
        at: value('at'),
        priority: value('priority'),
      })
      .onConflict((conflict) => conflict.columns(['conversation_id', 'name']).doUpdateSet({ at: value('at') })),
  )
  const cancel = prepare<{ conversation_id: string; name: TimerName }, unknown>((value) =>
    builder
      .deleteFrom('timer')
      .where('conversation_id', '=', value('conversation_id'))
      .where('name', '=', value('name')),
  )
  return {
    async change(run: Run, conversation_id: string, changes: readonly TimerChange[]): Promise<void> {
      for (const change of changes) {
        const { name } = change
        if ('cancel' in change) await run(cancel({ conversation_id, name }))
        else await run(set({ conversation_id, name, at: change.at, priority: TIMER_PRIORITY[name] }))
      }
    },
  }
}
