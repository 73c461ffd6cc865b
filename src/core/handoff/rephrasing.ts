// Whether two turns ask the same thing, and whether two answers say the same: by shared words, in any language.

/** Terms that are alike count as one: inflections that a stemmer left apart share a long beginning. */
const SHARED_BEGINNING = 4
const SAME_QUESTION = 0.5
const SAME_ANSWER = 0.8

/**
 * How many of the earlier turns ask what this one asks. `analyse` gives the terms of a text, folded, stemmed and
 * without stop words; a text without terms asks nothing.
 */
export function rephrasingsOf(
  text: string,
  earlier: readonly string[],
  analyse: (text: string) => readonly string[],
): number {
  const terms = unique(analyse(text))
  if (terms.length === 0) return 0
  return earlier.filter((other) => alike(terms, unique(analyse(other))) >= SAME_QUESTION).length
}

/** Whether one answer repeats the other, small differences of wording apart. Another number is another answer. */
export function saysTheSame(one: string, other: string): boolean {
  return numbers(one) === numbers(other) && alike(words(one), words(other)) >= SAME_ANSWER
}

/** Twice the shared terms over all terms, 0 to 1. */
function alike(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const exact = new Set(other)
  const shared = one.filter((term) => exact.has(term) || other.some((candidate) => sameBeginning(term, candidate)))
  return Math.min(1, (2 * shared.length) / (one.length + other.length))
}

function sameBeginning(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length)
  const longer = Math.max(one.length, other.length)
  if (shorter < SHARED_BEGINNING || shorter < longer * 0.6) return false
  return one.slice(0, shorter - 1) === other.slice(0, shorter - 1)
}

function numbers(text: string): string {
  return (text.match(/\p{N}+/gu) ?? []).join(' ')
}

function words(text: string): string[] {
  return unique(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
}

function unique(terms: readonly string[]): string[] {
  return [...new Set(terms)].slice(0, 400)
}
