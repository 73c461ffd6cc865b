// Text cut into plain parts and web addresses, so that pages can show links without ever writing HTML.

export type TextPart = { text: string; href?: string }

const ADDRESS = /\bhttps?:\/\/[^\s<>"'“”«»]+/giu
// Closing marks that end a sentence rather than an address.
const TRAILING = /[.,;:!?…)\]}>*_~'"]+$/u

/** Only http and https become links; anything else stays text. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0])
    const href = safeHref(address)
    if (href === undefined) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push({ text: address, href })
    from = match.index + address.length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}

/** The address if a browser may follow it from our page, or undefined. */
export function safeHref(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

function trimmed(address: string): string {
  const end = TRAILING.exec(address)
  if (!end) return address
  // `…/wiki/Oak_(tree)` keeps its bracket, `(see https://a.example)` does not.
  const opens = address.split('(').length
  const closes = address.split(')').length
  return end[0].startsWith(')') && opens === closes ? address.slice(0, end.index + 1) : address.slice(0, end.index)
}
