// The facts about an entry that a merchant may write down, checked: language, end date, audience, link.
import type { Entry } from '../../core/knowledge/passage.ts'
import type { FileProblem } from './decode.ts'

export type Facts = Pick<Entry, 'language' | 'validUntil' | 'audience' | 'link'>

const DAY = 24 * 60 * 60 * 1000

/** Reads the known fields of a record, adding a problem for each that cannot be understood. */
export function factsOf(record: Readonly<Record<string, unknown>>, line: number, problems: FileProblem[]): Facts {
  const language = asText(record.language ?? record.lang)
  const until = record.validUntil ?? record.valid_until
  const audience = asText(record.audience)
  const link = asText(record.link ?? record.url)
  const facts: Facts = {}
  if (language) {
    if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language)) facts.language = canonical(language)
    else
      problems.push(
        warning(line, `language "${language}" is not a code like en, es or pt-BR; the language is told from the text`),
      )
  }
  if (until !== undefined && until !== null && until !== '') {
    const time = endOf(until)
    if (time === undefined) problems.push(refusal(line, `validUntil "${String(until)}" is not a date like 2027-01-31`))
    else facts.validUntil = time
  }
  if (audience) facts.audience = audience.toLowerCase()
  if (link) {
    if (isWebAddress(link)) facts.link = link
    else
      problems.push(
        warning(
          line,
          `link "${link.slice(0, 60)}" is not a web address beginning with http:// or https://; it is left out`,
        ),
      )
  }
  return facts
}

/** A day means until its end (UTC). */
function endOf(value: unknown): number | undefined {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim()
  const time = Date.parse(text)
  if (Number.isNaN(time) || !/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined
  return text.length === 10 ? time + DAY - 1 : time
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language.toLowerCase()
  } catch {
    return language.toLowerCase()
  }
}

/** Trimmed text of a scalar; empty for anything else. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return ''
}

export function warning(line: number, reason: string): FileProblem {
  return { severity: 'warning', line, reason }
}

export function refusal(line: number, reason: string): FileProblem {
  return { severity: 'refused', line, reason }
}
