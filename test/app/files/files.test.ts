// The merchant's folders, followed on a real disk.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLexicalIndex } from '../../../src/adapters/index/index.ts'
import { readerOf } from '../../../src/adapters/knowledge/index.ts'
import { createLanguage } from '../../../src/adapters/language/language.ts'
import { createMemoryStore } from '../../../src/adapters/store/index.ts'
import { systemClock } from '../../../src/adapters/system/clock.ts'
import { createFeed } from '../../../src/adapters/system/feed.ts'
import { openFolder } from '../../../src/adapters/system/folder.ts'
import { createFiles, type Files } from '../../../src/app/files.ts'
import { readPrompts } from '../../../src/config/prompts/read-prompts.ts'
import type { PassageIndex } from '../../../src/ports/passage-index.ts'
import type { Store } from '../../../src/ports/store.ts'

const language = createLanguage()
const silent = { debug() {}, info() {}, warn() {}, error() {} }
let folder: string
let store: Store
let index: PassageIndex
let files: Files

const open = async (): Promise<void> => {
  index = createLexicalIndex({ language, worker: false })
  files = createFiles({
    knowledge: openFolder(join(folder, 'knowledge')),
    prompts: openFolder(join(folder, 'prompts')),
    readerOf,
    readPrompts,
    detect: (text) => language.detect(text),
    index,
    versions: store.versions,
    clock: systemClock,
    logger: silent,
    feed: createFeed(),
  })
  await files.load()
}

const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, 'knowledge', name), text)
const best = async (question: string): Promise<string | undefined> => {
  const { hits } = await index.search({ text: question, language: 'en', limit: 1, now: Date.now() })
  return hits[0]?.passage.text
}
const problemOf = (source: string) => files.status().problems.find((problem) => problem.source === source)
/** The promise: two seconds after saving. */
const soon = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 2000, interval: 20 })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-files-'))
  mkdirSync(join(folder, 'knowledge'))
  cpSync(resolve(import.meta.dirname, '../../../prompts'), join(folder, 'prompts'), { recursive: true })
  write('delivery.md', '# Delivery\n\n## How long does delivery take?\n\nThree days.\n')
  write('hours.txt', 'Q: When are you open?\nA: From nine to five.\n')
  store = createMemoryStore()
  await open()
})

