// The smallest passage index: every passage is looked at, and shared words are counted. For tests and tiny shops.
import type { Passage } from '../../core/knowledge/passage.ts'
import type { Language } from '../../ports/language.ts'
import type { PassageIndex } from '../../ports/passage-index.ts'

export function createMemoryIndex({ language }: { language: Language }): PassageIndex {
  let sources = new Map<string, readonly Passage[]>()
  const all = (): Passage[] => [...sources.values()].flat()
  return {
    async update(changes) {
      const next = new Map(sources)
      for (const [source, passages] of changes) {
        if (passages.length === 0) next.delete(source)
        else next.set(source, passages)
      }
      sources = next
    },
    async search({ text, language: tongue, limit, now }) {
      const asked = new Set(language.analyse(text, tongue))
      const ranked = all()
        .filter(({ validUntil }) => (validUntil ?? Infinity) >= now)
        .map((passage) => ({ passage, score: shared(passage, asked, tongue, language) }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1))
      const [best, next] = ranked
      return {
        hits: ranked.slice(0, limit),
        evidence: best ? { coverage: best.score, margin: best.score - (next?.score ?? 0) } : {},
      }
    },
    size: () => all().length,
    languages() {
      const counts = new Map<string, number>()
      for (const { language: one } of all()) if (one) counts.set(one, (counts.get(one) ?? 0) + 1)
      return [...counts].sort(([, a], [, b]) => b - a).map(([one]) => one)
    },
    async close() {},
  }
}

/** Share of the asked words that a passage has; words of its title and questions count in full, the text's by half. */
function shared(passage: Passage, asked: ReadonlySet<string>, tongue: string, language: Language): number {
  const head = new Set(
    language.analyse([passage.title, ...passage.questions, ...passage.headings].join('\n'), passage.language ?? tongue),
  )
  const body = new Set(language.analyse(passage.text, passage.language ?? tongue))
  const hits = [...asked].reduce((sum, word) => sum + (head.has(word) ? 1 : body.has(word) ? 0.5 : 0), 0)
  return asked.size === 0 ? 0 : hits / asked.size
}
