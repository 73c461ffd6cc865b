// A piece of a long text around the words that were asked for.

/** The window of at most `maxChars` characters with most of the words, cut at sentence or word edges, … where cut. */
export function excerpt(text: string, words: readonly string[], maxChars: number): string {
  if (text.length <= maxChars) return text
  const lower = text.toLowerCase()
  const hits = words.flatMap((word) => {
    const at = lower.indexOf(word.toLowerCase())
    return at < 0 ? [] : [at]
  })
  const first = hits.length === 0 ? 0 : Math.min(...hits)
  const start = Math.max(0, Math.min(first - Math.floor(maxChars / 4), text.length - maxChars))
  const edge = start === 0 ? 0 : start + Math.max(0, text.slice(start).search(/(?<=[\s.。!?])\S/u))
  const end = edge + maxChars - 2
  const piece = text.slice(edge, end)
  return `${edge > 0 ? '…' : ''}${end < text.length ? `${piece.replace(/\s\S*$/u, '')}…` : piece}`
}
