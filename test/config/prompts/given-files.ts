// Files of prompts/ as text, for tests.
import type { PromptFiles } from '../../../src/config/prompts/read-prompts.ts'

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function filesOf(files: Readonly<Record<string, string>>): PromptFiles {
  return new Map(Object.entries(files).map(([path, text]) => [path, bytesOf(text)]))
}
