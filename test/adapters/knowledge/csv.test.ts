// CSV and TSV: questions and answers in any language's columns, or a table.
import { describe, expect, it } from 'vitest'
import { csv } from '../../../src/adapters/knowledge/csv.ts'
import { readerContract } from '../../contracts/reader.ts'

readerContract('CSV', csv, 'question,answer\nHow much?,"5 €, always"\nWhen?,Today\n')

const read = (text: string, source = 'faq/price-list.csv') => csv.read(new TextEncoder().encode(text), source)

describe('questions and answers', () => {
  it.each([
    ['question,answer', 'a.csv'],
    ['Pregunta;Respuesta', 'a.csv'],
    ['Frage\tAntwort', 'a.tsv'],
    ['السؤال,الجواب', 'a.csv'],
    ['问题,答案', 'a.csv'],
    ['Вопрос;Ответ', 'a.csv'],
    ['प्रश्न,उत्तर', 'a.csv'],
    ['Pertanyaan|Jawaban'.replace('|', ','), 'a.csv'],
  ])('under the header %s', async (header, source) => {
    const delimiter = /[,;\t]/.exec(header)?.[0] ?? ','
    const { entries } = await read(`${header}\nHow?${delimiter}Like this.\n`, source)
    expect(entries).toEqual([{ place: '2', title: 'How?', questions: ['How?'], text: 'Like this.', line: 2 }])
  })

  it('of rows that share an id are one entry with several questions', async () => {
    const { entries } = await read('id,question,answer\npay,How can I pay?,By card.\npay,Cards?,\nship,When?,Soon.\n')
    expect(entries.map(({ place, questions }) => [place, questions])).toEqual([
      ['pay', ['How can I pay?', 'Cards?']],
      ['ship', ['When?']],
    ])
  })

  it('without a header are taken when the first column asks', async () => {
    expect((await read('Open?,Yes\nClosed?,No\n')).entries.map(({ place }) => place)).toEqual(['1', '2'])
  })

  it('may have a title, a language and a last day', async () => {
    const { entries } = await read('titulo;pregunta;respuesta;idioma;valido hasta\nPago;¿Cómo?;Tarjeta;es;2027-01-31\n')
    expect(entries[0]).toMatchObject({
      title: 'Pago',
      language: 'es',
      validUntil: Date.parse('2027-01-31T23:59:59.999Z'),
    })
  })

  it('without an answer are left out and named', async () => {
    const { entries, problems } = await read('question,answer\nA?,a\nB?,\n')
    expect(entries).toHaveLength(1)
    expect(problems).toEqual([{ severity: 'warning', line: 3, reason: 'row 3 has no answer; it is left out' }])
  })

  it('that contradict each other under one id are named', async () => {
    const { entries, problems } = await read('id,question,answer\nx,A?,yes\nx,B?,no\n')
    expect(entries[0]?.text).toBe('yes')
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', line: 3 })])
  })
})

describe('a table', () => {
  it('is said row by row, with the names of its columns', async () => {
    const { title, entries } = await read('Article;Price;Sizes\nAlba shirt;59.00 €;\nPau trousers;74.00 €;S to XXL\n')
    expect(title).toBe('Price list')
    expect(entries).toEqual([
      {
        place: '2',
        title: 'Alba shirt',
        questions: [],
        text: 'Article: Alba shirt, Price: 59.00 €',
        headings: ['Price list'],
        line: 2,
      },
      expect.objectContaining({ place: '3', text: 'Article: Pau trousers, Price: 74.00 €, Sizes: S to XXL' }),
    ])
  })
})

describe('trouble', () => {
  it('an unclosed quote is named by the line where it opened', async () => {
    const open = await read('question,answer\nA?,a\n"B?,b\nC?,c\n')
    expect(open.problems).toEqual([
      expect.objectContaining({ severity: 'refused', line: 3, reason: expect.stringContaining('line 3') }),
    ])
    const swallowed = await read('question,answer\nA?,"a\nB?,"b"\nC?,"c"\n')
    expect(swallowed.problems).toEqual([expect.objectContaining({ severity: 'refused', line: 2 })])
  })

  it('a cell over several lines keeps the lines of what follows right', async () => {
    const { entries } = await read('question,answer\nA?,"one\ntwo ""quoted"", three"\n\nB?,b\n')
    expect(entries.map(({ line, text }) => [line, text])).toEqual([
      [2, 'one\ntwo "quoted", three'],
      [5, 'b'],
    ])
  })

  it('an inch sign is no quote', async () => {
    expect((await read('question,answer\nHow wide?,A 5" hem\n')).entries[0]?.text).toBe('A 5" hem')
  })

  it('an answer cut in two by its own comma is refused, not served by half', async () => {
    const { problems } = await read('question,answer\nA?,Yes, but only today\n')
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'refused', line: 2, reason: expect.stringContaining('3 cells') }),
    ])
  })

  it('a header alone is refused', async () => {
    expect((await read('question,answer\n')).problems).toEqual([expect.objectContaining({ severity: 'refused' })])
  })
})
