// Rows of a CSV or TSV file with the lines they begin on; a broken quote is found where it opened.
import type { FileProblem } from './decode.ts'
import { refusal } from './fields.ts'

export interface Row {
  cells: string[]
  /** Its number as a spreadsheet shows it, the header being 1. */
  number: number
  line: number
}

const DELIMITERS = [',', ';', '\t'] as const

/** Rows with at least one filled cell, or the problem that makes the file unreadable. */
export async function readRows(
  text: string,
  source: string,
): Promise<{ rows: Row[]; delimiter: string } | { problem: FileProblem }> {
  const delimiter = /\.tsv$/i.test(source) ? '\t' : sniff(text)
  const { lines, broken } = scan(text, delimiter)
  if (broken) {
    const { opened, at } = broken
    const where = at === opened ? '' : ` (noticed in line ${at})`
    const remedy = 'put " around the whole cell and write "" for a quote inside it'
    return { problem: refusal(opened, `a quote that opens in line ${opened} is not closed${where}; ${remedy}`) }
  }
  const { parse } = await import('csv-parse/sync')
  const records = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
  }) as string[][]
  const rows = records.map((cells, i) => ({ cells, number: i + 1, line: lines[i] ?? i + 1 }))
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')), delimiter }
}

/** The delimiter that the first lines have most often, and in the same number. */
function sniff(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length - 1)
    const [first = 0] = counts
    return first === 0 ? 0 : counts.filter((count) => count === first).length * 100 + first
  }
  return [...DELIMITERS].sort((a, b) => score(b) - score(a))[0] ?? ','
}

interface Scan {
  /** The line on which each record begins. */
  lines: number[]
  /** The first quoted cell that does not end where a cell may end: the line it opened on, and the line of the trouble. */
  broken?: { opened: number; at: number }
}

/** Walks the text as a CSV parser does, without keeping the cells. */
function scan(text: string, delimiter: string): Scan {
  const lines: number[] = []
  let line = 1
  let fresh = true
  for (let i = 0; i < text.length; i++) {
    if (fresh) lines.push(line)
    fresh = false
    while (text[i] === ' ') i++
    if (text[i] === '"') {
      const opened = line
      const close = closingQuote(text, i)
      for (let at = text.indexOf('\n', i); at >= 0 && at < close; at = text.indexOf('\n', at + 1)) line++
      i = close + 1
      while (text[i] === ' ') i++
      if (close >= text.length || (i < text.length && text[i] !== delimiter && text[i] !== '\n')) {
        return { lines, broken: { opened, at: line } }
      }
    }
    while (i < text.length && text[i] !== delimiter && text[i] !== '\n') i++
    if (text[i] === '\n') {
      line++
      fresh = true
    }
  }
  return { lines }
}

/** The offset of the quote that closes the one at `open`; the text's length when none does. */
function closingQuote(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] !== '"') continue
    if (text[i + 1] !== '"') return i
    i++
  }
  return text.length
}
