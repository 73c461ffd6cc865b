// The reader of event streams, fed in pieces of every size.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventParser, type SentEvent } from '../../src/web/live/sent-events.ts'

function read(...pieces: string[]): SentEvent[] {
  const events: SentEvent[] = []
  const parse = createEventParser((event) => events.push(event))
  for (const piece of pieces) parse(piece)
  return events
}

describe('an event stream', () => {
  it('gives type, data and id', () => {
    expect(read('event: message\nid: 7\ndata: {"a":1}\n\n')).toEqual([{ type: 'message', id: '7', data: '{"a":1}' }])
  })

  it('joins lines of data, and a type is for one event only', () => {
    expect(read('event: x\ndata: a\ndata: b\n\ndata: c\n\n')).toEqual([
      { type: 'x', data: 'a\nb' },
      { type: 'message', data: 'c' },
    ])
  })

  it('keeps the last id for the events that follow', () => {
    expect(read('id: 3\ndata: a\n\ndata: b\n\n').map((event) => event.id)).toEqual(['3', '3'])
  })

  it('passes over comments, unknown fields and events without data', () => {
    expect(read(': ping\n\nretry: 5\nfoo: bar\nevent: y\n\ndata: z\n\n')).toEqual([{ type: 'message', data: 'z' }])
  })

  it('says nothing of an event that has not ended', () => {
    expect(read('data: half')).toEqual([])
  })

  it('reads the same whatever the pieces and the ends of lines', () => {
    const text = 'event: message\nid: 1\ndata: one\n\n: ping\n\nevent: owner\ndata: two\ndata: three\n\n'
    const ends = fc.constantFrom('\n', '\r\n', '\r')
    fc.assert(
      fc.property(ends, fc.array(fc.nat(text.length * 2), { maxLength: 12 }), (end, cuts) => {
        const whole = text.replaceAll('\n', end)
        const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length]
        const pieces = at.slice(1).map((to, index) => whole.slice(at[index], to))
        // A carriage return at the very end could be the first half of a line end; the next piece decides.
        expect(read(...pieces, end === '\r' ? ':' : '')).toEqual(read(text))
      }),
    )
  })
})
