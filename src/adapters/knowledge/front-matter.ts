// The YAML between two lines of three dashes at the top of a Markdown file.
import type { FileProblem } from './decode.ts'
import { asText, type Facts, factsOf, refusal } from './fields.ts'

export interface FrontMatter {
  facts: Facts
  title?: string
  /** What follows, with as many empty lines before it as the front matter had, so that lines keep their numbers. */
  body: string
}

/** A file that does not begin with the dashes has none. */
export async function readFrontMatter(text: string, problems: FileProblem[]): Promise<FrontMatter> {
  const opening = /^---[ \t]*\n/.exec(text)
  if (!opening) return { facts: {}, body: text }
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(opening[0].length))
  if (!closing) {
    // A rule at the top of a text without front matter is allowed; a "key:" right after it is not a text.
    if (/^\s*[\w-]+:/.test(text.slice(opening[0].length))) {
      problems.push(refusal(1, 'the front matter that opens in line 1 is not closed; add a line with --- after it'))
    }
    return { facts: {}, body: text }
  }
  const inner = text.slice(opening[0].length, opening[0].length + closing.index)
  const end = opening[0].length + closing.index + closing[0].length
  const body = '\n'.repeat(text.slice(0, end).split('\n').length - 1) + text.slice(end)
  const record = await parseYaml(inner, problems)
  const title = asText(record.title)
  return { facts: factsOf(record, 1, problems), body, ...(title ? { title } : {}) }
}

async function parseYaml(inner: string, problems: FileProblem[]): Promise<Record<string, unknown>> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(inner, { logLevel: 'silent' })
  const [error] = document.errors
  if (error) {
    problems.push(
      refusal(
        1 + (error.linePos?.[0].line ?? 1),
        `the front matter cannot be read: ${error.message.split(/ at line \d|\n/)[0]}`,
      ),
    )
    return {}
  }
  const value: unknown = document.toJS()
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    problems.push(refusal(1, 'the front matter must be lines such as "title: Shipping"'))
    return {}
  }
  return value as Record<string, unknown>
}
