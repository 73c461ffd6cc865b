// Prompt files as templates: `{{slot}}` is filled, `<!-- … -->` is a remark to the merchant and never leaves the file.
import type { Problem } from '../knowledge/passage.ts'

/** Which slots a file must and may have. */
export interface AllowedSlots {
  required: readonly string[]
  optional: readonly string[]
}

export type TemplateProblem = Omit<Problem, 'source'> & { line: number }

const SLOT = /\{\{\s*([\p{L}\p{N}_-]*)\s*\}\}/gu
const REMARK = /<!--[\s\S]*?(?:-->|$)/g
/** What was probably meant as a slot: braces that do not close, or a single pair around a known name. */
const NEARLY = /\{\{(?![^{}\n]*\}\})|(?<!\{)\{([a-z]+)\}(?!\})/g

/** The template with every slot replaced, in one pass: what a value says is never read as a template. */
export function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(SLOT, (_, name: string) => (Object.hasOwn(slots, name) ? (slots[name] ?? '') : ''))
}

/** The template without the merchant's remarks; lines keep their numbers when `keepLines` is set. */
export function withoutRemarks(template: string, keepLines = false): string {
  const bare = template.replace(REMARK, (remark) => (keepLines ? remark.replace(/[^\n]/g, '') : ''))
  return keepLines ? bare : bare.replace(/\n{3,}/g, '\n\n').trim()
}

/** Slots that are unknown, missing or misspelt, each with its line; a missing one is reported at the last line. */
export function checkTemplate(text: string, allowed: AllowedSlots): TemplateProblem[] {
  const known = new Set([...allowed.required, ...allowed.optional])
  const lines = withoutRemarks(text, true).split('\n')
  const seen = new Set<string>()
  const problems: TemplateProblem[] = []
  for (const [index, line] of lines.entries()) {
    const refuse = (reason: string) => problems.push({ line: index + 1, severity: 'refused', reason })
    for (const [whole, name = ''] of line.matchAll(SLOT)) {
      if (known.has(name)) seen.add(name)
      else refuse(`${whole} is not a placeholder of this file. It knows ${list(known)}.`)
    }
    for (const [whole, name] of line.matchAll(NEARLY)) {
      if (name === undefined) refuse('A placeholder is opened with {{ and not closed on the same line. Write {{name}}.')
      else if (known.has(name)) refuse(`${whole} needs two braces on each side. Write {{${name}}}.`)
    }
  }
  const last = Math.max(1, text.trimEnd().split('\n').length)
  for (const name of allowed.required) {
    if (!seen.has(name))
      problems.push({ line: last, severity: 'refused', reason: `The placeholder {{${name}}} is missing.` })
  }
  return problems
}

function list(names: ReadonlySet<string>): string {
  return names.size === 0 ? 'none' : [...names].map((name) => `{{${name}}}`).join(', ')
}
