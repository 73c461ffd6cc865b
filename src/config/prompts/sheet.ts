// A YAML file being read: its values checked one by one, every problem noted with its line.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Problem } from '../../core/knowledge/passage.ts'
import { closest } from '../closest.ts'

export type Finding = Omit<Problem, 'source'>

/** A value of the file; `path` names it as a merchant would, e.g. `limits.fallbacks`. */
export interface Field {
  path: string
  line: number
  /** The yaml package's node; only this file looks inside. */
  node: unknown
}

export interface Sheet {
  root: Field | undefined
  findings: Finding[]
  /** The file's text, for finding a placeholder's line. */
  text: string
  lineAt(offset: number): number
}

/** Larger files are no settings. */
const LARGEST = 1_000_000

/** Reads UTF-8 bytes as one YAML document; what is wrong with it as a whole is in `findings`. */
export function openSheet(bytes: Uint8Array): Sheet {
  const findings: Finding[] = []
  const lines = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const text = decode(bytes, findings)
  if (text === undefined) return { root: undefined, findings, text: '', lineAt }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  for (const error of document.errors)
    findings.push(refusal(lineAt(error.pos[0]), yamlReason(error.code, error.message)))
  if (findings.length > 0) return { root: undefined, findings, text, lineAt }
  if (!isMap(document.contents)) {
    const empty = document.contents === null
    findings.push(
      refusal(
        1,
        empty
          ? 'The file is empty. Delete it to use the shipped one.'
          : 'The file must be a list of `name: value` lines.',
      ),
    )
    return { root: undefined, findings, text, lineAt }
  }
  return { root: { path: '', line: 1, node: document.contents }, findings, text, lineAt }
}

/** The fields of a mapping. With `known`, any other name is a problem, with a suggestion. */
export function fields(sheet: Sheet, field: Field | undefined, known?: readonly string[]): Map<string, Field> {
  const found = new Map<string, Field>()
  if (!field || isNothing(field.node)) return found
  if (!isMap(field.node)) {
    refuse(sheet, field, 'must be a list of `name: value` lines')
    return found
  }
  for (const { key, value } of field.node.items) {
    const line = sheet.lineAt(offsetOf(key))
    const name = isScalar(key) ? String(key.value) : ''
    const path = field.path === '' ? name : `${field.path}.${name}`
    if (isAlias(value) || isAlias(key))
      sheet.findings.push(refusal(line, `${path}: write the value itself instead of an alias (*).`))
    else if (known && !known.includes(name)) sheet.findings.push(refusal(line, unknownName(path, name, known)))
    else found.set(name, { path, line, node: value })
  }
  return found
}

/** The members of a list; a field left empty is an empty list. */
export function members(sheet: Sheet, field: Field | undefined): Field[] {
  if (!field || isNothing(field.node)) return []
  if (!isSeq(field.node)) {
    refuse(sheet, field, 'must be a list, e.g. [one, two]')
    return []
  }
  return field.node.items.map((node, i) => ({
    path: `${field.path}[${i + 1}]`,
    line: sheet.lineAt(offsetOf(node)),
    node,
  }))
}

/** Text that is not empty. Numbers are taken as they are written. */
export function text(sheet: Sheet, field: Field | undefined, max = 200): string | undefined {
  if (!field) return undefined
  const value = isScalar(field.node) ? field.node.value : undefined
  const read = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : undefined
  if (read === undefined || read === '') return refuse(sheet, field, 'must be text')
  if (read.length > max) return refuse(sheet, field, `is ${read.length} characters long; at most ${max} fit`)
  return read
}

export function texts(sheet: Sheet, field: Field | undefined): string[] | undefined {
  if (!field) return undefined
  return members(sheet, field).flatMap((one) => text(sheet, one) ?? [])
}

export function number(
  sheet: Sheet,
  field: Field | undefined,
  range: { min: number; max: number; whole?: true },
): number | undefined {
  if (!field) return undefined
  const value = isScalar(field.node) ? field.node.value : undefined
  const fits = typeof value === 'number' && value >= range.min && value <= range.max
  if (fits && (!range.whole || Number.isInteger(value))) return value
  return refuse(sheet, field, `must be a ${range.whole ? 'whole ' : ''}number from ${range.min} to ${range.max}`)
}

export function flag(sheet: Sheet, field: Field | undefined): boolean | undefined {
  if (!field) return undefined
  const value = isScalar(field.node) ? field.node.value : undefined
  return typeof value === 'boolean' ? value : refuse(sheet, field, 'must be true or false')
}

export function choice<T extends string>(sheet: Sheet, field: Field | undefined, options: readonly T[]): T | undefined {
  if (!field) return undefined
  const value = isScalar(field.node) ? field.node.value : undefined
  return options.find((one) => one === value) ?? refuse(sheet, field, `must be one of: ${options.join(', ')}`)
}

/** Notes a problem; returns undefined, for the reader of the value. */
export function refuse(sheet: Sheet, field: Field, what: string, line = field.line): undefined {
  const gap = what.startsWith(':') ? '' : ' '
  sheet.findings.push(refusal(line, `${field.path || 'The file'}${gap}${what}.`))
  return undefined
}

export function warn(sheet: Sheet, field: Field, what: string): void {
  sheet.findings.push({ line: field.line, severity: 'warning', reason: `${field.path} ${what}.` })
}

/** The line of the first occurrence of `part` in the field's own text. */
export function lineOf(sheet: Sheet, field: Field, part: string): number {
  const start = offsetOf(field.node)
  const at = sheet.text.indexOf(part, start)
  return at < 0 ? field.line : sheet.lineAt(at)
}

/** Bytes as text, or the reason why they are none. */
export function decode(bytes: Uint8Array, findings: Finding[]): string | undefined {
  if (bytes.length > LARGEST) {
    findings.push({ severity: 'refused', reason: 'The file is larger than 1 MB: this is no settings file.' })
    return undefined
  }
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!read.includes('\u0000')) return read
  } catch {
    // Reported below, with the binary case.
  }
  findings.push({ severity: 'refused', reason: 'The file is not UTF-8 text. Save it again as UTF-8.' })
  return undefined
}

function unknownName(path: string, name: string, known: readonly string[]): string {
  const meant = closest(name, known)
  return `${path} is unknown here. ${meant ? `Did you mean ${meant}?` : `Known are: ${known.join(', ')}.`}`
}

function yamlReason(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This name stands here twice. Keep one of them.'
  if (code === 'MULTIPLE_DOCS') return 'A second document begins here (---). Keep one.'
  return `This is not valid YAML: ${message.split('\n')[0]}.`
}

function refusal(line: number, reason: string): Finding {
  return { line, severity: 'refused', reason }
}

function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null)
}

function offsetOf(node: unknown): number {
  const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0
}
