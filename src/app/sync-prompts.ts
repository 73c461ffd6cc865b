// Keeps policy, sentences and voice equal to the prompts folder, file by file: a refused one leaves its last good
// version in place.
import type { Problem } from '../core/knowledge/passage.ts'
import type { Versions } from '../ports/store.ts'
import type { Clock } from '../ports/system.ts'
import type { Prompts } from './needs.ts'
import type { FolderNews } from './watch-folder.ts'

/** A key, language or file that the shipped default serves. */
export interface MissingPrompt {
  file: string
  language?: string
  key?: string
}

export type ReadPrompts = (files: ReadonlyMap<string, Uint8Array>) => {
  prompts: Prompts
  problems: readonly Problem[]
  missing: readonly MissingPrompt[]
}

export interface PromptFiles {
  apply(news: FolderNews): Promise<void>
  prompts(): Prompts
  problems(): readonly Problem[]
  missing(): readonly MissingPrompt[]
}

export function createPromptFiles(needs: { read: ReadPrompts; versions: Versions; clock: Clock }): PromptFiles {
  let good = new Map<string, Uint8Array>()
  let serving = needs.read(good)
  const problems = new Map<string, readonly Problem[]>()

  return {
    async apply({ changed, gone }) {
      const kept =
        changed.length > 0
          ? new Map((await needs.versions.current('prompts')).map((one) => [one.path, one.bytes]))
          : new Map<string, Uint8Array>()
      const next = new Map(good)
      for (const path of gone) {
        next.delete(path)
        problems.delete(path)
        await needs.versions.retire('prompts', path)
      }
      for (const { path, bytes, hash, trouble } of changed) {
        const found: readonly Problem[] = bytes
          ? needs.read(new Map([[path, bytes]])).problems.filter((problem) => problem.source === path)
          : [{ source: path, severity: 'refused', reason: trouble ?? 'It cannot be read.' }]
        problems.set(path, found)
        const before = next.get(path) ?? kept.get(path)
        if (found.some((problem) => problem.severity === 'refused')) {
          if (before) next.set(path, before)
        } else if (bytes) {
          next.set(path, bytes)
          if (hash) await needs.versions.keep({ kind: 'prompts', path, hash, bytes, at: needs.clock.now() })
        }
      }
      good = next
      serving = needs.read(good)
    },
    prompts: () => serving.prompts,
    problems: () => [...problems.values()].flat(),
    missing: () => serving.missing,
  }
}
