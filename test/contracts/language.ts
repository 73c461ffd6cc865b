// What every language analyser owes its callers.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/ports/language.ts'

export function languageContract(name: string, create: () => Language): void {
  describe(`${name} as a language analyser`, () => {
    const language = create()

    it('gives the same terms every time, whatever the text', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'es', 'ar', 'zh', 'xx'), (text, tongue) => {
          const terms = language.analyse(text, tongue)
          expect(terms).toEqual(language.analyse(text, tongue))
          for (const term of terms) expect(term).not.toBe('')
        }),
      )
    })

    it('finds a word again whatever its case and wherever it stands', () => {
      const [alone] = language.analyse('Delivery', 'en')
      expect(language.analyse('the DELIVERY costs nothing', 'en')).toContain(alone)
    })

    it('keeps question words and negations, which a customer means', () => {
      expect(language.analyse('when is it not open', 'en')).toEqual(expect.arrayContaining(['when', 'not']))
    })

    it('has no terms for a text without words', () => {
      for (const text of ['', '   ', '👍', '?!…']) expect(language.analyse(text, 'en')).toEqual([])
    })

    it('tells some language of any text, with a sureness from 0 to 1', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          const { language: told, sure } = language.detect(text, ['es'])
          expect(told).toMatch(/^[a-z]{2,3}/)
          expect(sure).toBeGreaterThanOrEqual(0)
          expect(sure).toBeLessThanOrEqual(1)
        }),
      )
    })

    it('falls back to the first expected language, and is not sure, when there is too little to go by', () => {
      for (const text of ['', 'ok', 'XL', '12345', '👍']) {
        const told = language.detect(text, ['es', 'en'])
        expect(told.language).toBe('es')
        expect(told.sure).toBeLessThan(0.5)
      }
    })
  })
}
