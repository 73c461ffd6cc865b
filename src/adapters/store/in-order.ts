// The check that every store makes before it writes a unit.
import type { Unit } from '../../ports/store.ts'

/** Throws when the events do not follow the version that they were decided on: that would be a fault of ours. */
export function assertInOrder({ conversationId, expected, events }: Unit): void {
  for (const [place, event] of events.entries()) {
    if (event.seq !== expected + place + 1) {
      throw new Error(
        `event ${event.seq} of conversation ${conversationId} does not follow version ${expected + place}`,
      )
    }
  }
}
