// Which language a text is in: by script first, then by its words and letter sequences.
import { KNOWN, likelihoods } from './likelihood.ts'

interface Told {
  language: string
  sure: number
}

/** Letters that one language of a script has and its neighbours have not. Checked in order; the last one has none. */
const SCRIPTS: readonly { script: RegExp; languages: readonly (readonly [string, RegExp?])[] }[] = [
  { script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: [['ja']] },
  { script: /\p{Script=Hangul}/gu, languages: [['ko']] },
  { script: /\p{Script=Han}/gu, languages: [['zh']] },
  { script: /\p{Script=Arabic}/gu, languages: [['ur', /[ٹڈڑےں]/], ['fa', /[پچژگ]/], ['ar']] },
  { script: /\p{Script=Devanagari}/gu, languages: [['mr', /ळ|आहे/], ['hi']] },
  { script: /\p{Script=Cyrillic}/gu, languages: [['uk', /[іїєґ]/i], ['ru']] },
  { script: /\p{Script=Greek}/gu, languages: [['el']] },
  { script: /\p{Script=Hebrew}/gu, languages: [['he']] },
  { script: /\p{Script=Thai}/gu, languages: [['th']] },
  { script: /\p{Script=Bengali}/gu, languages: [['bn']] },
  { script: /\p{Script=Tamil}/gu, languages: [['ta']] },
]

/** Longest part of a text that is looked at: more of it tells no more. */
const ENOUGH = 240

/** Most texts have no letter of another script, and need not be asked about each. */
const BEYOND_LATIN = /[\u0370-\uffff]/

/** See the Language port. Sureness is the winner's share of the probability among the languages that are known. */
export function detect(text: string, expected: readonly string[] = []): Told {
  const wanted = expected.map((tag) => tag.split('-')[0] ?? tag)
  const first = expected[0] ?? 'en'
  const part = text.slice(0, ENOUGH)
  const letters = part.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return { language: first, sure: 0 }
  const told = (BEYOND_LATIN.test(part) ? byScript(part, letters) : undefined) ?? byLetters(part, wanted)
  if (!told) return { language: first, sure: 0.2 }
  // An expected tag keeps its region: `pt-BR` stays `pt-BR`.
  return { language: expected[wanted.indexOf(told.language)] ?? told.language, sure: told.sure }
}

/** A third of the letters is enough: product names in Latin letters stand in every language. */
function byScript(text: string, letters: number): Told | undefined {
  for (const { script, languages } of SCRIPTS) {
    const share = (text.match(script)?.length ?? 0) / letters
    const needed = languages[0]?.[0] === 'ja' ? 0.1 : 0.3
    if (share < needed) continue
    const language = languages.find(([, sign]) => !sign || sign.test(text))?.[0]
    if (language) return { language, sure: Math.min(0.99, 0.75 + 0.25 * share) }
  }
  return undefined
}

/** Expected languages get a head start, which a few clear words of another one outrun. */
function byLetters(text: string, wanted: readonly string[]): Told | undefined {
  const plain = text.toLowerCase().replaceAll('’', "'")
  const words = plain.match(/[\p{L}\p{M}']+/gu) ?? []
  const sums = likelihoods(words).map((sum, i) => {
    const rank = wanted.indexOf(KNOWN[i] ?? '')
    return sum + (rank === 0 ? 1.5 : rank > 0 ? 1 : 0)
  })
  const best = Math.max(...sums)
  const language = KNOWN[sums.indexOf(best)]
  if (language === undefined) return undefined
  const total = sums.reduce((all, sum) => all + Math.exp(sum - best), 0)
  const length = words.reduce((all, word) => all + word.length, 0)
  // Ten letters are little to go by, whatever the numbers say.
  const sure = (1 / total) * Math.min(1, 0.4 + length / 40)
  if (sure < 0.4 && wanted[0] && wanted[0] !== language) return undefined
  return { language, sure: Math.min(0.99, sure) }
}
