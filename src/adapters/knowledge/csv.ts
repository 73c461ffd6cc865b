// CSV and TSV: a list of questions and answers, or any other table, one entry for each row.
import type { Entry } from '../../core/knowledge/passage.ts'
import type { Reader, ReadFile } from '../../ports/reader.ts'
import { type Column, columnsOf } from './columns.ts'
import { type Row, readRows } from './csv-rows.ts'
import { decode, type FileProblem } from './decode.ts'
import { factsOf, refusal, warning } from './fields.ts'
import { isQuestion, renderRow, titleOfPath } from './names.ts'

/** An entry's place is its `id`, else the row's number as a spreadsheet shows it (the header is row 1). */
export const csv: Reader = {
  extensions: ['.csv', '.tsv'],
  async read(bytes, source) {
    const decoded = decode(bytes, source)
    if ('problem' in decoded) return { entries: [], problems: [decoded.problem] }
    const read = await readRows(decoded.text, source)
    if ('problem' in read) return { entries: [], problems: [read.problem] }
    return tableOf(read.rows, source)
  },
}

function tableOf(rows: readonly Row[], source: string): ReadFile {
  const title = titleOfPath(source)
  const problems: FileProblem[] = []
  const [head, ...rest] = rows
  if (!head)
    return { entries: [], problems: [{ severity: 'refused', reason: 'has no filled rows; write some or delete it' }] }
  if (looksUnheaded(rows)) {
    const columns = new Map<Column, number>([
      ['question', 0],
      ['answer', 1],
    ])
    return { title, entries: faq(rows, columns, problems), problems }
  }
  for (const { cells, line } of rest) {
    const extra = cells.slice(head.cells.length).filter((cell) => cell !== '')
    if (extra.length > 0) {
      problems.push(
        refusal(
          line,
          `line ${line} has ${cells.length} cells where the header has ${head.cells.length}; put quotes around a cell that contains the separator`,
        ),
      )
    }
  }
  const columns = columnsOf(head.cells)
  const entries =
    columns.has('question') && columns.has('answer') ? faq(rest, columns, problems) : table(head, rest, title)
  if (entries.length === 0 && problems.length === 0)
    problems.push(refusal(head.line, 'has a header and no rows under it'))
  return { title, entries, problems }
}

/** Two columns without a header, the first of which asks. */
function looksUnheaded(rows: readonly Row[]): boolean {
  const asking = rows.filter(({ cells }) => isQuestion(cells[0] ?? '')).length
  return (
    rows.every(({ cells }) => cells.length === 2) && isQuestion(rows[0]?.cells[0] ?? '') && asking * 2 > rows.length
  )
}

/** Rows that share an `id` are one entry with several questions. */
function faq(rows: readonly Row[], columns: ReadonlyMap<Column, number>, problems: FileProblem[]): Entry[] {
  const cell = (row: Row, column: Column): string => row.cells[columns.get(column) ?? -1] ?? ''
  const byPlace = new Map<string, Entry & { row: number }>()
  for (const row of rows) {
    const place = cell(row, 'id') || String(row.number)
    const question = cell(row, 'question')
    const answer = cell(row, 'answer')
    const known = byPlace.get(place)
    if (known) {
      if (answer && known.text && answer !== known.text) {
        problems.push(
          warning(
            row.line,
            `row ${row.number} has the id "${place}" of row ${known.row} and another answer; the answer of row ${known.row} is used`,
          ),
        )
      }
      byPlace.set(place, {
        ...known,
        text: known.text || answer,
        questions: [...known.questions, ...(question ? [question] : [])],
      })
      continue
    }
    const record = Object.fromEntries([...columns].map(([column, at]) => [column, row.cells[at]]))
    byPlace.set(place, {
      place,
      title: cell(row, 'title') || question || titleOf(answer),
      questions: question ? [question] : [],
      text: answer,
      line: row.line,
      row: row.number,
      ...factsOf(record, row.line, problems),
    })
  }
  for (const { text, line, row } of byPlace.values())
    if (text === '') problems.push(warning(line, `row ${row} has no answer; it is left out`))
  return [...byPlace.values()].filter(({ text }) => text !== '').map(({ row: _, ...entry }) => entry)
}

function titleOf(answer: string): string {
  return answer.length <= 60 ? answer : `${answer.slice(0, 59).trimEnd()}…`
}

/** A price list, sizes, shops: each row says its columns' names, and its first cell is its title. */
function table(head: Row, rows: readonly Row[], title: string): Entry[] {
  const columns = columnsOf(head.cells)
  const id = columns.get('id')
  const seen = new Set<string>()
  return rows.map(({ cells, number, line }) => {
    const own = id === undefined ? '' : (cells[id] ?? '')
    const place = own && !seen.has(own) ? own : String(number)
    seen.add(place)
    const name = cells.find((cell, i) => cell !== '' && i !== id) ?? cells[0] ?? title
    return { place, title: name, questions: [], text: renderRow(head.cells, cells), headings: [title], line }
  })
}
