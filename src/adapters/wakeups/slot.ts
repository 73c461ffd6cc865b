// Where a wake-up waits: one slot each for what is wanted now, for a later look, and for each name.

/** `again` is what a handler asked for: its own slot, so that it never takes the place of what others ask. */
export type SlotKind = 'now' | 'later' | 'named' | 'again'

/** A named wake-up has one slot, whenever it is due; of the plain ones a timer never stands in the way of a call for now. */
export function slotKind(name: string | undefined, inFuture: boolean): SlotKind {
  if (name !== undefined) return 'named'
  return inFuture ? 'later' : 'now'
}

/** Unique for each key, name and kind; has no colon, which queues keep for themselves. */
export function slotId(kind: SlotKind, key: string, name: string | undefined): string {
  return [kind, name ?? '', key].map(encodeURIComponent).join('/')
}

export const DEFAULT_PRIORITY = 3

/** How long `stop` lets handlers end by themselves, and then how long it waits for those whose signal was aborted; ms. */
export const GRACE = 5000
export const AFTER_ABORT = 1000
