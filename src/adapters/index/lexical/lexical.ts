// The built-in passage index: words and letter sequences in memory, with embeddings beside them when there are some.
import type { Passage } from '../../../core/knowledge/passage.ts'
import type { Language } from '../../../ports/language.ts'
import type { Embedder } from '../../../ports/language-model.ts'
import type { PassageIndex } from '../../../ports/passage-index.ts'
import { createBuilder } from './builder.ts'
import { candidatesFor } from './candidates.ts'
import { createDense, type Dense } from './dense.ts'
import { evidenceOf } from './evidence.ts'
import { createHoldings } from './holdings.ts'
import { rank } from './rank.ts'
import { EMPTY, type Segment } from './shard.ts'

export interface LexicalOptions {
  language: Language
  embedder?: Embedder
  /** Where vectors are kept, so that a restart embeds nothing; absent: only in memory. */
  vectorCacheFile?: string
  /** Build large indexes in a worker thread, if the language can be loaded there. Default `true`. */
  worker?: boolean
}

/** Passages that are indexed beside the main segment before everything is built anew. */
const BESIDE = 300

export function createLexicalIndex({
  language,
  embedder,
  vectorCacheFile,
  worker = true,
}: LexicalOptions): PassageIndex {
  const builder = createBuilder(language, worker)
  const dense: Dense | undefined = embedder ? createDense(embedder, vectorCacheFile) : undefined
  const holdings = createHoldings()
  let main: Segment = EMPTY
  let beside: Segment = EMPTY
  let tail: Promise<unknown> = Promise.resolve()
  let closed = false

  /** The two segments that together hold exactly these passages, most of them in `large`. */
  const arrange = (large: Segment, current: readonly Passage[]): [Segment, Segment] => {
    const inLarge = new Set(large.passages)
    const wanted = new Set(current)
    const dead = Uint8Array.from(large.passages, (passage) => (wanted.has(passage) ? 0 : 1))
    return [
      { ...large, dead },
      builder.here(
        current.filter((passage) => !inLarge.has(passage)),
        large,
      ),
    ]
  }

  /** Many fresh passages are worth building everything anew; a few are indexed beside the rest at once. */
  const apply = async (changes: ReadonlyMap<string, readonly Passage[]>): Promise<void> => {
    const next = holdings.with(changes)
    const current = next.passages()
    const inMain = new Set(main.passages)
    const fresh = current.filter((passage) => !inMain.has(passage)).length
    const anew = fresh > BESIDE ? await builder.large(current) : undefined
    if (closed) throw new Error('The index was closed before the change was taken in.')
    ;[main, beside] = arrange(anew ?? main, current)
    holdings.keep(next)
    dense?.follow(current)
  }

  return {
    update(changes) {
      const done = tail.then(() => apply(changes))
      tail = done.catch(() => undefined)
      return done
    },
    async search(query) {
      const segments = [main, beside]
      const remote = await dense?.ask(query)
      const found = candidatesFor(query, segments, language.analyse)
      const ranked = rank(dense && remote?.vector ? dense.add(found, remote.vector, query, segments) : found)
      return {
        hits: ranked.slice(0, query.limit).map(({ passage, score }) => ({ passage, score })),
        evidence: evidenceOf(ranked, language.analyse),
        ...(remote?.degraded ? { degraded: remote.degraded } : {}),
      }
    },
    size: () => holdings.now().size,
    languages: () => holdings.now().languages(),
    async close() {
      closed = true
      await builder.close()
      await tail
      await dense?.close()
    },
  }
}
