// What a start makes of the versions that served before it.
import { beforeEach, describe, expect, it } from 'vitest'
import { createLexicalIndex } from '../../../src/adapters/index/index.ts'
import { readerOf } from '../../../src/adapters/knowledge/index.ts'
import { createLanguage } from '../../../src/adapters/language/language.ts'
import { createMemoryStore } from '../../../src/adapters/store/index.ts'
import { systemClock } from '../../../src/adapters/system/clock.ts'
import { createKnowledge, type Knowledge } from '../../../src/app/sync-knowledge.ts'
import type { ChangedFile } from '../../../src/app/watch-folder.ts'
import type { PassageIndex } from '../../../src/ports/passage-index.ts'
import type { Store, Versions } from '../../../src/ports/store.ts'

const language = createLanguage()
let store: Store
let index: PassageIndex
let knowledge: Knowledge
/** The paths whose versions were written, in order. */
let kept: string[]

const file = (path: string, answer: string): ChangedFile => ({
  path,
  bytes: new TextEncoder().encode(`# Help\n\n## What about ${path}?\n\n${answer}\n`),
  hash: `${path}:${answer}`,
})
const start = async (files: readonly ChangedFile[], absent = false): Promise<void> => {
  index = createLexicalIndex({ language, worker: false })
  const versions: Versions = {
    ...store.versions,
    keep: (version) => {
      kept.push(version.path)
      return store.versions.keep(version)
    },
  }
  knowledge = createKnowledge({
    readerOf,
    detect: (text) => language.detect(text),
    index,
    versions,
    clock: systemClock,
  })
  await knowledge.apply({ changed: files, gone: [], vanished: 0, absent, all: true })
}
const answer = async (path: string): Promise<string | undefined> => {
  const { hits } = await index.search({ text: `What about ${path}?`, language: 'en', limit: 9, now: 0 })
  return hits.find((hit) => hit.passage.source === path)?.passage.text
}

beforeEach(async () => {
  store = createMemoryStore()
  kept = []
  await start([file('a.md', 'First.'), file('b.md', 'Second.')])
})

describe('after a restart', () => {
  it('what has not changed is not written again', async () => {
    await start([file('a.md', 'First.'), file('b.md', 'Changed.')])
    expect(kept).toEqual(['a.md', 'b.md', 'b.md'])
    expect(await answer('b.md')).toBe('Changed.')
  })

  it('a file that was broken meanwhile is served by its last good version', async () => {
    await start([file('a.md', 'First.'), { path: 'b.md', bytes: new Uint8Array([0xff, 0xfe, 0x00]), hash: 'x' }])
    expect(await answer('b.md')).toBe('Second.')
    expect(knowledge.problems().map((problem) => problem.source)).toEqual(['b.md'])
  })

  it('a file that was deleted meanwhile is forgotten, for good', async () => {
    await start([file('a.md', 'First.')])
    expect(await answer('b.md')).toBeUndefined()
    expect((await store.versions.current('knowledge')).map((version) => version.path)).toEqual(['a.md'])
  })

  it('a folder that is not there deletes nothing: its last good versions serve, and it is told', async () => {
    await start([], true)
    expect(await answer('a.md')).toBe('First.')
    expect(knowledge.status()).toMatchObject({ files: 2, entries: 2 })
    expect(knowledge.problems()[0]?.reason).toContain('not there')
  })
})
