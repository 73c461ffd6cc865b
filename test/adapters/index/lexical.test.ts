// The built-in index: forgiving of slips, exact about its evidence, quick to follow changes.
import { afterEach, describe, expect, it } from 'vitest'
import { createLexicalIndex } from '../../../src/adapters/index/index.ts'
import { createLanguage } from '../../../src/adapters/language/language.ts'
import type { Passage } from '../../../src/core/knowledge/passage.ts'
import type { PassageIndex } from '../../../src/ports/passage-index.ts'
import { passage, passageIndexContract } from '../../contracts/passage-index.ts'

const language = createLanguage()
const open: PassageIndex[] = []
afterEach(async () => {
  for (const index of open.splice(0)) await index.close()
})

passageIndexContract('the lexical index', () => createLexicalIndex({ language }))

async function holding(passages: readonly Passage[], worker = true): Promise<PassageIndex> {
  const index = createLexicalIndex({ language, worker })
  open.push(index)
  await index.update(Map.groupBy(passages, ({ source }) => source))
  return index
}

const ask = (index: PassageIndex, text: string, tongue = 'en') =>
  index.search({ text, language: tongue, limit: 10, now: 0 })

const FAQ = [
  passage('a.md', 'delivery', {
    title: 'How long is delivery?',
    questions: ['How long is delivery?'],
    text: 'Two days by courier.',
  }),
  passage('a.md', 'warranty', {
    title: 'Is there a warranty?',
    questions: ['Is there a warranty?'],
    text: 'Three years.',
  }),
  passage('a.md', 'gift-card', { title: 'Gift cards', questions: ['Do you sell gift cards?'], text: 'From 20 €.' }),
  passage('a.md', 'stain', {
    title: 'Stains',
    questions: ['How do I get stains out?'],
    text: 'Red wine: sparkling water.',
  }),
]

describe('slips', () => {
  it.each([
    ['how long is delivrey', 'delivery'],
    ['warantty', 'warranty'],
    ['do you have giftcards', 'gift-card'],
    ['red wien', 'stain'],
  ])('"%s" is understood', async (text, place) => {
    expect((await ask(await holding(FAQ), text)).hits[0]?.passage.place).toBe(place)
  })
})

describe('evidence', () => {
  it('of a question that an entry asks itself is as strong as it can be', async () => {
    const { evidence } = await ask(await holding(FAQ), 'Is there a warranty?')
    expect(evidence).toMatchObject({
      coverage: 1,
      answerCoverage: 1,
      unknown: 0,
      agreement: 1,
      maxIdf: 1,
    })
    expect(evidence.margin).toBeGreaterThan(0.9)
    expect(evidence.chars).toBeCloseTo(1, 5)
    expect(evidence.ratio).toBeGreaterThan(0.7)
  })

  it('counts the words that nobody knows', async () => {
    const { evidence } = await ask(await holding(FAQ), 'warranty for submarines')
    expect(evidence.unknown).toBeGreaterThan(0.4)
    expect(evidence.coverage).toBeLessThan(0.6)
    expect(evidence.logLength).toBeCloseTo(Math.log(3), 5)
  })

  it('of a question about nothing in the index says so', async () => {
    expect((await ask(await holding(FAQ), 'xyzzy')).evidence).toMatchObject({
      coverage: 0,
      unknown: 1,
      margin: 0,
      ratio: 0,
    })
  })

  it('takes an entry that was split as one', async () => {
    const long = [1, 2, 3].map((n) => ({
      ...passage('b.md', 'care', { title: 'Care', text: `wool linen part${n}` }),
      id: `b.md#care~${n}`,
    }))
    const { hits, evidence } = await ask(await holding([...long, ...FAQ]), 'wool linen part1 part2 part3')
    expect(hits.slice(0, 3).every(({ passage: { place } }) => place === 'care')).toBe(true)
    expect(evidence.votes).toBe(1)
    expect(evidence.answerCoverage).toBe(1)
    expect(evidence.coverage).toBeLessThan(1)
    expect(evidence.relativeMargin).toBe(1)
  })

  it('leaves out what cannot be compared: an entry without questions whose title was not asked for', async () => {
    const index = await holding([
      passage('b.txt', 'paragraph-1', { title: 'Notes', text: 'The parcel shop opens at noon.' }),
      ...FAQ,
    ])
    const { evidence } = await ask(index, 'parcel shop noon')
    expect(evidence).not.toHaveProperty('chars')
    expect(evidence).not.toHaveProperty('reverseCoverage')
    expect(evidence.coverage).toBe(1)
  })
})

describe('several languages', () => {
  const both = [
    passage('en.md', 'shipping', { questions: ['Do you ship to Portugal?'], text: 'Yes.' }),
    passage('es.md', 'envío', { language: 'es', questions: ['¿Enviáis a Portugal?'], text: 'Sí.' }),
  ]
  it('a name that stands in both is looked for in the customer’s own', async () => {
    const index = await holding(both)
    expect((await ask(index, 'Portugal', 'en')).hits[0]?.passage.place).toBe('shipping')
    expect((await ask(index, 'Portugal', 'es')).hits[0]?.passage.place).toBe('envío')
  })

  it('a question is understood even when its language was told wrongly', async () => {
    expect((await ask(await holding(both), 'envíos a portugal', 'en')).hits[0]?.passage.place).toBe('envío')
  })
})

describe('a large index', () => {
  const many = (from: number, to: number): Passage[] =>
    Array.from({ length: to - from }, (_, i) =>
      passage(`f${(from + i) % 20}.csv`, `n${from + i}`, {
        title: `Item number${from + i} model`,
        text: `Costs ${from + i} euros.`,
      }),
    )

  it('is built in a thread and gives the same as one built here', async () => {
    const [threaded, here] = await Promise.all([holding(many(0, 1500)), holding(many(0, 1500), false)])
    for (const text of ['number777', 'item numbr42', 'costs 1200 euros']) {
      expect(await ask(threaded, text)).toEqual(await ask(here, text))
    }
  })

  it('follows an edit at once, one passage in a file of many', async () => {
    const index = await holding(many(0, 1500))
    const file = many(0, 1500).filter(({ source }) => source === 'f7.csv')
    const edited = file.map((one) => (one.place === 'n27' ? { ...one, text: 'Costs a submarine.' } : one))
    await index.update(new Map([['f7.csv', edited]]))
    expect(index.size()).toBe(1500)
    const { hits } = await ask(index, 'submarine')
    expect(hits.map(({ passage: { place, text } }) => [place, text])).toEqual([['n27', 'Costs a submarine.']])
    expect((await ask(index, 'number27')).hits.filter(({ passage: { place } }) => place === 'n27')).toHaveLength(1)
  })

  it('keeps serving what it had while a change is being taken in', async () => {
    const index = await holding(FAQ)
    const update = index.update(Map.groupBy(many(0, 1500), ({ source }) => source))
    expect((await ask(index, 'warranty')).hits[0]?.passage.place).toBe('warranty')
    expect(index.size()).toBe(4)
    await update
    expect(index.size()).toBe(1504)
    expect((await ask(index, 'number1499')).hits[0]?.passage.place).toBe('n1499')
  })

  it('can be closed while it is being built', async () => {
    const index = createLexicalIndex({ language })
    const update = index.update(new Map([['a.csv', many(0, 2000)]])).catch(() => 'closed')
    await index.close()
    await expect(update).resolves.toBe('closed')
  })
})
