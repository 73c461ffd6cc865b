// Markdown: one entry for each section that has text of its own.
import type { RootContent } from 'mdast'
import type { Entry } from '../../core/knowledge/passage.ts'
import type { Reader, ReadFile } from '../../ports/reader.ts'
import { introducesAlternates } from './alternates.ts'
import { decode, type FileProblem } from './decode.ts'
import { warning } from './fields.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { blockText, inlineText } from './markdown-text.ts'
import { createPlaces, isQuestion, titleOfPath } from './names.ts'

/** A heading's slug is the place of its section; text before the first heading is at `top`. */
export const markdown: Reader = {
  extensions: ['.md', '.markdown'],
  async read(bytes, source) {
    const decoded = decode(bytes, source)
    if ('problem' in decoded) return { entries: [], problems: [decoded.problem] }
    const problems: FileProblem[] = []
    const front = await readFrontMatter(decoded.text, problems)
    const { fromMarkdown } = await import('mdast-util-from-markdown')
    const sections = cut(fromMarkdown(front.body).children, front.body)
    return finish(sections, front, source, problems)
  },
}

interface Section {
  heading: string
  depth: number
  line: number
  headings: readonly string[]
  blocks: string[]
  questions: string[]
}

function cut(nodes: readonly RootContent[], body: string): Section[] {
  let section: Section = { heading: '', depth: 0, line: 1, headings: [], blocks: [], questions: [] }
  const sections = [section]
  let above: Section[] = []
  for (const [i, node] of nodes.entries()) {
    const line = node.position?.start.line ?? 1
    if (node.type === 'heading') {
      above = above.filter(({ depth }) => depth < node.depth)
      const heading = inlineText(node).replace(/\s+/g, ' ').trim()
      section = {
        heading,
        depth: node.depth,
        line,
        headings: above.map((one) => one.heading),
        blocks: [],
        questions: [],
      }
      above = [...above, section]
      sections.push(section)
    } else if (node.type === 'list' && introduced(nodes[i - 1])) {
      section.blocks.pop()
      section.questions.push(
        ...node.children.map((item) => item.children.map((child) => blockText(child, body)).join(' ')),
      )
    } else {
      if (section.blocks.length === 0 && section.heading === '') section.line = line
      const text = blockText(node, body).trim()
      if (text) section.blocks.push(text)
    }
  }
  return sections
}

function introduced(before: RootContent | undefined): boolean {
  return before?.type === 'paragraph' && introducesAlternates(inlineText(before))
}

function finish(sections: readonly Section[], front: FrontMatter, source: string, problems: FileProblem[]): ReadFile {
  const title = front.title ?? sections.find(({ depth }) => depth === 1)?.heading ?? titleOfPath(source)
  const placeOf = createPlaces()
  const entries: Entry[] = []
  for (const [i, section] of sections.entries()) {
    const { heading, headings, line } = section
    const place = heading === '' ? 'top' : placeOf(heading)
    const text = section.blocks.join('\n\n')
    if (text === '') {
      if (leadsNowhere(section, sections[i + 1])) problems.push(warning(line, `the section "${heading}" has no text`))
      continue
    }
    const questions = [...(isQuestion(heading) ? [heading] : []), ...section.questions]
    entries.push({ place, title: heading || title, questions, text, headings, line, ...front.facts })
  }
  if (entries.length === 0 && problems.length === 0) {
    problems.push({ severity: 'refused', reason: 'has no text to answer from; write some or delete it' })
  }
  return { title, entries, problems, ...(front.facts.language ? { language: front.facts.language } : {}) }
}

/** A heading without text is fine when deeper headings follow. */
function leadsNowhere(section: Section, next: Section | undefined): boolean {
  return section.heading !== '' && !(next && next.depth > section.depth)
}
