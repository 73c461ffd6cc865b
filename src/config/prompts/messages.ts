// prompts/messages.yaml: every sentence that a customer can read, by language.
import { checkTemplate } from '../../core/answer/template.ts'
import type { MessageKey, Messages } from '../../core/messages.ts'
import { MESSAGE_KEYS, MESSAGE_SLOTS } from './message-slots.ts'
import { isLanguage } from './policy.ts'
import { type Field, type Finding, fields, lineOf, openSheet, refuse, type Sheet, text } from './sheet.ts'

export interface ReadMessages {
  /** Absent when a problem is `refused`. */
  messages?: Messages
  findings: Finding[]
}

const LONGEST = 1000

export function readMessages(bytes: Uint8Array): ReadMessages {
  const sheet = openSheet(bytes)
  const { findings } = sheet
  if (!sheet.root) return { findings }
  const messages: Record<string, Partial<Record<MessageKey, string>>> = {}
  for (const [language, section] of fields(sheet, sheet.root)) {
    if (!isLanguage(language)) refuse(sheet, section, 'must be a language such as en or pt-BR')
    const own: Partial<Record<MessageKey, string>> = {}
    for (const [key, field] of fields(sheet, section, MESSAGE_KEYS)) {
      const read = text(sheet, field, LONGEST)
      if (read === undefined) continue
      checkSlots(sheet, field, key as MessageKey, read)
      own[key as MessageKey] = read
    }
    messages[language] = own
  }
  return findings.some((one) => one.severity === 'refused') ? { findings } : { messages, findings }
}

/** The merchant's sentences over the shipped ones, key by key. */
export function overlay(shipped: Messages, own: Messages): Messages {
  const languages = new Set([...Object.keys(shipped), ...Object.keys(own)])
  return Object.fromEntries([...languages].map((one) => [one, { ...shipped[one], ...own[one] }]))
}

/** What the shipped sentences serve: whole languages, or single keys of a language. */
export function missingMessages(shipped: Messages, own: Messages): { language: string; key?: MessageKey }[] {
  const languages = [...new Set([...Object.keys(shipped), ...Object.keys(own)])]
  return languages.flatMap((language) => {
    const has = own[language]
    if (!has) return [{ language }]
    return MESSAGE_KEYS.filter((key) => !has[key]).map((key) => ({ language, key }))
  })
}

function checkSlots(sheet: Sheet, field: Field, key: MessageKey, value: string): void {
  const { required, optional = [] } = MESSAGE_SLOTS[key]
  const source = value.split('\n')
  for (const problem of checkTemplate(value, { required, optional })) {
    const braces = source[problem.line - 1]?.match(/\{\{?[^{}\n]*\}?\}?/)?.[0]
    refuse(sheet, field, `: ${problem.reason.replace(/\.$/, '')}`, braces ? lineOf(sheet, field, braces) : field.line)
  }
}
