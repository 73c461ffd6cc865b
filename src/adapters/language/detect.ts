// Which language a text is in: by script first, then by its words and letter sequences.
import { PROFILES } from './profiles.ts'
import { rawStopWords } from './stop-words.ts'

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

/** See the Language port. Sureness is the winner's share of the probability among the languages that are known. */
export function detect(text: string, expected: readonly string[] = []): Told {
  const wanted = expected.map((tag) => tag.split('-')[0] ?? tag)
  const first = expected[0] ?? 'en'
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return { language: first, sure: 0 }
  const told = byScript(text, letters) ?? byLetters(text, wanted)
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

interface Profile {
  /** Log probability of a letter sequence of three. */
  sequences: Map<string, number>
  unseen: number
  words: Set<string>
}

let profiles: Map<string, Profile> | undefined

/** Words count more than sequences: one "the" says more than its letters. Expected languages get a head start. */
function byLetters(text: string, wanted: readonly string[]): Told | undefined {
  const words =
    text
      .toLowerCase()
      .slice(0, 400)
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}']+/gu) ?? []
  const known = profiles ?? learn()
  profiles = known
  const sums = [...known].map(([language, profile]) => {
    const rank = wanted.indexOf(language)
    const start = rank === 0 ? 1.5 : rank > 0 ? 1 : 0
    return { language, sum: start + words.reduce((sum, word) => sum + wordScore(word, profile), 0) }
  })
  sums.sort((a, b) => b.sum - a.sum)
  const [best] = sums
  if (!best) return undefined
  const total = sums.reduce((all, { sum }) => all + Math.exp(sum - best.sum), 0)
  const length = words.reduce((all, word) => all + word.length, 0)
  // Ten letters are little to go by, whatever the numbers say.
  const sure = (1 / total) * Math.min(1, 0.4 + length / 40)
  if (sure < 0.4 && wanted[0] && wanted[0] !== best.language) return undefined
  return { language: best.language, sure: Math.min(0.99, sure) }
}

function wordScore(word: string, profile: Profile): number {
  let score = profile.words.has(word) ? 1.6 : 0
  const padded = ` ${word} `
  for (let i = 0; i + 3 <= padded.length; i++)
    score += 0.3 * (profile.sequences.get(padded.slice(i, i + 3)) ?? profile.unseen)
  return score
}

function learn(): Map<string, Profile> {
  return new Map(Object.entries(PROFILES).map(([language, text]) => [language, profileOf(language, text)]))
}

function profileOf(language: string, text: string): Profile {
  const own = text.split(/\s+/)
  const all = [...own, ...rawStopWords(language).map((word) => word.toLowerCase())]
  const counts = new Map<string, number>()
  let total = 0
  for (const word of new Set(all)) {
    const padded = ` ${word} `
    for (let i = 0; i + 3 <= padded.length; i++, total++) {
      const sequence = padded.slice(i, i + 3)
      counts.set(sequence, (counts.get(sequence) ?? 0) + 1)
    }
  }
  const size = total + 0.5 * 4000
  const sequences = new Map([...counts].map(([sequence, count]) => [sequence, Math.log((count + 0.5) / size)]))
  return { sequences, unseen: Math.log(0.5 / size), words: new Set(all) }
}
