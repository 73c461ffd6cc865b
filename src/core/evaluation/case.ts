// A question with what a careful person expects of it: one line of a JSONL file.

export interface EvalCase {
  id: string
  text: string
  history: readonly { from: 'customer' | 'bot' | 'staff'; text: string }[]
  expect: {
    decision?: 'answer' | 'clarify' | 'handoff'
    /** A knowledge file's path relative to the folder, optionally with `#place`. */
    source?: string
    trigger?: string
    team?: string
  }
}

export interface CaseProblem {
  /** From 1. */
  line: number
  reason: string
}

/** Every line, or what is wrong with it. Empty lines are none. */
export function readCases(text: string): { cases: EvalCase[]; problems: CaseProblem[] } {
  const cases: EvalCase[] = []
  const problems: CaseProblem[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = readCase(line)
    if (typeof read === 'string') problems.push({ line: i + 1, reason: read })
    else cases.push(read)
  }
  return { cases, problems }
}

function readCase(line: string): EvalCase | string {
  const value = parse(line)
  if (value === undefined) return 'is no JSON object'
  const { id, text, history = [], expect = {} } = value
  if (typeof id !== 'string' && typeof id !== 'number') return '“id” is missing'
  if (typeof text !== 'string' || text.trim() === '') return '“text” is missing or empty'
  if (!Array.isArray(history) || !history.every(isSaid))
    return '“history” must be a list of {"from": "customer"|"bot"|"staff", "text": …}'
  if (!isObject(expect)) return '“expect” must be an object'
  const wrong = Object.entries(expect).find(([name, one]) => !isExpectation(name, one))
  if (wrong) return `“expect.${wrong[0]}” is not decision (answer, clarify or handoff), source, trigger or team`
  return { id: String(id), text, history, expect }
}

function isExpectation(name: string, value: unknown): boolean {
  if (name === 'decision') return value === 'answer' || value === 'clarify' || value === 'handoff'
  return ['source', 'trigger', 'team'].includes(name) && typeof value === 'string'
}

function isSaid(value: unknown): boolean {
  return (
    isObject(value) && ['customer', 'bot', 'staff'].includes(String(value['from'])) && typeof value['text'] === 'string'
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
