// Text from outside is inert before anybody keeps it: nothing hidden, nothing that turns direction, nothing torn.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, MAX_TEXT } from '../../src/core/message.ts'

describe('the text of a message', () => {
  it.each([
    ['controls', 'a\u0000b\u0007c', 'abc'],
    ['overrides of direction', '\u202egnp.exe\u202c hello', 'gnp.exe hello'],
    ['hidden tags', '\u{e0041}\u{e0042}seen', 'seen'],
    ['letters kept apart by nothing', 'h\u200bu\u200bm\u200ba\u200bn', 'human'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
    ['line ends of other systems', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ])('loses %s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it.each(['👩‍👩‍👧‍👦', '👍🏽', '🇪🇸', 'क्‍ष', 'می‌خواهم', '1️⃣', '?', '\u2764\ufe0f'])(
    'keeps %s as it was written',
    (text) => {
      expect(cleanText(text)).toBe(text)
    },
  )

  it.each([
    ['joiners', '\u200d\u200c'],
    ['spaces and a joiner', ' \u200b\u200d \n'],
    ['a filler letter', '\u3164'],
    ['a lone variation selector', '\ufe0f'],
  ])('is empty when there is nothing to be seen in it: %s', (_, text) => {
    expect(cleanText(text)).toBe('')
  })

  it('is never longer than it may be, never torn, and clean already when it is cleaned again', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (written, max) => {
        const clean = cleanText(written, max)
        expect(clean.length).toBeLessThanOrEqual(max)
        expect(clean.isWellFormed()).toBe(true)
        expect(cleanText(clean, MAX_TEXT)).toBe(clean)
      }),
    )
  })
})
