// The prompt files that a merchant may edit: which slots each has, and how long it may be.
import { type AllowedSlots, checkTemplate, fill, type TemplateProblem, withoutRemarks } from './template.ts'
import { countTokens } from './tokens.ts'

export type PromptFile = 'persona.md' | 'answer.md' | 'brief.md'

export const SLOTS: Record<PromptFile, AllowedSlots> = {
  'persona.md': { required: [], optional: ['shop'] },
  'answer.md': { required: ['persona', 'passages', 'messages'], optional: ['shop', 'language', 'history'] },
  'brief.md': { required: ['history'], optional: ['shop', 'language', 'staffLanguage', 'reasons'] },
}

/** Tokens that each file's own words may cost. The persona has at least this; it may use what the rules leave. */
export const ROOM: Record<PromptFile, number> = { 'persona.md': 80, 'answer.md': 120, 'brief.md': 150 }

/** Everything that is wrong with a prompt file: slots, emptiness, length. Any `refused` problem keeps the last good one. */
export function checkPromptFile(file: PromptFile, text: string): TemplateProblem[] {
  const own = withoutRemarks(text)
  if (own === '')
    return [{ line: 1, severity: 'refused', reason: 'The file is empty. Delete it to use the shipped text.' }]
  const problems = checkTemplate(text, SLOTS[file])
  const length = countTokens(fill(own, {}))
  if (length > ROOM[file]) problems.push({ line: overflowLine(text, ROOM[file]), ...tooLong(file, length) })
  return problems
}

function tooLong(file: PromptFile, length: number): Pick<TemplateProblem, 'severity' | 'reason'> {
  const said = `The text is about ${length} tokens long and has room for ${ROOM[file]}`
  return file === 'persona.md'
    ? {
        severity: 'warning',
        reason: `${said}: what follows this line is left out. Say it shorter, or put facts into knowledge/.`,
      }
    : {
        severity: 'refused',
        reason: `${said}. Shorten it by about ${length - ROOM[file]} tokens (a token is some four letters).`,
      }
}

/** The line on which the room is used up. */
function overflowLine(text: string, room: number): number {
  const lines = withoutRemarks(text, true).split('\n')
  let used = 0
  for (const [index, line] of lines.entries()) {
    used += countTokens(fill(line, {}))
    if (used > room) return index + 1
  }
  return lines.length
}
