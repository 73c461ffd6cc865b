// What is measured on every turn, whatever is decided.

export interface Signals {
  /** −1 to 1; absent when nothing measured it. */
  sentiment?: number
  /** 0 to 1. */
  urgency?: number
  /** Customer messages answered together in this turn. */
  burst: number
  /** Share of letters that are capitals, 0 to 1; 0 for scripts without case. */
  capitals: number
  /** Earlier turns of this case that ask the same thing in other words. */
  rephrasings: number
  /** A few words naming what the customer wants, as the model reports it. */
  intent?: string
}

/** Share of letters that are capitals, 0 to 1; 0 for fewer than eight letters, and for scripts without case. */
export function capitalsOf(text: string): number {
  const letters = text.match(/[\p{Lu}\p{Ll}]/gu) ?? []
  if (letters.length < 8) return 0
  return letters.filter((letter) => /\p{Lu}/u.test(letter)).length / letters.length
}
