// Where the entries of a JSON file begin, for problems that name a line.

/** The line of each object that is an item of the outer list (depth 1), or of a list in the outer object (depth 2). */
export function itemLines(text: string, depth: 1 | 2): number[] {
  const lines: number[] = []
  let line = 1
  let open = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '\n') line++
    else if (sign === '"') i = endOfString(text, i)
    else if (sign === '{' || sign === '[') {
      if (sign === '{' && open === depth) lines.push(line)
      open++
    } else if (sign === '}' || sign === ']') open--
  }
  return lines
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return text.length
}

/** A parser's complaint in plain words. */
export function whyNotJson(error: unknown, text: string): { line: number; reason: string } {
  const message = error instanceof Error ? error.message : ''
  const at = /line (\d+) column (\d+)/.exec(message)
  const lines = text.trimEnd().split('\n').length
  if (
    /unexpected end|unterminated string/i.test(message) ||
    (at && Number(at[1]) >= lines && /after|end/i.test(message) && !/[\]}]\s*$/.test(text))
  ) {
    const line = at ? Number(at[1]) : lines
    return {
      line,
      reason: `the file ends in the middle of an entry (line ${line}): it may be half-written; close it with the missing quote or bracket`,
    }
  }
  const what = message.replace(/\s*(?:in JSON )?at position.*$/s, '').replace(/, ".*" is not valid JSON$/s, '')
  if (at) return { line: Number(at[1]), reason: `is not JSON: ${what} (line ${at[1]}, column ${at[2]})` }
  return { line: 1, reason: `is not JSON: ${what}` }
}
