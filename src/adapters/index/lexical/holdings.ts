// Which passages the index holds, by source. A passage that did not change stays the same object, so that only what
// changed is indexed again.
import type { Passage } from '../../../core/knowledge/passage.ts'

export interface Holding {
  readonly size: number
  passages(): readonly Passage[]
  /** Most frequent first. */
  languages(): readonly string[]
}

export interface Holdings {
  now(): Holding
  /** What would be held after these changes; nothing is kept yet. */
  with(changes: ReadonlyMap<string, readonly Passage[]>): Holding
  keep(holding: Holding): void
}

export function createHoldings(): Holdings {
  let sources = new Map<string, readonly Passage[]>()
  const prepared = new WeakMap<Holding, Map<string, readonly Passage[]>>()
  let current = holdingOf(sources)
  return {
    now: () => current,
    with(changes) {
      const next = new Map(sources)
      for (const [source, passages] of changes) {
        if (passages.length === 0) next.delete(source)
        else next.set(source, reuse(sources.get(source) ?? [], passages))
      }
      const holding = holdingOf(next)
      prepared.set(holding, next)
      return holding
    },
    keep(holding) {
      sources = prepared.get(holding) ?? sources
      current = holding
    },
  }
}

function holdingOf(sources: ReadonlyMap<string, readonly Passage[]>): Holding {
  const all = [...sources.values()].flat()
  // Counted once: every message asks.
  const languages = languagesOf(all)
  return { size: all.length, passages: () => all, languages: () => languages }
}

function languagesOf(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>()
  for (const { language } of passages) if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language)
}

function reuse(old: readonly Passage[], fresh: readonly Passage[]): readonly Passage[] {
  const byId = new Map(old.map((passage) => [passage.id, passage]))
  return fresh.map((passage) => {
    const before = byId.get(passage.id)
    return before && same(before, passage) ? before : passage
  })
}

function same(a: Passage, b: Passage): boolean {
  return (
    a.text === b.text &&
    a.title === b.title &&
    a.language === b.language &&
    a.validUntil === b.validUntil &&
    a.audience === b.audience &&
    a.link === b.link &&
    a.place === b.place &&
    a.line === b.line &&
    equal(a.questions, b.questions) &&
    equal(a.headings, b.headings)
  )
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i])
}
