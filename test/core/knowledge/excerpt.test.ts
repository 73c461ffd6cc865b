// The part of a text that a question is about.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from '../../../src/core/knowledge/excerpt.ts'

const TEXT =
  'Orders leave our warehouse the same day. Standard delivery costs 3.95 € in Spain. Express delivery costs 7.95 €. We do not ship to the Canary Islands. Gift wrapping is possible.'

describe('an excerpt', () => {
  it('is the whole text when that fits', () => {
    expect(excerpt(TEXT, ['islands'], 500)).toBe(TEXT)
  })

  it('is cut around the words, at the borders of sentences', () => {
    expect(excerpt(TEXT, ['express'], 60)).toBe('Express delivery costs 7.95 €.')
    expect(excerpt(TEXT, ['canary', 'islands'], 90)).toBe(
      'We do not ship to the Canary Islands. Gift wrapping is possible.',
    )
  })

  it('finds other endings and missing accents', () => {
    expect(excerpt('Somos una tienda. Las devoluciones son gratis. Gracias.', ['devolución'], 30)).toBe(
      'Las devoluciones son gratis.',
    )
  })

  it('begins at the beginning when no word is found', () => {
    expect(excerpt(TEXT, ['zebra'], 60)).toBe('Orders leave our warehouse the same day.')
  })

  it('cuts in scripts that have other full stops', () => {
    expect(excerpt('我们每天发货。运费是五欧元。不发往海外。', ['运费'], 9)).toBe('运费是五欧元。')
  })

  it('is always a verbatim part and never too long', () => {
    const words = fc.array(fc.lorem({ maxCount: 1 }), { maxLength: 4 })
    fc.assert(
      fc.property(
        fc.oneof(fc.lorem({ mode: 'sentences', maxCount: 12 }), fc.string({ unit: 'binary' })),
        words,
        fc.integer({ min: 1, max: 200 }),
        (text, asked, max) => {
          const found = excerpt(text, asked, max)
          expect(found.length).toBeLessThanOrEqual(max)
          expect(text).toContain(found)
        },
      ),
    )
  })
})
