// Logs outlive releases: one of every shape ever written is kept in test/fixtures/events and must still be read.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REDACTED, redact } from '../../../src/core/conversation/redact.ts'
import { fromStored, SHAPES, type StoredEvent, toStored } from '../../../src/core/conversation/stored-event.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/events')
const kept = readdirSync(folder).map((name) => ({
  name,
  stored: JSON.parse(readFileSync(join(folder, name), 'utf8')) as StoredEvent,
}))

describe('events as they are kept', () => {
  it('has an example of every shape of every type', () => {
    const shapes = Object.entries(SHAPES).flatMap(([type, v]) =>
      Array.from({ length: v }, (_, i) => `${type}.${i + 1}.json`),
    )
    expect(kept.map(({ name }) => name).sort()).toEqual(shapes.sort())
  })

  it.each(kept)('$name is read, and written back in today’s shape', ({ stored }) => {
    const event = fromStored(stored)
    expect(event).toMatchObject({ type: stored.type, at: stored.at })
    expect(fromStored(toStored(event, 1))).toEqual(event)
  })

  it.each(kept)('$name loses people’s words, and keeps type, time and ids, when it is redacted', ({ stored }) => {
    const event = fromStored(stored)
    const redacted = redact(event)
    expect(JSON.stringify(redacted)).not.toMatch(/secret words|Kim|chat-of-kim|where is my parcel/)
    expect(redacted).toMatchObject({ type: event.type, at: event.at })
    const ids = (value: unknown) =>
      JSON.stringify(value).match(/"(messageId|handoffId|caseId|noteId|requestId)":"[^"]+"/g)
    expect(ids(redacted)).toEqual(ids(event))
    expect(redact(redacted)).toEqual(redacted)
    expect(REDACTED).toBe('[erased]')
  })
})
