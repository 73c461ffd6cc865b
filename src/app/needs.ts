// What the use cases are given: the ports and the settings, named once.
import type { Quiet } from '../core/conversation/summarise.ts'
import type { Policy } from '../core/handoff/policy.ts'
import type { Messages } from '../core/messages.ts'
import type { Channel } from '../ports/channel.ts'
import type { Feed } from '../ports/feed.ts'
import type { Language } from '../ports/language.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { Store } from '../ports/store.ts'
import type { Clock, Ids, Logger } from '../ports/system.ts'
import type { Tally } from '../ports/tally.ts'
import type { Wakeups } from '../ports/wakeups.ts'

/** The merchant's files as they serve now; replaced whole when a file changes. */
export interface Prompts {
  policy: Policy
  messages: Messages
  /** Templates with `{{slots}}`. */
  persona: string
  answer: string
  brief: string
}

export interface Limits {
  /** Milliseconds after which a turn goes on without them. */
  model: number
  briefModel: number
  quiet: { stored: Quiet; sent: Quiet }
}

export interface Needs {
  store: Store
  channels: readonly Channel[]
  wakeups: Wakeups
  index: PassageIndex
  language: Language
  /** Absent: the best passage is quoted. */
  model: LanguageModel | undefined
  feed: Feed
  clock: Clock
  ids: Ids
  logger: Logger
  limits: Limits
  tally: Tally
  /** What serves now. */
  prompts(): Prompts
  /** A stable, unguessable id of the conversation with a chat of a channel. */
  conversationId(channel: string, chat: string): string
}

export function channelOf(needs: Needs, name: string): Channel | undefined {
  return needs.channels.find((channel) => channel.name === name)
}
