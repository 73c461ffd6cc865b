// JSON and JSONL: lists of questions and answers.
import { describe, expect, it } from 'vitest'
import { json } from '../../../src/adapters/knowledge/json.ts'
import { readerContract } from '../../contracts/reader.ts'

readerContract('JSON', json, '[\n {"question": "A?", "answer": "a"},\n {"question": "B?", "answer": "b"}\n]\n')

const read = (text: string, source = 'faq.json') => json.read(new TextEncoder().encode(text), source)

describe('entries', () => {
  it.each([
    ['a list', '[{"id": "x", "question": "Q?", "answer": "a"}]'],
    ['an object with a faq', '{"faq": [{"id": "x", "question": "Q?", "answer": "a"}]}'],
    ['an object with entries', '{"entries": [{"id": "x", "question": "Q?", "answer": "a"}]}'],
    ['an object with items', '{"items": [{"id": "x", "question": "Q?", "answer": "a"}]}'],
  ])('come from %s', async (_, text) => {
    expect((await read(text)).entries).toEqual([{ place: 'x', title: 'Q?', questions: ['Q?'], text: 'a', line: 1 }])
  })

  it('come from lines', async () => {
    const { entries } = await read(
      '{"question": "A?", "answer": "a"}\n\n{"questions": ["B?", "C?"], "answer": "b"}\n',
      'faq.jsonl',
    )
    expect(entries.map(({ place, questions, line }) => ({ place, questions, line }))).toEqual([
      { place: '1', questions: ['A?'], line: 1 },
      { place: '2', questions: ['B?', 'C?'], line: 3 },
    ])
  })

  it('may say their title, language, last day and link; what the file says holds for all', async () => {
    const { title, entries } = await read(
      '{"title": "Orders", "language": "en", "faq": [{"question": "A?", "answer": "a", "title": "T", "link": "https://a.example"},\n{"question": "B?", "answer": "b", "language": "es", "link": "javascript:x"}]}',
    )
    expect(title).toBe('Orders')
    expect(entries).toMatchObject([
      { title: 'T', language: 'en', link: 'https://a.example', line: 1 },
      { title: 'B?', language: 'es', line: 2 },
    ])
    expect(entries[1]).not.toHaveProperty('link')
  })

  it('without answer or question are left out and named', async () => {
    const { entries, problems } = await read(
      '[{"question": "A?", "answer": ""},\n{"answer": "b"},\n{"title": "T", "answer": "c"}]',
    )
    expect(entries.map(({ title }) => title)).toEqual(['T'])
    expect(problems.map(({ severity, line }) => [severity, line])).toEqual([
      ['warning', 1],
      ['warning', 2],
    ])
  })
})

describe('trouble', () => {
  it.each([
    ['half-written', '[\n{"question": "A?", "answer": "a"},\n{"question": "B?", "ans', 3, 'half-written'],
    ['a stray comma', '[\n{"question": "A?", "answer": "a",}\n]', 2, 'line 2, column'],
    [
      'ids given twice',
      '[\n{"id": "x", "question": "A?", "answer": "a"},\n{"id": "x", "question": "B?", "answer": "b"}\n]',
      3,
      'lines 2 and 3',
    ],
    ['a list of texts', '["one"]', 1, 'not an object'],
    ['an answer that is no text', '[{"question": "A?", "answer": ["a"]}]', 1, 'must be text'],
    ['something else', '{"hello": "world"}', 1, 'must be a list'],
  ])('%s is refused with its line', async (_, text, line, reason) => {
    const { problems } = await read(text)
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'refused', line, reason: expect.stringContaining(reason) }),
    )
  })

  it('in one of the lines names that line, and every other one', async () => {
    const { problems } = await read('{"question": "A?", "answer": "a"}\n{oops}\n{"question": "B?"\n', 'faq.jsonl')
    expect(problems.map(({ line }) => line)).toEqual([2, 3])
  })
})
