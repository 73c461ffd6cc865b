// The life of a message on its way out, and the check that it passes when it leaves.
import type { State } from './state.ts'

/**
 * `held` waits for approval; `sending` is stored before the channel is called; `unsure` means it may have gone out and
 * nobody can say; `dropped` lost its right to be said.
 */
export type OutboxState = 'held' | 'ready' | 'sending' | 'sent' | 'unsure' | 'failed' | 'dropped'

/** On whose authority a row speaks: this is what its fence is made of. */
export type Voice =
  | { kind: 'bot'; epoch: number }
  | { kind: 'notice'; handoffId: string }
  | { kind: 'staff'; staffId: string }

export interface OutboxRow {
  /** The message's id. */
  id: string
  conversationId: string
  /** The version of the event that decided it: the order in which rows leave. */
  seq: number
  voice: Voice
  text: string
  state: OutboxState
  createdAt: number
  /** The channel's own id, once it went out. */
  providerId?: string
  /** Why it failed, or that a repeat may have happened, in plain words. */
  detail?: string
}

const MOVES: Record<OutboxState, readonly OutboxState[]> = {
  held: ['ready', 'dropped'],
  ready: ['sending', 'dropped'],
  sending: ['sent', 'unsure', 'failed', 'ready', 'dropped'],
  unsure: ['sent', 'failed', 'ready'],
  sent: [],
  failed: ['ready', 'dropped'],
  dropped: [],
}

/** Whether a row may go from one state to another. Back to `ready`, or `dropped`, only when it surely was not sent. */
export function mayMove(from: OutboxState, to: OutboxState): boolean {
  return MOVES[from].includes(to)
}

/** The last fence: whether a row that is about to leave may still be said in this state. */
export function mayLeave(voice: Voice, state: State): boolean {
  switch (voice.kind) {
    case 'bot':
      return state.owner === 'bot' && state.epoch === voice.epoch
    case 'notice':
      return (state.owner === 'queue' || state.owner === 'staff') && state.handoff?.id === voice.handoffId
    case 'staff':
      // Staff's words stay theirs when they hand back or close: they were typed while the conversation was theirs.
      return state.owner !== 'staff' || state.staff.id === voice.staffId
  }
}
