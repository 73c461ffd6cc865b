// Everything that must survive, behind small ports that one database fills. Contract: a promise that resolves means
// durable (synchronous commit); calls made together may share one commit; a rejected call changed nothing.
import type { OutboxRow, OutboxState } from '../core/conversation/outbox.ts'
import type { StoredEvent } from '../core/conversation/stored-event.ts'
import type { Summary } from '../core/conversation/summary.ts'
import type { TimerChange, TimerName } from '../core/conversation/timer.ts'

/** One decision, written whole or not at all. */
export interface Unit {
  conversationId: string
  /** The version it was decided on; the first event gets `expected + 1`. */
  expected: number
  events: readonly StoredEvent[]
  summary: Summary
  /** The channel event it came from: a second unit with the same (channel, id) is a repeat. */
  inbox?: { channel: string; id: string }
  outbox: readonly OutboxRow[]
  /** Bot rows of this conversation that are still `held` or `ready` become `dropped`: the owner has changed. */
  withdrawBot: boolean
  timers: readonly TimerChange[]
}

/** `conflict`: somebody else spoke first, load and decide again. `repeat`: this channel event was stored before. */
export type Appended = 'stored' | 'conflict' | 'repeat'

/** The append-only logs, one per conversation. */
export interface Log {
  append(unit: Unit): Promise<Appended>
  /** Events after a version, in order; empty when there are none. */
  read(conversationId: string, after?: number): Promise<StoredEvent[]>
  /** Whether a channel event was stored. */
  seen(channel: string, id: string): Promise<boolean>
}

export interface Outbox {
  /** The conversation's oldest row that is `ready`, unless one is `sending` or `unsure`: one in flight. */
  next(conversationId: string): Promise<OutboxRow | undefined>
  /** Compare and set: false when the row is not in `from`. Rejects a move that the life of a row does not have. */
  move(
    id: string,
    from: OutboxState,
    to: OutboxState,
    patch?: { providerId?: string; detail?: string },
  ): Promise<boolean>
  /** Rows in a state, oldest first, over all conversations. */
  inState(state: OutboxState, limit: number): Promise<OutboxRow[]>
  of(conversationId: string): Promise<OutboxRow[]>
}

export interface DueTimer {
  conversationId: string
  name: TimerName
  at: number
}

/** What the sweep asks: everything somebody must look at, whether or not a wake-up was lost. */
export interface Agenda {
  /** Timers due at `now`, most urgent first, then oldest. A timer stays until a unit changes it or `settle` removes it. */
  due(now: number, limit: number): Promise<DueTimer[]>
  /** A conversation's timer of that name, if it is set. */
  timer(conversationId: string, name: TimerName): Promise<DueTimer | undefined>
  /** Removes a timer if it is still set for `at`. */
  settle(timer: DueTimer): Promise<void>
  /** Conversations whose turn is due at `now`. */
  turns(now: number, limit: number): Promise<string[]>
  /** Conversations that have a row `ready` to leave. */
  ready(limit: number): Promise<string[]>
  /** The earliest timer or turn after `now`, in epoch ms. */
  next(now: number): Promise<number | undefined>
}

export interface ListQuery {
  owner?: Summary['owner']
  channel?: string
  staffId?: string
  /** 1 to 100. */
  limit: number
  /** From the previous page. */
  cursor?: string
}

/** Lists for the console. `version` is the summary's. */
export interface Lists {
  summary(conversationId: string): Promise<Summary | undefined>
  /** Latest activity first. */
  conversations(query: ListQuery): Promise<{ items: Summary[]; next?: string }>
  /** Owner `queue`: priority first, then who waits longest. */
  queue(limit: number): Promise<Summary[]>
  /** Every log in turn, for `rebuild` and metrics. */
  ids(after: string | undefined, limit: number): Promise<string[]>
  /** Writes a summary anew; for `rebuild`. One that is older than the log is left out: a newer one was written meanwhile. */
  replace(summary: Summary): Promise<void>
}

export type Role = 'owner' | 'staff' | 'viewer'

export interface StaffAccount {
  id: string
  name: string
  role: Role
  /** scrypt, encoded with its parameters and salt. */
  password: string
  createdAt: number
}

/** Links and sessions are kept as SHA-256 of their token (hex): the token itself is never stored. */
export interface Accounts {
  count(): Promise<number>
  list(): Promise<StaffAccount[]>
  get(id: string): Promise<StaffAccount | undefined>
  byName(name: string): Promise<StaffAccount | undefined>
  /** Rejects with `NameTaken` when another account has that name (compared without case). */
  put(account: StaffAccount): Promise<void>
  addLink(link: { token: string; kind: 'owner' | 'invite'; role: Role; expiresAt: number }): Promise<void>
  link(token: string, now: number): Promise<{ kind: 'owner' | 'invite'; role: Role } | undefined>
  /** Spends a link and stores the account in one transaction; false when the link is gone, spent or expired. */
  redeem(token: string, now: number, account: StaffAccount): Promise<boolean>
  addSession(session: { token: string; staffId: string; expiresAt: number }): Promise<void>
  session(token: string, now: number): Promise<{ staffId: string } | undefined>
  endSession(token: string): Promise<void>
}

export class NameTaken extends Error {
  override name = 'NameTaken'
}

/** The accepted versions of the merchant's files, by hash. */
export interface Versions {
  /** Keeps a version and makes it the current one of its path. `kind` is `knowledge` or `prompts`. */
  keep(version: { kind: string; path: string; hash: string; bytes: Uint8Array; at: number }): Promise<void>
  current(kind: string): Promise<{ path: string; hash: string; bytes: Uint8Array }[]>
  /** The path has no current version any more (the file was deleted); its versions stay. */
  retire(kind: string, path: string): Promise<void>
}

/** Answers that were given under an `Idempotency-Key`. */
export interface Answers {
  get(key: string, now: number): Promise<{ fingerprint: string; status: number; body: string } | undefined>
  put(key: string, answer: { fingerprint: string; status: number; body: string; expiresAt: number }): Promise<void>
}

/** Small named values: installation secrets, migration marks. */
export interface Settings {
  get(name: string): Promise<string | undefined>
  /** Stores `value` unless the name has one already; returns what is stored. */
  putOnce(name: string, value: string): Promise<string>
}

export interface Store {
  log: Log
  outbox: Outbox
  agenda: Agenda
  lists: Lists
  accounts: Accounts
  versions: Versions
  answers: Answers
  settings: Settings
  /** Finishes what was asked for, then closes. */
  close(): Promise<void>
}
