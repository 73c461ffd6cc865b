// Units, rows and summaries for the store's contract: small, whole and different from each other.
import type { OutboxRow } from '../../src/core/conversation/outbox.ts'
import type { Summary } from '../../src/core/conversation/summary.ts'
import type { StaffAccount, Unit } from '../../src/ports/store.ts'

export const NOON = Date.UTC(2026, 0, 1, 12)

export function summary(conversationId: string, version: number, wanted: Partial<Summary> = {}): Summary {
  return {
    conversationId,
    channel: 'webchat',
    chat: `chat of ${conversationId}`,
    customerName: null,
    owner: 'bot',
    ownerSince: NOON,
    staffId: null,
    staffName: null,
    caseId: 'case',
    handoffId: null,
    team: null,
    priority: null,
    reasons: [],
    waitingSince: null,
    wants: null,
    overdue: false,
    language: 'ar',
    lastText: 'أين طلبي؟ 🦉',
    lastFrom: 'customer',
    lastAt: NOON + version,
    turnDue: null,
    version,
    epoch: 1,
    ...wanted,
  }
}

type Wanted = Partial<Omit<Unit, 'summary'>> & { summary?: Partial<Summary>; count?: number }

/** A unit of `count` events decided on a version. */
export function unit(conversationId: string, expected = 0, wanted: Wanted = {}): Unit {
  const { count = 1, summary: wantedSummary, ...rest } = wanted
  const events = Array.from({ length: count }, (_, place) => ({
    seq: expected + place + 1,
    type: 'customer-message' as const,
    v: 1,
    at: NOON + expected + place,
    data: {
      messageId: `${conversationId}-${expected + place + 1}`,
      text: 'سؤال "quoted" \\ 𝒳 \u0001',
      nested: { list: [1, null] },
    },
  }))
  return {
    conversationId,
    expected,
    events,
    summary: summary(conversationId, expected + count, wantedSummary),
    outbox: [],
    withdrawBot: false,
    timers: [],
    ...rest,
  }
}

export function row(conversationId: string, id: string, wanted: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id,
    conversationId,
    seq: 1,
    voice: { kind: 'bot', epoch: 1 },
    text: `the words of ${id}`,
    state: 'ready',
    createdAt: NOON,
    ...wanted,
  }
}

export function account(id: string, wanted: Partial<StaffAccount> = {}): StaffAccount {
  return { id, name: `Staff ${id}`, role: 'staff', password: '$scrypt$', createdAt: NOON, ...wanted }
}
