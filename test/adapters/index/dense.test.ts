// Embeddings beside the index: they find what no word shares, are made once, and are never missed when they fail.
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLexicalIndex } from '../../../src/adapters/index/index.ts'
import { createLanguage } from '../../../src/adapters/language/language.ts'
import type { Passage } from '../../../src/core/knowledge/passage.ts'
import type { Embedder } from '../../../src/ports/language-model.ts'
import type { PassageIndex } from '../../../src/ports/passage-index.ts'
import { passage } from '../../contracts/passage-index.ts'

const language = createLanguage()
const TOPICS = [
  ['parcel', 'delivery', 'courier', 'shipping'],
  ['money', 'refund', 'cash', 'reimbursement'],
  ['hours', 'open', 'closing', 'schedule'],
]

/** Puts texts about the same topic in the same direction; counts what it is asked. */
function topical(): Embedder & { texts: string[]; behaviour: 'good' | 'failing' | 'silent' } {
  const embedder = {
    name: 'topical',
    texts: [] as string[],
    behaviour: 'good' as 'good' | 'failing' | 'silent',
    async embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
      embedder.texts.push(...texts)
      if (embedder.behaviour === 'failing') throw new Error('no such model')
      if (embedder.behaviour === 'silent')
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      return texts.map((text) => {
        const raw = TOPICS.map((words) => 0.1 + words.filter((word) => text.toLowerCase().includes(word)).length)
        const length = Math.hypot(...raw)
        return Float32Array.from(raw, (value) => value / length)
      })
    },
  }
  return embedder
}

const SHOP: Passage[] = [
  passage('a.md', 'courier', { title: 'Courier', text: 'The courier rings twice.' }),
  passage('a.md', 'refund', { title: 'Refund', questions: ['Where is my refund?'], text: 'A refund takes five days.' }),
  passage('a.md', 'open', { title: 'Open', text: 'Open all week.' }),
]

let folder: string
const indexes: PassageIndex[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vectors-'))
})
afterEach(async () => {
  for (const index of indexes.splice(0)) await index.close()
  rmSync(folder, { recursive: true })
})

function create(embedder: Embedder): PassageIndex {
  const index = createLexicalIndex({ language, embedder, vectorCacheFile: join(folder, 'data', 'vectors') })
  indexes.push(index)
  return index
}

const ask = (index: PassageIndex, text: string) => index.search({ text, language: 'en', limit: 3, now: 0 })
/** Until the passages are embedded, which happens beside the searches. */
const settled = (index: PassageIndex) =>
  expect.poll(async () => (await ask(index, 'parcel')).evidence.dense).toBeGreaterThan(0.9)

describe('embeddings', () => {
  it('find what shares no word with the question, and say how near it is', async () => {
    const index = create(topical())
    await index.update(new Map([['a.md', SHOP]]))
    await settled(index)
    const { hits, evidence, degraded } = await ask(index, 'reimbursement of my cash')
    expect(degraded).toBeUndefined()
    expect(hits[0]?.passage.place).toBe('refund')
    expect(evidence.dense).toBeGreaterThan(0.9)
    expect(evidence.denseMargin).toBeGreaterThan(0.3)
  })

  it('do not outvote the words when both agree', async () => {
    const index = create(topical())
    await index.update(new Map([['a.md', SHOP]]))
    await settled(index)
    const { hits, evidence } = await ask(index, 'refund money')
    expect(hits[0]?.passage.place).toBe('refund')
    expect(evidence.agreement).toBe(1)
  })

  it('are made for changed passages only', async () => {
    const embedder = topical()
    const index = create(embedder)
    await index.update(new Map([['a.md', SHOP]]))
    await settled(index)
    embedder.texts.length = 0
    await index.update(
      new Map([['a.md', SHOP.map((one) => (one.place === 'open' ? { ...one, text: 'New schedule.' } : one))]]),
    )
    await expect.poll(() => embedder.texts).toContain('Open\nNew schedule.')
    expect(embedder.texts.filter((text) => text.includes('courier'))).toEqual([])
  })

  it('are not made again after a restart', async () => {
    const first = create(topical())
    await first.update(new Map([['a.md', SHOP]]))
    await settled(first)
    await first.close()
    const embedder = topical()
    const again = create(embedder)
    await again.update(new Map([['a.md', SHOP]]))
    await settled(again)
    expect(embedder.texts.filter((text) => text !== 'parcel')).toEqual([])
  })

  it('are made again when the file of vectors was cut short or is something else', async () => {
    const first = create(topical())
    await first.update(new Map([['a.md', SHOP]]))
    await settled(first)
    await first.close()
    const file = join(folder, 'data', 'vectors')
    expect(existsSync(file)).toBe(true)
    for (const damage of [
      () => truncateSync(file, readFileSync(file).length - 5),
      () => writeFileSync(file, 'not vectors'),
    ]) {
      damage()
      const embedder = topical()
      const again = create(embedder)
      await again.update(new Map([['a.md', SHOP]]))
      await settled(again)
      expect(embedder.texts.filter((text) => text !== 'parcel').length).toBeGreaterThan(0)
      await again.close()
      const third = topical()
      const healed = create(third)
      await healed.update(new Map([['a.md', SHOP]]))
      await settled(healed)
      expect(third.texts.filter((text) => text !== 'parcel')).toEqual([])
      await healed.close()
    }
  })
})

describe('embeddings that fail', () => {
  it('cost nothing but themselves: the result is by words, and says why', async () => {
    const embedder = topical()
    embedder.behaviour = 'failing'
    const index = create(embedder)
    await index.update(new Map([['a.md', SHOP]]))
    await expect.poll(async () => (await ask(index, 'refund')).degraded).toContain('no such model')
    expect((await ask(index, 'refund')).hits[0]?.passage.place).toBe('refund')
  })

  it('for one question leave that question to the words', async () => {
    const embedder = topical()
    const index = create(embedder)
    await index.update(new Map([['a.md', SHOP]]))
    await settled(index)
    embedder.behaviour = 'failing'
    const { hits, degraded, evidence } = await ask(index, 'refund')
    expect(hits[0]?.passage.place).toBe('refund')
    expect(degraded).toContain('no such model')
    expect(evidence).not.toHaveProperty('dense')
  })

  it('by silence are waited for no longer than three seconds', async () => {
    const embedder = topical()
    const index = create(embedder)
    await index.update(new Map([['a.md', SHOP]]))
    await settled(index)
    embedder.behaviour = 'silent'
    const start = performance.now()
    const { hits, degraded } = await ask(index, 'refund')
    expect(performance.now() - start).toBeLessThan(3500)
    expect(hits[0]?.passage.place).toBe('refund')
    expect(degraded).toBeDefined()
  })

  it('stop with the question they were asked for', async () => {
    const embedder = topical()
    const index = create(embedder)
    await index.update(new Map([['a.md', SHOP]]))
    await settled(index)
    embedder.behaviour = 'silent'
    const stop = new AbortController()
    const search = index.search({ text: 'refund', language: 'en', limit: 3, now: 0, signal: stop.signal })
    stop.abort(new Error('overtaken'))
    expect((await search).degraded).toContain('overtaken')
  })
})
