// How long a search takes at 1,000, 10,000 and 100,000 passages, and what the index weighs.
import { createLexicalIndex } from '../src/adapters/index/index.ts'
import { createLanguage } from '../src/adapters/language/language.ts'
import type { Passage } from '../src/core/knowledge/passage.ts'
import { createChance, makeEntry } from './corpus.ts'
import type { Figure } from './figure.ts'

const MB = 1024 * 1024
const QUESTIONS = 500

export async function run(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of [1000, 10_000, 100_000]) figures.push(...(await at(size)))
  return figures
}

async function at(size: number): Promise<Figure[]> {
  const before = weight()
  const passages = makePassages(size)
  const index = createLexicalIndex({ language: createLanguage() })
  await index.update(new Map([['made.csv', passages]]))
  const after = weight()
  const chance = createChance(99)
  const times: number[] = []
  for (let i = 0; i < QUESTIONS; i++) {
    const text = ask(passages[Math.floor(chance() * size)]?.title ?? '', i, chance)
    const start = performance.now()
    await index.search({ text, language: 'en', limit: 5, now: 0 })
    times.push(performance.now() - start)
  }
  await index.close()
  times.sort((a, b) => a - b)
  const name = size.toLocaleString('en')
  return [
    { name: `query: p50 at ${name} passages`, value: times[QUESTIONS / 2] ?? 0, unit: 'ms' },
    {
      name: `query: p99 at ${name} passages`,
      value: times[Math.floor(QUESTIONS * 0.99)] ?? 0,
      unit: 'ms',
      ...(size === 10_000 ? { goal: 15 } : {}),
    },
    { name: `query: index and passages at ${name}`, value: (after - before) / MB, unit: 'MB' },
  ]
}

/** Every second question has a slip in it, as customers' have. */
function ask(title: string, i: number, chance: () => number): string {
  if (i % 2 === 0) return title
  const at = 8 + Math.floor(chance() * (title.length - 10))
  return title.slice(0, at) + title.slice(at + 1)
}

function makePassages(count: number): Passage[] {
  const chance = createChance(7)
  return Array.from({ length: count }, (_, i) => {
    const { question, answer } = makeEntry(chance)
    const place = String(i + 2)
    return {
      id: `made.csv#${place}`,
      source: 'made.csv',
      place,
      title: question,
      questions: [question],
      text: answer,
      language: 'en',
      headings: ['Made'],
      line: i + 2,
    }
  })
}

/** Live heap and buffers; exact only when the collector can be asked (`--expose-gc`). */
function weight(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
