// HTML pages: one entry for each heading that has text under it.
import type { Entry } from '../../core/knowledge/passage.ts'
import type { Reader, ReadFile } from '../../ports/reader.ts'
import { introducesAlternates } from './alternates.ts'
import { decode, type FileProblem } from './decode.ts'
import { factsOf, isWebAddress, refusal } from './fields.ts'
import { type Page, readPage } from './html-blocks.ts'
import { createPlaces, isQuestion, titleOfPath } from './names.ts'

/** A heading's `id`, else its slug, is the place of its section; text before the first heading is at `top`. */
export const html: Reader = {
  extensions: ['.html', '.htm'],
  async read(bytes, source) {
    const decoded = decode(bytes, source)
    if ('problem' in decoded) return { entries: [], problems: [decoded.problem] }
    const lineAt = createLines(decoded.text)
    const problems = cutOff(decoded.text, lineAt)
    if (problems.length > 0) return { entries: [], problems }
    const { Parser } = await import('htmlparser2')
    return finish(readPage(decoded.text, Parser, lineAt), source)
  },
}

function finish(page: Page, source: string): ReadFile {
  const problems: FileProblem[] = []
  const firstHeading = page.blocks.find((block) => 'heading' in block && block.heading.depth === 1)
  const title =
    page.title || (firstHeading && 'heading' in firstHeading ? firstHeading.heading.text : '') || titleOfPath(source)
  const facts = factsOf({ language: page.language }, 1, problems)
  const link = isWebAddress(page.canonical) ? page.canonical : ''
  const entries = sectionsOf(page).map((section): Entry => {
    const { place, anchor, heading, headings, line, text, questions } = section
    return {
      place,
      title: heading || title,
      questions: [...(isQuestion(heading) ? [heading] : []), ...questions],
      text,
      headings,
      line,
      ...facts,
      ...(link ? { link: anchor ? `${link.split('#')[0]}#${anchor}` : link } : {}),
    }
  })
  if (entries.length === 0) problems.push({ severity: 'refused', reason: 'has no text outside of menus and scripts' })
  return { title, entries, problems, ...(facts.language ? { language: facts.language } : {}) }
}

interface Section {
  place: string
  /** The heading's own `id`, which a browser can jump to. */
  anchor: string
  heading: string
  headings: string[]
  line: number
  text: string
  questions: string[]
}

function sectionsOf(page: Page): Section[] {
  const placeOf = createPlaces()
  let section: Section = { place: 'top', anchor: '', heading: '', headings: [], line: 1, text: '', questions: [] }
  const sections = [section]
  let above: { text: string; depth: number }[] = []
  for (const block of page.blocks) {
    if ('heading' in block) {
      const { text, depth, id } = block.heading
      above = above.filter((one) => one.depth < depth)
      section = {
        place: id || placeOf(text),
        anchor: id,
        heading: text,
        headings: above.map((one) => one.text),
        line: block.line,
        text: '',
        questions: [],
      }
      above.push({ text, depth })
      sections.push(section)
    } else if (section.text === '' || !introducesAlternates(section.text.split('\n\n').at(-1) ?? '')) {
      if (section.text === '' && section.heading === '') section.line = block.line
      section.text = section.text === '' ? block.text : `${section.text}\n\n${block.text}`
    } else {
      section.text = section.text.split('\n\n').slice(0, -1).join('\n\n')
      section.questions.push(...block.text.split('\n').map((line) => line.replace(/^- /, '').trim()))
    }
  }
  return sections.filter(({ text }) => text !== '')
}

/** Signs that the file was not written to its end: HTML itself forgives everything. */
function cutOff(text: string, lineAt: (offset: number) => number): FileProblem[] {
  const opened = text.lastIndexOf('<')
  const comment = text.lastIndexOf('<!--')
  if (comment >= 0 && text.indexOf('-->', comment) < 0) {
    return [refusal(lineAt(comment), `a comment that opens in line ${lineAt(comment)} is not closed; add -->`)]
  }
  if (opened >= 0 && /^<[a-z/!]/i.test(text.slice(opened)) && text.indexOf('>', opened) < 0) {
    return [
      refusal(lineAt(opened), `the file ends in the middle of a tag (line ${lineAt(opened)}): it may be half-written`),
    ]
  }
  return []
}

/** Lines by offset, from 1. */
function createLines(text: string): (offset: number) => number {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
