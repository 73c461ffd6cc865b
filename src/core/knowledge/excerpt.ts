// The part of a text that a question is about, cut at sentence borders.
import { type Sentence, sentencesOf } from './sentences.ts'

/**
 * The run of whole sentences, at most `maxChars` long, that has most of the words, rather one that begins with a hit; the
 * earliest of equal ones. It is verbatim text, so it can be quoted. `words` may be stemmed or not. A single longer
 * sentence is cut at a word.
 */
export function excerpt(text: string, words: readonly string[], maxChars: number): string {
  const whole = text.trim()
  if (whole.length <= maxChars) return whole
  const stems = [...new Set(words.map(stemLike).filter((word) => word.length > 0))]
  const sentences = sentencesOf(text)
  let best = { start: 0, end: 0, score: -1 }
  for (const [i, first] of sentences.entries()) {
    const end = reach(sentences, i, maxChars)
    const opens = hits(text.slice(first.start, first.end), stems) > 0 ? 0.5 : 0
    const score = hits(text.slice(first.start, end), stems) + opens
    if (score > best.score) best = { start: first.start, end, score }
  }
  const found = text.slice(best.start, best.end).trim()
  return found.length <= maxChars ? found : cutAtWord(found, maxChars)
}

/** Where the last sentence ends that still fits after the one at `i`. */
function reach(sentences: readonly Sentence[], i: number, maxChars: number): number {
  const start = sentences[i]?.start ?? 0
  let end = sentences[i]?.end ?? 0
  for (const next of sentences.slice(i + 1)) {
    if (next.end - start > maxChars) break
    end = next.end
  }
  return end
}

function hits(part: string, stems: readonly string[]): number {
  const plain = plainly(part)
  return stems.reduce((count, stem) => count + (plain.includes(stem) ? 1 : 0), 0)
}

/** Endings differ between question and text, so a long word counts by its beginning. */
function stemLike(word: string): string {
  const plain = plainly(word)
  return plain.length <= 4 ? plain : plain.slice(0, Math.max(4, plain.length - 2))
}

function plainly(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

function cutAtWord(text: string, maxChars: number): string {
  const space = text.lastIndexOf(' ', maxChars)
  return text
    .slice(0, space > maxChars / 2 ? space : maxChars)
    .trimEnd()
    .toWellFormed()
    .replace(/\ufffd$/, '')
}
