// Tells whoever watches, in this process, that something changed.
import type { Change, Feed } from '../../ports/feed.ts'

/** A listener that throws is reported and disturbs nobody else. */
export function createFeed(report: (error: unknown) => void = () => {}): Feed {
  const listeners = new Set<{ hear(change: Change): void }>()
  return {
    publish(change) {
      for (const listener of [...listeners]) {
        try {
          listener.hear(change)
        } catch (error) {
          report(error)
        }
      }
    },
    watch(hear) {
      // An object of its own: the same function may watch twice, and each stops for itself.
      const listener = { hear }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