afterEach(async () => {
  await files.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('saving a file is deploying it', () => {
  it('[A13] an edited file answers anew within two seconds', async () => {
    expect(await best('How long does delivery take?')).toBe('Three days.')
    write('delivery.md', '# Delivery\n\n## How long does delivery take?\n\nFive days.\n')
    await soon(async () => expect(await best('How long does delivery take?')).toBe('Five days.'))
  })

  it('a new one joins, a renamed one keeps its answers, a deleted one is forgotten', async () => {
    write('gifts.csv', 'question,answer\nDo you wrap gifts?,Yes: for two euros.\n')
    await soon(async () => expect(await best('Do you wrap gifts?')).toBe('Yes: for two euros.'))
    renameSync(join(folder, 'knowledge/gifts.csv'), join(folder, 'knowledge/presents.csv'))
    await soon(() => expect(files.status().files).toBe(3))
    expect(await best('Do you wrap gifts?')).toBe('Yes: for two euros.')
    unlinkSync(join(folder, 'knowledge/presents.csv'))
    await soon(() => expect(files.status().files).toBe(2))
    expect(await best('Do you wrap gifts?')).not.toBe('Yes: for two euros.')
  })

  it('a file that is still being written is not read half', async () => {
    write('faq.jsonl', '{"question": "Do you ship to Malta?", ')
    const seen: unknown[] = []
    for (let i = 0; i < 6; i++) {
      appendFileSync(join(folder, 'knowledge/faq.jsonl'), ' ')
      await new Promise((resolve) => setTimeout(resolve, 100))
      seen.push(problemOf('faq.jsonl'))
    }
    appendFileSync(join(folder, 'knowledge/faq.jsonl'), '"answer": "Yes, in six days."}\n')
    await soon(async () => expect(await best('Do you ship to Malta?')).toBe('Yes, in six days.'))
    expect(seen.filter(Boolean)).toEqual([])
  })
})

describe('a broken file', () => {
  const broken: [string, string | Uint8Array, RegExp, number?][] = [
    ['latin.md', new Uint8Array([0x23, 0x20, 0x41, 0x0a, 0x0a, 0xe9, 0x74, 0xe9, 0x0a]), /UTF-8/, 3],
    ['open-quote.csv', 'question,answer\nFine?,Yes\n"Broken?,No\n', /quot/i, 3],
    ['empty.md', '', /empty/i],
    [
      'picture.md',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      /PNG|picture|image|binary/i,
    ],
    ['huge.txt', new Uint8Array(60 * 1024 * 1024).fill(65), /60 MB.*20 MB/],
    ['half.json', '[{"question": "Is this whole?", "answer": "N', /JSON|end/i, 1],
  ]

  it.each(broken)('%s is named with its reason, and the others go on serving', async (name, bytes, reason, line) => {
    write(name, bytes)
    await soon(() => expect(problemOf(name)).toMatchObject({ severity: 'refused', folder: 'knowledge' }))
    expect(problemOf(name)?.reason).toMatch(reason)
    if (line) expect(problemOf(name)?.line).toBe(line)
    expect(await best('How long does delivery take?')).toBe('Three days.')
  })

  it('leaves its last good version serving, also after a restart', async () => {
    write('hours.txt', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))
    await soon(() => expect(problemOf('hours.txt')).toBeDefined())
    expect(await best('When are you open?')).toBe('From nine to five.')
    await files.close()
    await open()
    expect(problemOf('hours.txt')).toBeDefined()
    expect(await best('When are you open?')).toBe('From nine to five.')
  })

  it('stops being a problem when it is mended or deleted', async () => {
    write('new.csv', 'question,answer\n"Broken?,No\n')
    await soon(() => expect(problemOf('new.csv')).toBeDefined())
    write('new.csv', 'question,answer\nBroken?,No\n')
    await soon(() => expect(problemOf('new.csv')).toBeUndefined())
    expect(await best('Broken?')).toBe('No')
  })
})

describe('prompts', () => {
  const prompt = (name: string, text: string): void => writeFileSync(join(folder, 'prompts', name), text)

  it('serve what was saved, and name a mistake with its line while the last good version goes on', async () => {
    prompt('policy.yaml', 'shop:\n  name: New Shop\n')
    await soon(() => expect(files.prompts().policy.shop.name).toBe('New Shop'))
    prompt('policy.yaml', 'shop:\n  name: Newer Shop\n  colour: blue\n')
    await soon(() =>
      expect(problemOf('policy.yaml')).toMatchObject({ line: 3, severity: 'refused', folder: 'prompts' }),
    )
    expect(files.prompts().policy.shop.name).toBe('New Shop')
  })

  it('refuse an unknown placeholder and miss a required one, with the line', async () => {
    prompt('messages.yaml', 'en:\n  notice: A colleague of {{team}} will answer.\n  handBack: Back from {{nmae}}.\n')
    await soon(() => expect(problemOf('messages.yaml')).toMatchObject({ line: 3 }))
    prompt('answer.md', 'Answer as {{persona}}.\n{{passages}}\n{{history}}\n')
    await soon(() => expect(problemOf('answer.md')?.reason).toMatch(/messages/))
  })

  it('fall back to the shipped default when a file is deleted, and say so', async () => {
    unlinkSync(join(folder, 'prompts/messages.yaml'))
    await soon(() => expect(files.missing()).toContainEqual({ file: 'messages.yaml' }))
    expect(files.prompts().messages['en']?.notice).toContain('{{team}}')
  })
})
