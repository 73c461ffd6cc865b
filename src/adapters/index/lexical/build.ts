// Passages of one language to a shard: counted in one pass, laid out in rows in a second.
import type { Passage } from '../../../core/knowledge/passage.ts'
import { gramsOf } from './grams.ts'
import { createNumbers } from './numbers.ts'
import type { ShardData } from './shard.ts'
import { lettersOf } from './spelling.ts'

export type Indexable = Pick<Passage, 'title' | 'questions' | 'headings' | 'text'>

/** How rare a letter sequence is; a small segment takes this from the large one beside it. */
export type Rarity = (gram: number) => number | undefined

/** `docs` are the passages' numbers in the segment. */
export function buildShard(
  language: string,
  passages: readonly Indexable[],
  docs: readonly number[],
  analyse: (text: string, language: string) => string[],
  rarity: Rarity = () => undefined,
): ShardData {
  return {
    language,
    docs: Uint32Array.from(docs),
    ...buildTerms(language, passages, analyse),
    ...buildGrams(passages, rarity),
  }
}

type Terms = Pick<
  ShardData,
  'vocabulary' | 'starts' | 'postDocs' | 'postHead' | 'postBody' | 'headLengths' | 'bodyLengths' | 'letters'
>

function buildTerms(
  language: string,
  passages: readonly Indexable[],
  analyse: (text: string, language: string) => string[],
): Terms {
  const terms = new Map<string, number>()
  const flat = { terms: createNumbers(), docs: createNumbers(), head: createNumbers(), body: createNumbers() }
  const headLengths = new Uint16Array(passages.length)
  const bodyLengths = new Uint16Array(passages.length)
  for (const [doc, passage] of passages.entries()) {
    const head = analyse(headOf(passage), language)
    const body = analyse(passage.text, language)
    headLengths[doc] = Math.min(head.length, 0xffff)
    bodyLengths[doc] = Math.min(body.length, 0xffff)
    for (const [term, { inHead, inBody }] of count(head, body)) {
      const number = terms.get(term) ?? terms.size
      terms.set(term, number)
      flat.terms.push(number)
      flat.docs.push(doc)
      flat.head.push(Math.min(inHead, 255))
      flat.body.push(Math.min(inBody, 255))
    }
  }
  const { starts, order } = rows(flat.terms.all(), terms.size)
  const [docs, head, body] = [flat.docs.all(), flat.head.all(), flat.body.all()]
  return {
    vocabulary: [...terms.keys()].join('\n'),
    starts,
    postDocs: order.map((at) => docs[at] ?? 0),
    postHead: Uint8Array.from(order, (at) => head[at] ?? 0),
    postBody: Uint8Array.from(order, (at) => body[at] ?? 0),
    headLengths,
    bodyLengths,
    letters: Uint32Array.from(terms.keys(), lettersOf),
  }
}

/** Title, questions and headings; a title that repeats a question counts once. */
function headOf({ title, questions, headings }: Indexable): string {
  return [...new Set([title, ...questions, ...headings])].join('\n')
}

function count(head: readonly string[], body: readonly string[]): Map<string, { inHead: number; inBody: number }> {
  const counts = new Map<string, { inHead: number; inBody: number }>()
  const of = (term: string): { inHead: number; inBody: number } => {
    const known = counts.get(term) ?? { inHead: 0, inBody: 0 }
    counts.set(term, known)
    return known
  }
  for (const term of head) of(term).inHead++
  for (const term of body) of(term).inBody++
  return counts
}

type Grams = Pick<ShardData, 'grams' | 'gramStarts' | 'gramPhrases' | 'gramWeights' | 'gramRarity' | 'phraseDocs'>

/** Phrases are what a customer's question is compared with as a whole. */
function buildGrams(passages: readonly Indexable[], rarityOf: Rarity): Grams {
  const flat = { grams: createNumbers(), phrases: createNumbers(), counts: createNumbers() }
  const phraseDocs = createNumbers()
  const uses = new Map<number, number>()
  for (const [doc, passage] of passages.entries()) {
    for (const phrase of phrasesOf(passage)) {
      for (const [gram, times] of gramsOf(phrase)) {
        flat.grams.push(gram)
        flat.phrases.push(phraseDocs.size())
        flat.counts.push(times)
        uses.set(gram, (uses.get(gram) ?? 0) + 1)
      }
      phraseDocs.push(doc)
    }
  }
  const grams = Uint32Array.from(uses.keys()).sort()
  const numbers = new Map(Array.from(grams, (gram, number) => [gram, number]))
  const rarity = Float32Array.from(grams, (gram) => rarityOf(gram) ?? rarityIn(phraseDocs.size(), uses.get(gram) ?? 1))
  const [phrases, counts] = [flat.phrases.all(), flat.counts.all()]
  const which = flat.grams.all().map((gram) => numbers.get(gram) ?? 0)
  const raw = Float32Array.from(which, (number, at) => (1 + Math.log(counts[at] ?? 1)) * (rarity[number] ?? 0))
  const norms = new Float64Array(phraseDocs.size())
  for (const [at, phrase] of phrases.entries()) norms[phrase] = (norms[phrase] ?? 0) + (raw[at] ?? 0) ** 2
  const { starts, order } = rows(which, grams.length)
  return {
    grams,
    gramStarts: starts,
    gramPhrases: order.map((at) => phrases[at] ?? 0),
    gramWeights: Float32Array.from(order, (at) => (raw[at] ?? 0) / Math.sqrt(norms[phrases[at] ?? 0] || 1)),
    gramRarity: rarity,
    phraseDocs: phraseDocs.all(),
  }
}

/** Rarity of a sequence that `uses` of `phrases` phrases have. */
export function rarityIn(phrases: number, uses: number): number {
  return Math.log(1 + phrases / uses)
}

/** A title without question is also known together with the heading above it: "Shipping costs Portugal". */
export function phrasesOf({ title, questions, headings }: Indexable): string[] {
  const above = questions.length === 0 ? headings.at(-1) : undefined
  return [...new Set([title, ...questions, ...(above ? [`${above} ${title}`] : [])])]
}

/** Counting sort: where each key's row begins, and the order that puts equal keys side by side. */
function rows(keys: Uint32Array, size: number): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(size + 1)
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let i = 0; i < size; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(keys.length)
  for (const [at, key] of keys.entries()) {
    const place = next[key] ?? 0
    order[place] = at
    next[key] = place + 1
  }
  return { starts, order }
}
