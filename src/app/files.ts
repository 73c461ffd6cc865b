// The merchant's two folders: read at the start, read again whenever a file changes.
import type { Problem } from '../core/knowledge/passage.ts'
import type { Feed } from '../ports/feed.ts'
import type { Folder } from '../ports/folder.ts'
import type { Logger } from '../ports/system.ts'
import type { App } from './app.ts'
import type { Prompts } from './needs.ts'
import { createKnowledge, type KnowledgeNeeds } from './sync-knowledge.ts'
import { createPromptFiles, type MissingPrompt, type ReadPrompts } from './sync-prompts.ts'
import { type FolderNews, watchFolder } from './watch-folder.ts'

export interface FilesNeeds extends KnowledgeNeeds {
  knowledge: Folder
  prompts: Folder
  readPrompts: ReadPrompts
  feed: Feed
  logger: Logger
}

export interface Files {
  /** Resolves when everything that is there has been read; from then on changes are followed. */
  load(): Promise<void>
  /** What serves now. */
  prompts(): Prompts
  status: App['files']
  /** What the shipped defaults serve. */
  missing(): readonly MissingPrompt[]
  close(): Promise<void>
}

export function createFiles(needs: FilesNeeds): Files {
  const knowledge = createKnowledge(needs)
  const promptFiles = createPromptFiles({ read: needs.readPrompts, versions: needs.versions, clock: needs.clock })
  const follow = (
    folder: 'knowledge' | 'prompts',
    apply: (news: FolderNews) => Promise<void>,
    problems: () => readonly Problem[],
  ) =>
    watchFolder(needs[folder], needs.clock, needs.logger, async (news) => {
      await apply(news)
      needs.logger.info('files read', { folder, changed: news.changed.length, gone: news.gone.length })
      for (const { source, line, severity, reason } of problems()) {
        if (news.changed.some((file) => file.path === source) || source === '.')
          needs.logger.warn('a file has a problem', { folder, source, line, severity, reason })
      }
      needs.feed.publish({ kind: 'files' })
    })
  const watches = [
    follow('knowledge', knowledge.apply, knowledge.problems),
    follow('prompts', promptFiles.apply, promptFiles.problems),
  ]
  return {
    async load() {
      await Promise.all(watches.map((watch) => watch.load()))
    },
    prompts: promptFiles.prompts,
    missing: promptFiles.missing,
    status: () => ({
      ...knowledge.status(),
      problems: [
        ...knowledge.problems().map((problem) => ({ ...problem, folder: 'knowledge' as const })),
        ...promptFiles.problems().map((problem) => ({ ...problem, folder: 'prompts' as const })),
      ],
    }),
    async close() {
      await Promise.all(watches.map((watch) => watch.stop()))
    },
  }
}
