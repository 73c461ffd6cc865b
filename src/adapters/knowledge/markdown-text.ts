// Markdown nodes as plain text: what a customer reads when an entry is quoted.
import type { Nodes, Paragraph, RootContent } from 'mdast'
import { isWebAddress } from './fields.ts'
import { renderRow } from './names.ts'

/** One block as text; empty for comments, markup and rules. `source` is the whole file, for tables. */
export function blockText(node: RootContent, source: string): string {
  switch (node.type) {
    case 'paragraph':
      return tableText(node, source) ?? inlineText(node)
    case 'list':
      return node.children
        .map((item, i) => {
          const mark = node.ordered ? `${(node.start ?? 1) + i}.` : '-'
          return `${mark} ${item.children.map((child) => blockText(child, source)).join('\n')}`
        })
        .join('\n')
    case 'blockquote':
      return node.children.map((child) => blockText(child, source)).join('\n\n')
    case 'code':
      return node.value
    case 'heading':
      return inlineText(node)
    default:
      return ''
  }
}

/** Links keep their address where it is one that a customer can open. */
export function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return '\n'
    case 'image':
      return node.alt ?? ''
    case 'link': {
      const text = node.children.map(inlineText).join('')
      const address = node.url.replace(/^mailto:|^tel:/, '')
      return isWebAddress(node.url) && !text.includes(node.url) ? `${text} (${node.url})` : text || address
    }
    default:
      return 'children' in node ? node.children.map(inlineText).join('') : ''
  }
}

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/

/** A pipe table, which plain Markdown takes for a paragraph: one line per row, each value with its column's name. */
function tableText(node: Paragraph, source: string): string | undefined {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined) return undefined
  const lines = source.slice(from, to).split('\n')
  const [head, rule, ...rows] = lines
  if (head === undefined || rule === undefined || !head.includes('|') || !RULE.test(rule)) return undefined
  const header = cells(head)
  return rows.map((row) => renderRow(header, cells(row))).join('\n')
}

function cells(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replaceAll('\\|', '|')
        .replace(/[*_`]{1,3}/g, '')
        .trim(),
    )
}
