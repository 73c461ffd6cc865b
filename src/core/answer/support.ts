// How much of an answer's wording its sources carry: a veto against free invention, not a proof of truth.
import { fold } from './locate.ts'

const WORDS = /[\p{L}\p{M}\p{N}]+/gu
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/

/**
 * Share of the answer's content words (letter pairs where a script has no spaces) that occur in the passages, 0 to 1.
 * The customer's own words count neither way. An answer without content words is wholly supported.
 */
export function supportOf(answer: string, sources: readonly string[], turn: readonly string[]): number {
  const known = new Set(sources.flatMap(stems))
  const theirs = new Set(turn.flatMap(stems))
  const said = stems(answer).filter((stem) => known.has(stem) || !theirs.has(stem))
  if (said.length === 0) return 1
  return said.filter((stem) => known.has(stem)).length / said.length
}

/** Crude stems: short words are left out, the first letters of the others stand for the word. */
function stems(text: string): string[] {
  return (fold(text).text.match(WORDS) ?? []).flatMap((word) => {
    if (UNSPACED.test(word)) return pairs(word)
    if (/^\p{N}/u.test(word)) return [word]
    return word.length < 4 ? [] : [word.slice(0, Math.max(4, Math.min(6, word.length - 2)))]
  })
}

function pairs(word: string): string[] {
  const letters = [...word]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
