// Keeps the index equal to the knowledge folder. A refused file changes nothing: its last good version serves, also
// after a restart.

import type { Passage, Problem } from '../core/knowledge/passage.ts'
import { marksSample } from '../core/knowledge/sample.ts'
import { toPassages } from '../core/knowledge/split.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { Reader } from '../ports/reader.ts'
import type { Versions } from '../ports/store.ts'
import type { Clock } from '../ports/system.ts'
import type { ChangedFile, FolderNews } from './watch-folder.ts'

export interface KnowledgeNeeds {
  readerOf(path: string): Reader | undefined
  detect(text: string): { language: string; sure: number }
  index: PassageIndex
  versions: Versions
  clock: Clock
}

export interface Knowledge {
  apply(news: FolderNews): Promise<void>
  problems(): readonly Problem[]
  status(): { entries: number; files: number; sample: boolean }
}

export function createKnowledge(needs: KnowledgeNeeds): Knowledge {
  const problems = new Map<string, Problem[]>()
  const entries = new Map<string, number>()
  const samples = new Set<string>()
  let folderProblems: Problem[] = []
  /** What served before this start: for files that cannot be read now, and to keep no version twice. */
  let kept: Map<string, { hash: string; bytes: Uint8Array }> | undefined
  const before = async () => {
    kept ??= new Map((await needs.versions.current('knowledge')).map((version) => [version.path, version]))
    return kept
  }
  const take = async (
    path: string,
    bytes: Uint8Array,
  ): Promise<{ passages: Passage[]; problems: Problem[]; count: number } | Problem[]> => {
    const reader = needs.readerOf(path)
    if (!reader)
      return [
        {
          source: path,
          severity: 'warning',
          reason: 'Nobody reads this kind of file. Use .md, .txt, .csv, .tsv, .json, .jsonl or .html.',
        },
      ]
    const read = await reader.read(bytes, path)
    const found = read.problems.map((problem) => ({ ...problem, source: path }))
    if (found.some((problem) => problem.severity === 'refused')) return found
    return { passages: toPassages(path, read, needs.detect), problems: found, count: read.entries.length }
  }
  const change = async (file: ChangedFile, changes: Map<string, readonly Passage[]>): Promise<void> => {
    const { path, bytes, hash, trouble } = file
    const taken = bytes
      ? await take(path, bytes)
      : [{ source: path, severity: 'refused' as const, reason: trouble ?? 'It cannot be read.' }]
    if (Array.isArray(taken)) {
      problems.set(path, taken)
      if (!entries.has(path)) await restore(path, changes)
      return
    }
    problems.set(path, taken.problems)
    if (bytes && hash && (await before()).get(path)?.hash !== hash) {
      await needs.versions.keep({ kind: 'knowledge', path, hash, bytes, at: needs.clock.now() })
      kept?.set(path, { hash, bytes })
    }
    if (bytes) accept(path, bytes, taken, changes)
  }
  /** The last good version of a file serves again. */
  const restore = async (path: string, changes: Map<string, readonly Passage[]>): Promise<void> => {
    const bytes = (await before()).get(path)?.bytes
    const taken = bytes && (await take(path, bytes))
    if (bytes && taken && !Array.isArray(taken)) accept(path, bytes, taken, changes)
  }
  const forget = async (path: string): Promise<void> => {
    entries.delete(path)
    samples.delete(path)
    problems.delete(path)
    ;(await before()).delete(path)
    await needs.versions.retire('knowledge', path)
  }
  const accept = (
    path: string,
    bytes: Uint8Array,
    taken: { passages: Passage[]; count: number },
    changes: Map<string, readonly Passage[]>,
  ): void => {
    changes.set(path, taken.passages)
    entries.set(path, taken.count)
    if (marksSample(path, new TextDecoder().decode(bytes.subarray(0, 4096)))) samples.add(path)
    else samples.delete(path)
  }

  return {
    async apply({ changed, gone, vanished, absent, all }) {
      const changes = new Map<string, readonly Passage[]>()
      for (const file of changed) await change(file, changes)
      for (const path of gone) {
        changes.set(path, [])
        await forget(path)
      }
      // A start: what was deleted meanwhile is forgotten, but a folder that is not there deletes nothing.
      const there = new Set(changed.map((file) => file.path))
      const others = all ? [...(await before()).keys()].filter((path) => !there.has(path)) : []
      for (const path of others) await (absent ? restore(path, changes) : forget(path))
      folderProblems = folderTrouble(vanished, absent)
      if (changes.size > 0) await needs.index.update(changes)
    },
    problems: () => [...folderProblems, ...[...problems.values()].flat()],
    status: () => ({
      entries: [...entries.values()].reduce((sum, count) => sum + count, 0),
      files: entries.size,
      sample: samples.size > 0,
    }),
  }
}

function folderTrouble(vanished: number, absent: boolean): Problem[] {
  if (absent)
    return [
      {
        source: '.',
        severity: 'refused',
        reason: 'The folder is not there. What was read from it before goes on serving.',
      },
    ]
  if (vanished === 0) return []
  const reason = `${vanished} files vanished at once. Their last versions go on serving: put the files back, or restart Baton if they are meant to be gone.`
  return [{ source: '.', severity: 'refused', reason }]
}
