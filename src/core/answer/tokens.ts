// How many tokens a text costs, estimated without the tokenizer, and rather a little over than under.
// The rates were fitted to the o200k vocabulary on text in some thirty languages, and the tests hold them to it. Other
// vocabularies cut finer: a budget is a bound for o200k.
import { SMALL_WORDS } from './small-words.ts'

/** A word costs `1 + rate × (letters beyond free)` tokens. */
type Rate = readonly [free: number, rate: number]

// Latin letters by how well the vocabulary knows the language: English, its close neighbours, all others; and words
// with a letter beyond Latin-1, as Polish, Turkish, Romanian and Vietnamese have.
const ENGLISH: Rate = [5, 0.1]
const WESTERN: Rate = [4.3, 0.22]
const LATIN: Rate = [2.7, 0.35]
const MARKED: Rate = [2.2, 0.36]
const OTHER: Rate = [1, 0.5]

const CYRILLIC = 0x400
/** Letters of Ukrainian and Belarusian, which the vocabulary knows less well than Russian. */
const UKRAINIAN = /[іїєґў]/i

/** Letters from, to, and the rate; a rate alone counts each letter, in scripts that do not space their words. */
const SCRIPTS: readonly (readonly [from: number, to: number, rate: Rate | number])[] = [
  [0x370, 0x3ff, [2, 0.29]], // Greek
  [CYRILLIC, 0x52f, [3.3, 0.29]], // Cyrillic
  [0x590, 0x5ff, [2, 0.36]], // Hebrew
  [0x600, 0x8ff, [2.8, 0.41]], // Arabic
  [0x900, 0xdff, [2.7, 0.4]], // the scripts of India
  [0xe00, 0xeff, 0.42], // Thai, Lao
  [0x3040, 0x30ff, 0.68], // kana
  [0x3400, 0x9fff, 0.82], // Han
  [0xac00, 0xd7af, 0.78], // Hangul
]

const SPACE = 0x20
const LINE = 0x0a
const LOWER_A = 0x61
const FEWEST_LETTERS_SHOUTED = 4
const LONGEST_SMALL_WORD = 6

/** Tokens of a text as o200k counts them: on ordinary text within 20 %, and not more than 8 % under. */
export function countTokens(text: string): number {
  const latin: LatinCosts = { words: 0, english: 0, western: 0, costs: [0, 0, 0] }
  let fixed = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    let end = at + 1
    if (isLatin(code)) {
      let highest = code
      for (let next = text.charCodeAt(end); isLatin(next); next = text.charCodeAt(++end)) {
        if (next > highest) highest = next
      }
      fixed += latinWord(text, at, end, highest, latin)
    } else if (code < 0x250) {
      while (end < text.length && sameSign(code, text.charCodeAt(end))) end++
      fixed += signs(code, end - at)
    } else {
      const script = SCRIPTS.find(([from, to]) => code >= from && code <= to)
      const [from, to] = script ?? [code, code]
      while (script && text.charCodeAt(end) >= from && text.charCodeAt(end) <= to) end++
      if (!script && isHighSurrogate(code)) end++
      fixed += script ? run(end - at, script[2]) : lone(code)
      if (from === CYRILLIC && UKRAINIAN.test(text.slice(at, end))) fixed += 0.75
    }
    at = end
  }
  return Math.ceil(fixed + mix(latin))
}

interface LatinCosts {
  words: number
  english: number
  western: number
  costs: [english: number, western: number, others: number]
}

/** Books a word under each rate, since only the whole text tells the language; what does not depend on it is returned. */
function latinWord(text: string, at: number, end: number, highest: number, latin: LatinCosts): number {
  const length = end - at
  if (highest < LOWER_A && length >= FEWEST_LETTERS_SHOUTED) return 1 + length * 0.15
  if (highest > 0xff) return run(length, MARKED)
  latin.words++
  if (length <= LONGEST_SMALL_WORD) {
    const word = text.slice(at, end)
    const language = SMALL_WORDS.get(text.charCodeAt(at) < LOWER_A ? word.toLowerCase() : word)
    if (language !== undefined) latin[language]++
  }
  latin.costs[0] += run(length, ENGLISH)
  latin.costs[1] += run(length, WESTERN)
  latin.costs[2] += run(length, LATIN)
  return 0
}

/** A text whose small words are English costs English rates, and so on down; few words lean on the middle. */
function mix({ words, english, western, costs }: LatinCosts): number {
  const asEnglish = Math.min(1, (english + 0.6) / (words * 0.18 + 0.8))
  const asWestern = Math.min(1, (western + 0.6) / (words * 0.22 + 0.6))
  return asEnglish * costs[0] + (1 - asEnglish) * (asWestern * costs[1] + (1 - asWestern) * costs[2])
}

function run(length: number, rate: Rate | number): number {
  if (typeof rate === 'number') return length * rate
  return length > rate[0] ? 1 + (length - rate[0]) * rate[1] : 1
}

/** ASCII and Latin-1 beyond letters: digits by threes, repeated signs together, single spaces free. */
function signs(code: number, length: number): number {
  if (isDigit(code)) return Math.ceil(length / 3)
  if (code === SPACE) return length > 1 ? 1 : 0
  if (code <= SPACE) return 1
  return length < 4 ? 1 : 1 + length / 8
}

function sameSign(code: number, next: number): boolean {
  return isDigit(code) ? isDigit(next) : code <= SPACE && code !== SPACE ? next === LINE : next === code
}

/** One character outside every known script: pictures cost most. */
function lone(code: number): number {
  if (isHighSurrogate(code)) return 2.2
  if (code >= 0x2190 && code < 0x2c00) return 1.6
  return code >= 0x2000 && code < 0x3040 ? 1 : run(2, OTHER)
}

function isLatin(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
  return (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code < 0x1f00)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}
