// The shipped sample shop, asked as customers ask: other words, slips, Spanish, and things it knows nothing of.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLexicalIndex } from '../../../src/adapters/index/index.ts'
import { readerOf } from '../../../src/adapters/knowledge/index.ts'
import { createLanguage } from '../../../src/adapters/language/language.ts'
import { confidenceOf } from '../../../src/core/answer/confidence.ts'
import type { Passage } from '../../../src/core/knowledge/passage.ts'
import { marksSample } from '../../../src/core/knowledge/sample.ts'
import { toPassages } from '../../../src/core/knowledge/split.ts'

const folder = join(import.meta.dirname, '../../../knowledge')
const questions = readFileSync(join(import.meta.dirname, '../../fixtures/knowledge/sample-questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { q: string; source?: string })

const language = createLanguage()
const index = createLexicalIndex({ language })
const passages = new Map<string, Passage[]>()
const problems: string[] = []

beforeAll(async () => {
  for (const source of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const reader = readerOf(source)
    if (!reader) continue
    const file = await reader.read(readFileSync(join(folder, source)), source)
    problems.push(...file.problems.map(({ reason }) => `${source}: ${reason}`))
    passages.set(
      source,
      toPassages(source, file, (text) => language.detect(text, ['en'])),
    )
  }
  await index.update(passages)
})
afterAll(() => index.close())

async function ask(q: string): Promise<{ source: string | undefined; confidence: number }> {
  const tongue = language.detect(q, index.languages()).language
  const { hits, evidence } = await index.search({ text: q, language: tongue, limit: 3, now: Date.now() })
  return { source: hits[0]?.passage.source, confidence: confidenceOf(evidence).confidence }
}

describe('the sample shop', () => {
  it('is whole: five formats, two languages, at least 70 entries, nothing wrong with them', () => {
    expect(problems).toEqual([])
    const all = [...passages.values()].flat()
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(70)
    const kinds = new Set([...passages.keys()].map((source) => source.split('.').at(-1)))
    expect([...kinds].sort()).toEqual(['csv', 'html', 'json', 'jsonl', 'md', 'txt'])
    expect(index.languages()).toEqual(['en', 'es'])
  })

  it('is marked as the sample', () => {
    expect(marksSample('about-olive-and-oak.md', readFileSync(join(folder, 'about-olive-and-oak.md'), 'utf8'))).toBe(
      true,
    )
  })

  it('has the right source as best hit for at least 90 % of ordinary questions', async () => {
    const asked = questions.filter(({ source }) => source !== undefined)
    expect(asked.length).toBeGreaterThanOrEqual(40)
    const missed: string[] = []
    for (const { q, source } of asked) if ((await ask(q)).source !== source) missed.push(q)
    expect(missed.length / asked.length, missed.join('\n')).toBeLessThanOrEqual(0.1)
  })

  it('is sure enough to answer at least 85 % of them without a model [T19]', async () => {
    const asked = questions.filter(({ source }) => source !== undefined)
    const unsure: string[] = []
    for (const { q } of asked) if ((await ask(q)).confidence < 0.7) unsure.push(q)
    expect(unsure.length / asked.length, unsure.join('\n')).toBeLessThanOrEqual(0.15)
  })

  it('is not sure of at least 90 % of questions that it does not answer [T22] [P5]', async () => {
    const asked = questions.filter(({ source }) => source === undefined)
    expect(asked.length).toBeGreaterThanOrEqual(30)
    const sure: string[] = []
    for (const { q } of asked) if ((await ask(q)).confidence >= 0.65) sure.push(q)
    expect(sure.length / asked.length, sure.join('\n')).toBeLessThanOrEqual(0.1)
  })
})
