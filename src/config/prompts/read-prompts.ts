// The folder prompts/ as a whole: what serves, what is wrong, and what the shipped defaults fill in.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PromptFile } from '../../core/answer/slots.ts'
import type { Policy } from '../../core/handoff/policy.ts'
import type { Problem } from '../../core/knowledge/passage.ts'
import type { Messages } from '../../core/messages.ts'
import { closest } from '../closest.ts'
import { missingMessages, overlay, readMessages } from './messages.ts'
import { readPolicy, type Settings } from './policy.ts'
import type { Finding } from './sheet.ts'
import { readText, TEXT_FILES } from './texts.ts'

/** The file's name, and within it the language and key, that the shipped default serves; a bare name is a whole file. */
export interface Missing {
  file: string
  language?: string
  key?: string
}

export interface Prompts {
  policy: Policy
  messages: Messages
  persona: string
  answer: string
  brief: string
}

export interface ReadPrompts {
  prompts: Prompts
  problems: Problem[]
  missing: Missing[]
}

export type PromptFiles = ReadonlyMap<string, Uint8Array>

interface Shipped {
  files: PromptFiles
  settings: Settings
  messages: Messages
}

const KNOWN = ['policy.yaml', 'messages.yaml', ...TEXT_FILES]
const DEFAULTS = join(import.meta.dirname, '..', 'defaults')

let shippedOnce: Shipped | undefined

/** The defaults that come with the program; they are complete, and a test keeps them so. */
export function shipped(): Shipped {
  if (shippedOnce) return shippedOnce
  const files = new Map(readdirSync(DEFAULTS).map((name) => [name, new Uint8Array(readFileSync(join(DEFAULTS, name)))]))
  const settings = readPolicy(files.get('policy.yaml') ?? new Uint8Array()).settings
  const messages = readMessages(files.get('messages.yaml') ?? new Uint8Array()).messages
  if (!settings || !messages) throw new Error(`The shipped files in ${DEFAULTS} are damaged. Install Baton again.`)
  shippedOnce = { files, settings, messages }
  return shippedOnce
}

/** Reads the merchant's files, by path; a refused or missing file is served by its shipped default. Never throws. */
export function readPrompts(files: PromptFiles): ReadPrompts {
  const base = shipped()
  const problems: Problem[] = []
  const missing: Missing[] = []
  const own = <T>(file: string, read: (bytes: Uint8Array) => T & { findings: Finding[] }): T | undefined => {
    const bytes = files.get(file)
    if (!bytes) {
      missing.push({ file })
      return undefined
    }
    const result = read(bytes)
    problems.push(...result.findings.map((finding) => ({ source: file, ...finding })))
    return result
  }
  const policy = own('policy.yaml', (bytes) => readPolicy(bytes, base.settings))
  if (policy?.settings) missing.push(...policy.missing.map((key) => ({ file: 'policy.yaml', key })))
  const sentences = own('messages.yaml', readMessages)?.messages
  if (sentences) {
    missing.push(...missingMessages(base.messages, sentences).map((one) => ({ file: 'messages.yaml', ...one })))
  }
  const prose = (file: PromptFile) => own(file, (bytes) => readText(file, bytes))?.text ?? shippedText(file, base)
  const prompts: Prompts = {
    policy: {
      ...(policy?.settings ?? base.settings),
      hash: hashOf(files.get('policy.yaml'), base.files.get('policy.yaml')),
    },
    messages: sentences ? overlay(base.messages, sentences) : base.messages,
    persona: prose('persona.md'),
    answer: prose('answer.md'),
    brief: prose('brief.md'),
  }
  problems.push(...strangers(files))
  return { prompts, problems, missing }
}

function shippedText(file: PromptFile, base: Shipped): string {
  return new TextDecoder().decode(base.files.get(file))
}

function hashOf(...parts: (Uint8Array | undefined)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part ?? '').update('\u0000')
  return hash.digest('hex').slice(0, 16)
}

/** Files that nothing reads: most likely a mistyped name. */
function strangers(files: PromptFiles): Problem[] {
  return [...files.keys()]
    .filter((path) => !KNOWN.includes(path) && !/^readme(\.md)?$/i.test(path))
    .map((source) => {
      const meant = closest(source, KNOWN)
      const reason = `Nothing reads this file. ${meant ? `Did you mean ${meant}?` : `Known are: ${KNOWN.join(', ')}.`}`
      return { source, severity: 'warning' as const, reason }
    })
}
