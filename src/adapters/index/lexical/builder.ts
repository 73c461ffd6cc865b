// Segments are built here: small ones at once, large ones in a worker thread that is gone when it is done.
import { Worker } from 'node:worker_threads'
import type { Passage } from '../../../core/knowledge/passage.ts'
import type { Language } from '../../../ports/language.ts'
import { buildShard, type Indexable, type Rarity } from './build.ts'
import { findGram } from './score.ts'
import { openShard, type Segment, type ShardData } from './shard.ts'

/** What the worker thread is given. */
export interface Order {
  module: string
  groups: { language: string; docs: number[]; passages: Indexable[] }[]
}

export interface Builder {
  /** Small segments take how rare letter sequences are from the segment beside them. */
  here(passages: readonly Passage[], beside?: Segment): Segment
  /** In a worker thread where that is possible. */
  large(passages: readonly Passage[]): Promise<Segment>
  close(): Promise<void>
}

/** Fewer phrases than this say nothing about how rare a letter sequence is. */
const ENOUGH = 50

export function createBuilder(language: Language, threads: boolean): Builder {
  const running = new Set<Worker>()
  const module = threads ? language.module : undefined
  const here = (passages: readonly Passage[], beside?: Segment): Segment =>
    segmentOf(
      passages,
      group(passages, language).map((one) =>
        buildShard(one.language, one.passages, one.docs, language.analyse, rarityBeside(beside, one.language)),
      ),
    )
  return {
    here,
    async large(passages) {
      if (module === undefined) return here(passages)
      return segmentOf(passages, await inThread({ module, groups: group(passages, language) }, running))
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}

function inThread(order: Order, running: Set<Worker>): Promise<ShardData[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    })
    running.add(worker)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      running.delete(worker)
      reject(new Error('The index was closed while it was being built.'))
    })
  })
}

function segmentOf(passages: readonly Passage[], shards: readonly ShardData[]): Segment {
  return { passages, shards: shards.map(openShard), dead: new Uint8Array(passages.length) }
}

/** By language; a passage that does not say its language is asked for it. */
function group(passages: readonly Passage[], language: Language): Order['groups'] {
  const groups = new Map<string, Order['groups'][number]>()
  for (const [doc, { title, questions, headings, text, language: own }] of passages.entries()) {
    const tag = own ?? language.detect(`${title}\n${text}`).language
    const base = tag.split('-')[0] ?? tag
    const the = groups.get(base) ?? { language: base, docs: [], passages: [] }
    groups.set(base, the)
    the.docs.push(doc)
    the.passages.push({ title, questions, headings, text })
  }
  return [...groups.values()]
}

function rarityBeside(beside: Segment | undefined, language: string): Rarity {
  const shard = beside?.shards.find((one) => one.language === language)
  if (!shard || shard.phraseDocs.length < ENOUGH) return () => undefined
  return (gram) => {
    const number = findGram(shard.grams, gram)
    return number < 0 ? Math.log(1 + shard.phraseDocs.length) : shard.gramRarity[number]
  }
}
