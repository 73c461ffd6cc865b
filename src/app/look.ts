// Somebody said "look at this conversation": run what is due in it.
import { TIMER_PRIORITY, type TimerName } from '../core/conversation/timer.ts'
import type { WakeHandler } from '../ports/wakeups.ts'
import type { States } from './commit.ts'
import type { Needs } from './needs.ts'
import { createSendOutbox } from './send-outbox.ts'
import type { Timers } from './timers.ts'
import type { Turns } from './turns.ts'

export function createLook(needs: Needs, states: States, turns: Turns, timers: Timers): WakeHandler {
  const sendOutbox = createSendOutbox(needs, states)
  return async (conversationId, name, signal) => {
    try {
      if (isTimer(name)) await timers.named(conversationId, name)
      else await turns.run(conversationId, signal)
      return await sendOutbox(conversationId, signal)
    } catch (error) {
      // The rows are still there: the sweep meets them again.
      needs.logger.error('looking at a conversation failed', {
        conversationId,
        error: error instanceof Error ? error.stack : String(error),
      })
      return undefined
    }
  }
}

function isTimer(name: string | undefined): name is TimerName {
  return name !== undefined && name in TIMER_PRIORITY
}
