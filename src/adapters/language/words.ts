// Where words begin and end, in scripts with and without spaces.

/** Runs of scripts that are written without spaces, and runs of everything else that makes up words. */
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30fc]+|[\p{L}\p{N}\p{M}]+/gu
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30fc]/u
const HANGUL = /^\p{Script=Hangul}+$/u

/** Languages in which one letter before an apostrophe is an article or pronoun (l'article, dell'ordine). */
const ELIDING = new Set(['fr', 'it', 'ca'])

export interface Word {
  text: string
  /** A piece of a run without spaces: it is never stemmed. */
  piece: boolean
}

/** Words of a folded text, in order. Runs without spaces become single characters and pairs of them. */
export function cutWords(folded: string, language: string): Word[] {
  const words: Word[] = []
  for (const [run] of unjoin(folded, language).matchAll(RUN)) {
    if (UNSPACED.test(run)) words.push(...pieces(run, 1), ...pieces(run, 2))
    else if (HANGUL.test(run) && run.length > 2) words.push({ text: run, piece: true }, ...pieces(run, 2))
    else if (!(ELIDING.has(language) && run.length === 1 && !/\p{N}/u.test(run)))
      words.push({ text: run, piece: false })
  }
  return words
}

/** English contractions keep their negation; other apostrophes part two words. */
function unjoin(folded: string, language: string): string {
  if (language !== 'en') return folded
  return folded
    .replace(/[’‘`]/g, "'")
    .replace(/\b(?:can't|cannot)\b/g, 'can not')
    .replace(/\b(?:won't)\b/g, 'will not')
    .replace(/n't\b/g, ' not')
    .replace(/'(?:s|re|ve|ll|d|m)\b/g, '')
    .replace(/\b(?:dont|doesnt|didnt|cant|wont|isnt|arent)\b/g, 'not')
}

function pieces(run: string, size: number): Word[] {
  const letters = [...run]
  const found: Word[] = []
  for (let i = 0; i + size <= letters.length; i++)
    found.push({ text: letters.slice(i, i + size).join(''), piece: true })
  return found
}
