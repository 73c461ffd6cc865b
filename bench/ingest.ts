// How fast 10,000 FAQ entries become searchable, how fast one edited file does, and what that costs in memory.

import { createLexicalIndex } from '../src/adapters/index/index.ts'
import { csv } from '../src/adapters/knowledge/csv.ts'
import { createLanguage } from '../src/adapters/language/language.ts'
import type { Passage } from '../src/core/knowledge/passage.ts'
import { toPassages } from '../src/core/knowledge/split.ts'
import { faqCsv } from './corpus.ts'
import type { Figure } from './figure.ts'

const ENTRIES = 10_000
const MB = 1024 * 1024

export async function run(): Promise<Figure[]> {
  const language = createLanguage()
  const index = createLexicalIndex({ language })
  const files = Array.from({ length: 100 }, (_, i) => [`faq-${i}.csv`, faqCsv(ENTRIES / 100, i)] as const)
  const read = async (source: string, text: string): Promise<Passage[]> =>
    toPassages(source, await csv.read(new TextEncoder().encode(text), source), (one) => language.detect(one, ['en']))
  const memory = watchMemory()

  const start = performance.now()
  const changes = new Map<string, Passage[]>()
  for (const [source, text] of files) changes.set(source, await read(source, text))
  await index.update(changes)
  const searchable = performance.now() - start
  const grown = memory.stop()

  const edits: number[] = []
  for (let round = 0; round < 10; round++) {
    const began = performance.now()
    await index.update(new Map([['faq-7.csv', await read('faq-7.csv', faqCsv(ENTRIES / 100, 7, `edited ${round}`))]]))
    edits.push(performance.now() - began)
  }
  const size = index.size()
  await index.close()
  return [
    { name: 'ingest: 10,000 entries searchable', value: searchable, unit: 'ms', goal: 3000 },
    { name: 'ingest: peak memory of the process while building', value: grown, unit: 'MB', goal: 250 },
    {
      name: 'ingest: one edited file of 100 entries, slowest of ten',
      value: Math.max(...edits),
      unit: 'ms',
      goal: 200,
    },
    { name: 'ingest: passages', value: size, unit: 'passages' },
  ]
}

/** Peak resident size, sampled. */
function watchMemory(): { stop(): number } {
  let peak = process.memoryUsage.rss()
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 10)
  return {
    stop() {
      clearInterval(timer)
      return Math.max(peak, process.memoryUsage.rss()) / MB
    },
  }
}
