// Markdown: a section is an entry, its heading's slug the place.
import { describe, expect, it } from 'vitest'
import { markdown } from '../../../src/adapters/knowledge/markdown.ts'
import { readerContract } from '../../contracts/reader.ts'

readerContract('Markdown', markdown, '# Shipping\n\nWe ship.\n\n## Costs\n\nIt costs 3.95 €.\n')

const read = (text: string) => markdown.read(new TextEncoder().encode(text), 'faq/shipping-and-delivery.md')

describe('front matter', () => {
  it('gives title, language, last day and audience', async () => {
    const { title, language, entries } = await read(
      '---\ntitle: Delivery\nlanguage: pt-br\nvalidUntil: 2027-01-31\naudience: Staff\n---\nText.\n',
    )
    expect({ title, language }).toEqual({ title: 'Delivery', language: 'pt-BR' })
    expect(entries).toEqual([
      {
        place: 'top',
        title: 'Delivery',
        questions: [],
        text: 'Text.',
        headings: [],
        line: 7,
        language: 'pt-BR',
        audience: 'staff',
        validUntil: Date.parse('2027-01-31T23:59:59.999Z'),
      },
    ])
  })

  it.each([
    ['is not closed', '---\ntitle: A\n\n# Text\nWords.\n', 1],
    ['cannot be read', '---\ntitle: [A\nlanguage: en\n---\nWords.\n', 3],
    ['is not a date', '---\nvalidUntil: soon\n---\nWords.\n', 1],
  ])('that %s is refused with its line', async (reason, text, line) => {
    const { problems } = await read(text)
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'refused', line, reason: expect.stringContaining(reason) }),
    ])
  })

  it('with a language that is no code only warns', async () => {
    const { entries, problems } = await read('---\nlanguage: English\n---\nWords.\n')
    expect(entries).toHaveLength(1)
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', reason: expect.stringContaining('English') }),
    ])
  })

  it('is not seen in a text that begins with a rule', async () => {
    expect((await read('---\n\nWords.\n')).entries).toEqual([expect.objectContaining({ text: 'Words.', place: 'top' })])
  })
})

describe('sections', () => {
  it('know the headings above them, and the first heading is the title', async () => {
    const { title, entries } = await read(
      '# Help\n\n## Returns\n\nIntro.\n\n### Sale\n\nAlso sale.\n\n## Sizes\n\nS to XL.\n',
    )
    expect(title).toBe('Help')
    expect(entries.map(({ place, headings, line }) => ({ place, headings, line }))).toEqual([
      { place: 'returns', headings: ['Help'], line: 3 },
      { place: 'sale', headings: ['Help', 'Returns'], line: 7 },
      { place: 'sizes', headings: ['Help'], line: 11 },
    ])
  })

  it('with the same heading have different places, in any script', async () => {
    const { entries } = await read('# Q & A\n\na\n\n# Q & A\n\nb\n\n# ¿Cuánto cuesta el envío?\n\nc\n\n# 运费\n\nd\n')
    expect(entries.map(({ place }) => place)).toEqual(['q-a', 'q-a-1', 'cuánto-cuesta-el-envío', '运费'])
  })

  it('without text are named, unless deeper ones follow', async () => {
    const { problems } = await read('# Top\n\n## Empty\n\n## Full\n\nText.\n')
    expect(problems).toEqual([{ severity: 'warning', line: 3, reason: 'the section "Empty" has no text' }])
  })

  it('take their questions from the heading and from a list that is also asked as', async () => {
    const { entries } = await read(
      '## Is it free?\n\n**Also asked as:**\n\n- Free shipping\n- *Costs* of delivery\n\nYes.\n',
    )
    expect(entries[0]).toMatchObject({ questions: ['Is it free?', 'Free shipping', 'Costs of delivery'], text: 'Yes.' })
  })

  it('keep other lists as text', async () => {
    const { entries } = await read('## How\n\nDo this:\n\n1. one\n2. two\n   - deep\n')
    expect(entries[0]?.text).toBe('Do this:\n\n1. one\n2. two\n- deep')
  })
})

describe('text', () => {
  it('says tables row by row, with the names of their columns', async () => {
    const { entries } = await read(
      '# Prices\n\n| Country | Price | |\n|:--|--:|--|\n| Spain | **3.95 €** | |\n| A \\| B | | x |\n',
    )
    expect(entries[0]?.text).toBe('Country: Spain, Price: 3.95 €\nCountry: A | B, x')
  })

  it('keeps the addresses of links that a customer can open, and drops markup and comments', async () => {
    const { entries } = await read(
      'See [here](https://a.example/b), [mail](mailto:x@a.example) <!-- secret --> and [bad](javascript:alert(1)).\n',
    )
    expect(entries[0]?.text).toBe('See here (https://a.example/b), mail  and bad.')
  })

  it('takes the title from the file name when nothing else says it', async () => {
    expect((await read('Only words.\n')).title).toBe('Shipping and delivery')
  })
})
