// What every embedder owes its callers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DependencyFailed } from '../../src/core/errors.ts'
import type { Embedder } from '../../src/ports/language-model.ts'

export interface EmbedderHarness {
  embedder(behaviour: 'good' | 'failing' | 'silent'): Embedder
  close(): Promise<void>
}

export function embedderContract(name: string, start: () => Promise<EmbedderHarness>): void {
  describe(`${name} as an embedder`, () => {
    let harness: EmbedderHarness
    beforeAll(async () => {
      harness = await start()
    })
    afterAll(() => harness.close())
    const never = () => new AbortController().signal

    it('gives one unit vector for each text, in order, the same every time', async () => {
      const texts = Array.from({ length: 300 }, (_, i) => `text number ${i}`)
      const vectors = await harness.embedder('good').embed(texts, never())
      expect(vectors).toHaveLength(300)
      for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
      const [again] = await harness.embedder('good').embed([texts[217] ?? ''], never())
      expect(again).toEqual(vectors[217])
    })

    it('puts like texts nearer than unlike ones', async () => {
      const [a, b, c] = await harness
        .embedder('good')
        .embed(['return a parcel', 'returning parcels', 'opening hours'], never())
      expect(dot(a, b)).toBeGreaterThan(dot(a, c))
    })

    it('takes no texts, empty texts, and very long ones', async () => {
      expect(await harness.embedder('good').embed([], never())).toEqual([])
      expect(await harness.embedder('good').embed(['', 'x'.repeat(50_000)], never())).toHaveLength(2)
    })

    it('fails as the embeddings, with a sentence', async () => {
      const failure: unknown = await harness
        .embedder('failing')
        .embed(['a'], never())
        .catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(DependencyFailed)
      expect(failure).toMatchObject({ dependency: 'embeddings' })
    })

    it('stops within 100 ms of an abort', async () => {
      const controller = new AbortController()
      const call = harness.embedder('silent').embed(['a'], controller.signal)
      call.catch(() => undefined)
      const aborted = performance.now()
      controller.abort(new Error('too slow'))
      await expect(call).rejects.toThrow('too slow')
      expect(performance.now() - aborted).toBeLessThan(100)
    })
  })
}

function dot(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}
