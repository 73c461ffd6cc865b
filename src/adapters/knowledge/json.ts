// JSON and JSONL lists of questions and answers.
import type { Entry } from '../../core/knowledge/passage.ts'
import type { Reader } from '../../ports/reader.ts'
import { decode, type FileProblem } from './decode.ts'
import { asText, factsOf, refusal, warning } from './fields.ts'
import { itemLines, whyNotJson } from './json-lines.ts'
import { titleOfPath } from './names.ts'

/** An entry's place is its `id`, else its number in the file, from 1. */
export const json: Reader = {
  extensions: ['.json', '.jsonl', '.ndjson'],
  async read(bytes, source) {
    const decoded = decode(bytes, source)
    if ('problem' in decoded) return { entries: [], problems: [decoded.problem] }
    const problems: FileProblem[] = []
    const read = source.toLowerCase().endsWith('.json')
      ? listOf(decoded.text, problems)
      : linesOf(decoded.text, problems)
    const title = read.title || titleOfPath(source)
    const entries = problems.length > 0 ? [] : entriesOf(read.items, read.facts ?? {}, problems)
    if (entries.length === 0 && problems.length === 0) {
      problems.push({ severity: 'refused', reason: 'has no entries; it needs a list of {"question": …, "answer": …}' })
    }
    return { title, entries, problems }
  },
}

interface Items {
  items: { value: unknown; line: number }[]
  title?: string
  /** Of the outer object: they hold for every entry that does not say otherwise. */
  facts?: Record<string, unknown>
}

function linesOf(text: string, problems: FileProblem[]): Items {
  const items: Items['items'] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      items.push({ value: JSON.parse(line), line: i + 1 })
    } catch (error) {
      const why = whyNotJson(error, line).reason.replace(/ ?\(line 1(?:, (column \d+))?\)/, (_, column?: string) =>
        column ? ` (${column})` : '',
      )
      problems.push(refusal(i + 1, `line ${i + 1}: ${why}`))
    }
  }
  return { items }
}

function listOf(text: string, problems: FileProblem[]): Items {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const { line, reason } = whyNotJson(error, text)
    problems.push(refusal(line, reason))
    return { items: [] }
  }
  if (Array.isArray(value)) return { items: withLines(value, itemLines(text, 1)) }
  if (typeof value === 'object' && value !== null) {
    const record = value as Record<string, unknown>
    const list = ['faq', 'faqs', 'entries', 'items', 'questions'].map((key) => record[key]).find(Array.isArray)
    if (list) return { items: withLines(list, itemLines(text, 2)), title: asText(record.title), facts: record }
    if ('answer' in record) return { items: [{ value, line: 1 }] }
  }
  problems.push(refusal(1, 'must be a list of entries, or an object with a list named faq, entries or items'))
  return { items: [] }
}

function withLines(list: readonly unknown[], lines: readonly number[]): Items['items'] {
  return list.map((value, i) => ({ value, line: lines[i] ?? 1 }))
}

function entriesOf(items: Items['items'], outer: Record<string, unknown>, problems: FileProblem[]): Entry[] {
  const entries: Entry[] = []
  const lineOfId = new Map<string, number>()
  for (const [i, { value, line }] of items.entries()) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push(refusal(line, `entry ${i + 1} is not an object like {"question": …, "answer": …}`))
      continue
    }
    const record = value as Record<string, unknown>
    const id = asText(record.id)
    const place = id || String(i + 1)
    const twin = lineOfId.get(place)
    if (twin !== undefined)
      problems.push(
        refusal(line, `two entries have the id "${place}" (lines ${twin} and ${line}); give one of them another`),
      )
    lineOfId.set(place, line)
    const entry = entryOf(record, outer, place, line, problems)
    if (entry) entries.push(entry)
  }
  return entries
}

function entryOf(
  record: Record<string, unknown>,
  outer: Record<string, unknown>,
  place: string,
  line: number,
  problems: FileProblem[],
): Entry | undefined {
  const wanted = [record.question, ...(Array.isArray(record.questions) ? record.questions : [])]
  const questions = [...new Set(wanted.map(asText).filter((question) => question !== ''))]
  const { answer } = record
  if (answer !== undefined && answer !== null && typeof answer !== 'string' && typeof answer !== 'number') {
    problems.push(refusal(line, `the answer of "${place}" must be text in quotes`))
    return undefined
  }
  const text = asText(answer)
  const title = asText(record.title) || questions[0]
  if (text === '' || !title) {
    problems.push(
      warning(line, `entry "${place}" has no ${text === '' ? 'answer' : 'question and no title'}; it is left out`),
    )
    return undefined
  }
  return { place, title, questions, text, line, ...factsOf({ ...pick(outer), ...record }, line, problems) }
}

/** A file's own link is not each entry's link, so it is not handed down. */
function pick({ language, lang, validUntil, audience }: Record<string, unknown>): Record<string, unknown> {
  return { language: language ?? lang, validUntil, audience }
}
