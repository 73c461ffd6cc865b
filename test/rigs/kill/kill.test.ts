// kill -9 at every named point along a message's path, again and again on the same data.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createSqliteStore } from '../../../src/adapters/store/sql/sqlite.ts'
import { evolve } from '../../../src/core/conversation/evolve.ts'
import { INITIAL } from '../../../src/core/conversation/state.ts'
import { fromStored } from '../../../src/core/conversation/stored-event.ts'
import type { ChannelEvent } from '../../../src/ports/channel.ts'
import { scaled } from '../../scale.ts'
import { createPeer } from './peer.ts'

const CYCLES = scaled({ quick: 12, ci: 300, long: 1_000 })
const POINTS = ['stored', 'answered', 'ready', 'sending', 'sent']
const CHATS = ['a', 'b', 'c', 'd']

// Killing a process proves nothing about the disk, so the data may lie in memory.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'baton-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const message = (chat: string, n: number): ChannelEvent => ({
  type: 'message',
  by: 'customer',
  id: `${chat}-${n}`,
  messageId: `${chat}-${n}`,
  at: n,
  chat,
  text: `How long does delivery take, ${n}?`,
})

describe('a program that is killed at any point', () => {
  it(`loses nothing, keeps the order and repeats nothing unasked in ${CYCLES} kills`, async () => {
    const store = await createSqliteStore({ file: join(folder, 'baton.db') })
    const logs = async () =>
      new Map(
        await Promise.all(
          CHATS.map(async (chat) => [chat, (await store.log.read(`conversation-${chat}`)).map(fromStored)] as const),
        ),
      )
    const quiet = async () => {
      for (const events of (await logs()).values()) {
        const state = events.reduce(evolve, INITIAL)
        if (state.owner === 'bot' && state.case.pending.length > 0) return false
      }
      const [ready, sending, unsure] = await Promise.all(
        (['ready', 'sending', 'unsure'] as const).map((state) => store.outbox.inState(state, 1)),
      )
      return [ready, sending, unsure].every((rows) => rows?.length === 0)
    }
    const peer = await createPeer(folder, store, quiet)
    let kills = 0
    let sent: ChannelEvent[] = []
    for (let cycle = 0; kills < CYCLES && cycle < CYCLES * 3; cycle++) {
      const fresh = CHATS.flatMap((chat) => [message(chat, cycle * 2), message(chat, cycle * 2 + 1)])
      sent = [...sent.filter((event) => !peer.acknowledged.has(event.id)), ...fresh]
      const fault = `${POINTS[cycle % POINTS.length]}:${1 + (Math.floor(cycle / POINTS.length) % 4)}`
      if ((await peer.live(sent, fault)) === 'killed') kills++
    }
    await peer.live(sent, undefined)
    peer.close()

    expect(kills).toBe(CYCLES)
    expect(peer.violations).toEqual([])
    const wrong: string[] = []
    let flagged = 0
    for (const [chat, events] of await logs()) {
      const heard = events.flatMap((event) => (event.type === 'customer-message' ? [event.messageId] : []))
      const acknowledged = [...peer.acknowledged].filter((id) => id.startsWith(`${chat}-`))
      for (const id of acknowledged)
        if (heard.filter((one) => one === id).length !== 1)
          wrong.push(`${id} is stored ${heard.filter((one) => one === id).length} times`)
      const covered = events.flatMap((event) => ('covers' in event ? event.covers : []))
      for (const id of heard)
        if (covered.filter((one) => one === id).length !== 1)
          wrong.push(`${id} was answered ${covered.filter((one) => one === id).length} times`)
      const rows = await store.outbox.of(`conversation-${chat}`)
      const decided = rows.sort((one, other) => one.seq - other.seq).map((row) => row.id)
      const arrivals = peer.arrived.filter((one) => one.chat === chat).map((one) => one.key)
      if (new Set(arrivals).size !== arrivals.length) wrong.push(`${chat}: something was sent twice`)
      if (arrivals.join() !== decided.filter((id) => arrivals.includes(id)).join()) wrong.push(`${chat}: out of order`)
      for (const row of rows) {
        const there = arrivals.includes(row.id)
        if (row.state === 'failed' && row.detail) flagged++
        else if (row.state !== 'sent' || !there)
          wrong.push(`${row.id} is ${row.state}, ${there ? 'arrived' : 'never arrived'}, and nobody was told`)
      }
    }
    expect(wrong).toEqual([])
    // One in flight per conversation: a kill can leave at most one doubtful row in each.
    expect(flagged).toBeLessThanOrEqual(CYCLES * CHATS.length)
    await store.close()
  })
})
