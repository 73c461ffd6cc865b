// An HTML page as a row of headings and blocks of text, markup and machinery left out.
import type { Parser } from 'htmlparser2'
import { renderRow } from './names.ts'

export interface Heading {
  text: string
  depth: number
  id: string
}

export type Block = { line: number } & ({ heading: Heading } | { text: string })

export interface Page {
  blocks: Block[]
  title: string
  language: string
  canonical: string
}

const DROPPED = new Set([
  'script',
  'style',
  'nav',
  'noscript',
  'template',
  'svg',
  'iframe',
  'select',
  'button',
  'object',
  'canvas',
])
const BLOCKS = new Set(
  'p div section article main header footer aside ul ol table blockquote pre figure address dl details form fieldset'.split(
    ' ',
  ),
)

interface Open {
  page: Page
  text: string
  line: number
  heading: Heading | undefined
  dropping: string[]
  inTitle: boolean
  table: { header: string[]; row: string[]; headed: boolean } | undefined
}

/** Reads a page. `lineAt` turns an offset into a line. */
export function readPage(html: string, ParserClass: typeof Parser, lineAt: (offset: number) => number): Page {
  const page: Page = { blocks: [], title: '', language: '', canonical: '' }
  const open: Open = { page, text: '', line: 1, heading: undefined, dropping: [], inTitle: false, table: undefined }
  const parser: Parser = new ParserClass({
    onopentag: (name, attributes) => opening(open, name, attributes, lineAt(parser.startIndex)),
    onclosetag: (name) => closing(open, name),
    ontext: (text) => {
      if (open.inTitle) page.title += text
      else if (open.dropping.length === 0) {
        if (open.text.trim() === '') open.line = lineAt(parser.startIndex)
        open.text += text.replace(/\s+/g, ' ')
      }
    },
  })
  parser.write(html)
  parser.end()
  flush(open)
  page.title = page.title.replace(/\s+/g, ' ').trim()
  return page
}

function opening(open: Open, name: string, attributes: Record<string, string>, line: number): void {
  if (DROPPED.has(name) || attributes.hidden !== undefined) open.dropping.push(name)
  if (open.dropping.length > 0) return
  if (name === 'html') open.page.language = attributes.lang ?? ''
  if (name === 'title') open.inTitle = true
  if (name === 'link' && attributes.rel === 'canonical') open.page.canonical = attributes.href ?? ''
  const depth = depthOf(name)
  if (depth > 0) {
    flush(open)
    open.heading = { text: '', depth, id: attributes.id ?? '' }
    open.line = line
  } else if (BLOCKS.has(name)) flush(open)
  if (name === 'table') open.table = { header: [], row: [], headed: false }
  if (name === 'tr' && open.table) open.table.row = []
  if (name === 'th' || name === 'td') open.text = ''
  if (name === 'li') open.text = `${open.text.trimEnd()}\n- `
  if (name === 'dt') open.text = `${open.text.trimEnd()}\n`
  if (name === 'br') open.text += '\n'
  if (name === 'img' && attributes.alt) open.text += attributes.alt
}

function closing(open: Open, name: string): void {
  if (open.dropping.length > 0) {
    if (open.dropping.at(-1) === name) open.dropping.pop()
    return
  }
  if (name === 'title') open.inTitle = false
  if (name === 'dt') open.text = `${open.text.trimEnd()}: `
  if (open.table && (name === 'th' || name === 'td')) {
    open.table.row.push(open.text.trim())
    open.table.headed ||= name === 'td'
    open.text = ''
  } else if (open.table && name === 'tr') closeRow(open, open.table)
  if (name === 'table') {
    flush(open)
    open.table = undefined
  }
  if (depthOf(name) > 0 || BLOCKS.has(name)) flush(open)
}

/** The first row names the columns; the others are said with those names. */
function closeRow(open: Open, table: NonNullable<Open['table']>): void {
  if (table.header.length === 0) table.header = table.row
  else if (table.row.some((cell) => cell !== '')) {
    open.page.blocks.push({ line: open.line, text: renderRow(table.header, table.row) })
  }
  table.row = []
}

function flush(open: Open): void {
  const text = open.text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .trim()
  open.text = ''
  if (open.heading) {
    if (text) open.page.blocks.push({ line: open.line, heading: { ...open.heading, text: text.replace(/\s+/g, ' ') } })
    open.heading = undefined
  } else if (text) open.page.blocks.push({ line: open.line, text })
}

/** A folding question (`summary`) is a heading below all others. */
function depthOf(name: string): number {
  return name === 'summary' ? 7 : /^h[1-6]$/.test(name) ? Number(name[1]) : 0
}
