// Plain text: pairs, headed paragraphs, or just paragraphs.
import { describe, expect, it } from 'vitest'
import { readerOf, readers } from '../../../src/adapters/knowledge/index.ts'
import { plainText } from '../../../src/adapters/knowledge/plain-text.ts'
import { readerContract } from '../../contracts/reader.ts'

readerContract('plain text', plainText, 'Q: Open?\nA: Yes.\n\nQ: Closed?\nA: No.\n')

const read = (text: string) => plainText.read(new TextEncoder().encode(text), 'store-info.txt')

describe('pairs', () => {
  it.each([
    ['Q: Open?\nQ: When?\nA: From ten.\nTo eight.\n'],
    ['Pregunta: Open?\nPregunta: When?\nRespuesta: From ten.\nTo eight.\n'],
    ['F: Open?\nF: When?\nA: From ten.\nTo eight.\n'],
    ['问：Open?\n问：When?\n答：From ten.\nTo eight.\n'],
  ])('of several questions and one answer: %j', async (text) => {
    expect((await read(text)).entries).toEqual([
      { place: 'open', title: 'Open?', questions: ['Open?', 'When?'], text: 'From ten.\nTo eight.', line: 1 },
    ])
  })

  it('without an answer are named', async () => {
    const { entries, problems } = await read('Q: A?\nA: a\n\nQ: B?\n')
    expect(entries).toHaveLength(1)
    expect(problems).toEqual([{ severity: 'warning', line: 4, reason: 'the question "B?" has no answer' }])
  })
})

describe('paragraphs', () => {
  it('are headed by a line in capitals, with a colon, or underlined', async () => {
    const { entries } = await read('CARE\nWash cold.\n\nOpening hours:\n10 to 8\n\nSizes\n-----\n\nS to XL\n')
    expect(entries.map(({ place, title, text, line }) => [place, title, text, line])).toEqual([
      ['care', 'CARE', 'Wash cold.', 1],
      ['opening-hours', 'Opening hours', '10 to 8', 4],
      ['sizes', 'Sizes', 'S to XL', 7],
    ])
  })

  it('without heading have numbers', async () => {
    const { entries } = await read('We are open.\n\nWe are nice.\nVery.\n')
    expect(entries.map(({ place, title }) => [place, title])).toEqual([
      ['paragraph-1', 'Store info'],
      ['paragraph-2', 'Store info'],
    ])
  })
})

describe('the list of readers', () => {
  it('finds one by the extension, whatever its case', () => {
    expect(readerOf('a/B.MD')).toBe(readerOf('x.markdown'))
    expect(readerOf('a.png')).toBeUndefined()
    expect(readerOf('md')).toBeUndefined()
  })

  it('has each extension once', () => {
    const all = readers.flatMap(({ extensions }) => extensions)
    expect(new Set(all).size).toBe(all.length)
  })
})
