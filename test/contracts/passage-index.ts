// What every passage index owes its callers.
import { afterEach, describe, expect, it } from 'vitest'
import type { Passage } from '../../src/core/knowledge/passage.ts'
import type { PassageIndex } from '../../src/ports/passage-index.ts'

/** A passage of the file `source`, told apart by its place. */
export function passage(source: string, place: string, more: Partial<Passage> = {}): Passage {
  const title = more.title ?? place
  return {
    id: `${source}#${place}`,
    source,
    place,
    title,
    questions: [],
    text: '',
    headings: [],
    line: 1,
    language: 'en',
    ...more,
  }
}

const SHOP: readonly Passage[] = [
  passage('faq.md', 'shipping', { questions: ['How much is shipping?'], text: 'Shipping costs 3.95 € in Spain.' }),
  passage('faq.md', 'returns', { questions: ['How do I return something?'], text: 'Within 30 days, with the label.' }),
  passage('shop.md', 'hours', { questions: ['When are you open?'], text: 'Monday to Saturday, ten to eight.' }),
  passage('es.md', 'envío', {
    language: 'es',
    questions: ['¿Cuánto cuesta el envío?'],
    text: 'El envío cuesta 3,95 €.',
  }),
]

function bySource(passages: readonly Passage[]): Map<string, Passage[]> {
  return Map.groupBy(passages, ({ source }) => source)
}

export function passageIndexContract(name: string, create: () => PassageIndex): void {
  describe(`${name} as a passage index`, () => {
    const open: PassageIndex[] = []
    const filled = async (passages: readonly Passage[] = SHOP): Promise<PassageIndex> => {
      const index = create()
      open.push(index)
      await index.update(bySource(passages))
      return index
    }
    const ask = (index: PassageIndex, text: string, more: { language?: string; limit?: number; now?: number } = {}) =>
      index.search({ text, language: 'en', limit: 5, now: 0, ...more })
    const first = async (index: PassageIndex, text: string, language = 'en') =>
      (await ask(index, text, { language })).hits[0]?.passage.place
    afterEach(async () => {
      for (const index of open.splice(0)) await index.close()
    })

    it('finds the passage that answers, in each language', async () => {
      const index = await filled()
      expect(await first(index, 'how much is shipping to spain')).toBe('shipping')
      expect(await first(index, 'returning a shirt')).toBe('returns')
      expect(await first(index, 'are you open on monday?')).toBe('hours')
      expect(await first(index, '¿cuánto cuesta el envío?', 'es')).toBe('envío')
    })

    it('orders hits by score, best first, and gives no more than asked for', async () => {
      const { hits } = await ask(await filled(), 'when is shipping open, how return', { limit: 2 })
      expect(hits).toHaveLength(2)
      expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 0)
    })

    it('answers the same question in the same way', async () => {
      const index = await filled()
      expect(await ask(index, 'how much is it')).toEqual(await ask(index, 'how much is it'))
    })

    it('shows a change when the update resolves: edited, added, renamed and deleted', async () => {
      const index = await filled()
      await index.update(
        new Map([
          ['faq.md', [passage('faq.md', 'wrapping', { questions: ['Do you gift wrap?'], text: 'Yes, for 3.50 €.' })]],
          ['shop.md', []],
          [
            'store.md',
            [passage('store.md', 'opening', { questions: ['When are you open?'], text: 'Only on Sundays.' })],
          ],
        ]),
      )
      expect(index.size()).toBe(3)
      expect(await first(index, 'gift wrap')).toBe('wrapping')
      expect(await first(index, 'when are you open')).toBe('opening')
      const { hits } = await ask(index, 'return something within 30 days')
      expect(hits.map(({ passage: { place } }) => place)).not.toContain('returns')
    })

    it('applies updates in the order they were asked for', async () => {
      const index = await filled([])
      const versions = ['zebra', 'lion', 'panther']
      await Promise.all(versions.map((title) => index.update(new Map([['a.md', [passage('a.md', title, { title })]]]))))
      expect(index.size()).toBe(1)
      expect(await first(index, 'panther')).toBe('panther')
      expect((await ask(index, 'zebra')).hits).toEqual([])
    })

    it('does not use entries after their last day', async () => {
      const index = await filled([
        passage('sale.md', 'sale', { title: 'Summer sale', text: 'Everything for half.', validUntil: 1000 }),
        passage('sale.md', 'later', { title: 'Winter sale', text: 'Soon.' }),
      ])
      expect((await ask(index, 'summer sale', { now: 1000 })).hits[0]?.passage.place).toBe('sale')
      expect((await ask(index, 'summer sale', { now: 1001 })).hits[0]?.passage.place).toBe('later')
    })

    it('knows how many passages it holds, and in which languages', async () => {
      const index = await filled()
      expect(index.size()).toBe(4)
      expect(index.languages()).toEqual(['en', 'es'])
    })

    it('finds nothing when there is nothing, and does not fail on odd questions', async () => {
      const empty = await filled([])
      expect((await ask(empty, 'anything')).hits).toEqual([])
      const index = await filled()
      for (const text of [
        '',
        '   ',
        '👍',
        '?'.repeat(500),
        'a'.repeat(5000),
        'word '.repeat(2000),
        '\u0000',
        '\ud800',
      ]) {
        const { hits, evidence } = await ask(index, text)
        expect(hits.length).toBeLessThanOrEqual(5)
        for (const value of Object.values(evidence)) expect(value).toBeTypeOf('number')
      }
      expect((await ask(index, 'xylophone quartet')).hits).toEqual([])
    })
  })
}
