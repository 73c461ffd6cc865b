// The prose files of prompts/: persona.md, answer.md, brief.md.
import { checkPromptFile, type PromptFile } from '../../core/answer/slots.ts'
import { decode, type Finding } from './sheet.ts'

export const TEXT_FILES = ['persona.md', 'answer.md', 'brief.md'] as const satisfies readonly PromptFile[]

/** `text` is absent when a problem is `refused`. */
export function readText(file: PromptFile, bytes: Uint8Array): { text?: string; findings: Finding[] } {
  const findings: Finding[] = []
  const text = decode(bytes, findings)
  if (text === undefined) return { findings }
  findings.push(...checkPromptFile(file, text))
  return findings.some((one) => one.severity === 'refused') ? { findings } : { text, findings }
}
