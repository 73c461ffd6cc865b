// What a durable decision costs: alone, and with fifty conversations writing at once. Every figure is with a synchronous commit.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSqliteStore } from '../src/adapters/store/sql/sqlite.ts'
import type { Store, Unit } from '../src/ports/store.ts'
import type { Figure } from './figure.ts'

const ALONE = 1000
const WRITERS = 50
const EACH = 200

export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'))
  const opening = performance.now()
  const store = await createSqliteStore({ file: join(folder, 'baton.db') })
  const opened = performance.now() - opening
  try {
    await alone(store, 'warm up', 100)
    const times = (await alone(store, 'alone', ALONE)).sort((a, b) => a - b)
    const began = performance.now()
    await Promise.all(Array.from({ length: WRITERS }, (_, n) => alone(store, `writer ${n}`, EACH)))
    const perSecond = (WRITERS * EACH * 1000) / (performance.now() - began)
    const reads = await readAll(store)
    return [
      { name: 'store: open a new file', value: opened, unit: 'ms' },
      { name: 'store: append, alone, p50', value: at(times, 0.5), unit: 'ms', goal: 1 },
      { name: 'store: append, alone, p99', value: at(times, 0.99), unit: 'ms' },
      { name: `store: appends with ${WRITERS} writers`, value: perSecond, unit: '/s', goal: 1500 },
      { name: 'store: next row of the outbox, p50', value: at(reads, 0.5), unit: 'ms' },
    ]
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds of each append to one conversation, one after another. */
async function alone(store: Store, id: string, count: number): Promise<number[]> {
  const times: number[] = []
  for (let version = 0; version < count; version++) {
    const unit = message(id, version)
    const began = performance.now()
    if ((await store.log.append(unit)) !== 'stored') throw new Error('nobody else writes to this conversation')
    times.push(performance.now() - began)
  }
  return times
}

async function readAll(store: Store): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < 500; n++) {
    const began = performance.now()
    await store.outbox.next(`writer ${n % WRITERS}`)
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}

/** A customer's message of usual size, with what it changes: one event, the summary, a row that was delivered, a timer. */
function message(conversationId: string, version: number): Unit {
  const seq = version + 1
  const now = Date.UTC(2026, 0, 1) + version
  const id = `${conversationId} ${seq}`
  return {
    conversationId,
    expected: version,
    inbox: { channel: 'webchat', id },
    events: [
      {
        seq,
        type: 'customer-message',
        v: 1,
        at: now,
        data: { messageId: id, text: 'Where is my parcel? '.repeat(8), language: 'en' },
      },
    ],
    outbox: [
      {
        id,
        conversationId,
        seq,
        voice: { kind: 'bot', epoch: 1 },
        text: 'It is on its way.',
        state: 'sent',
        createdAt: now,
      },
    ],
    withdrawBot: false,
    timers: [{ name: 'case-end', at: now + 86_400_000 }],
    summary: {
      conversationId,
      channel: 'webchat',
      chat: conversationId,
      customerName: 'Ada',
      owner: 'bot',
      ownerSince: now,
      staffId: null,
      staffName: null,
      caseId: 'case',
      handoffId: null,
      team: null,
      priority: null,
      reasons: [],
      waitingSince: now,
      wants: null,
      overdue: false,
      language: 'en',
      lastText: 'Where is my parcel?',
      lastFrom: 'customer',
      lastAt: now,
      turnDue: now + 400,
      version: seq,
      epoch: 1,
    },
  }
}
