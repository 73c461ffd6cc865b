// How many tokens a text costs, estimated without the tokenizer, and rather a little over than under.
// The rates were fitted to the o200k vocabulary on text in some thirty languages, and the tests hold them to it. Other
// vocabularies cut finer: a budget is a bound for o200k.

/** A word costs `1 + rate × (letters beyond free)` tokens. */
type Rate = readonly [free: number, rate: number]

// Latin letters by how well the vocabulary knows the language: English, its close neighbours, all others.
const ENGLISH: Rate = [5, 0.1]
const WESTERN: Rate = [4.3, 0.22]
const LATIN: Rate = [2.7, 0.35]
/** A word with a letter beyond Latin-1: Polish, Turkish, Romanian, Vietnamese … */
const MARKED: Rate = [2.2, 0.36]

const CYRILLIC: Rate = [3.4, 0.28]
const ARABIC: Rate = [2.8, 0.39]
const HEBREW: Rate = [2, 0.36]
const INDIC: Rate = [2.8, 0.39]
const GREEK: Rate = [2, 0.29]
const OTHER: Rate = [1, 0.5]

/** Tokens per letter of scripts without spaces, and of Hangul. */
const HAN = 0.82
const KANA = 0.66
const HANGUL = 0.76
const THAI = 0.42

// One piece after another: a word, digits by threes, an emoji or its joints, other signs, line ends, wide gaps.
const PIECES =
  /(?<word>\p{L}[\p{L}\p{M}]*)|(?<digits>\p{N}{1,3})|(?<picture>\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f)|(?<sign>[^\s\p{L}\p{N}])\k<sign>*|\n+|[^\S\n]{2,}/gu

const WORDS_EN = new Set(
  'the and you your for is are of to in it we our with can this that be have not from was by or if my how what will'.split(
    ' ',
  ),
)
const WORDS_WESTERN = new Set(
  `der die das und ist nicht ich sie ein eine zu mit von den für auf im in dem des wie kann wird werden bei aus
   de el que en y los un una por con para es del su mi le les et est vous je dans pour votre du au ou
   com da você seu il di che per non sono della nel alla è os as em um uma não ao het een van ik niet op voor met uw
   och att som på inte är jeg er ikke yang dan untuk dengan ini anda tidak di`.split(/\s+/),
)

/** Tokens of a text as o200k counts them: on ordinary text within 20 %, and not more than 8 % under. */
export function countTokens(text: string): number {
  let fixed = 0
  let words = 0
  let english = 0
  let western = 0
  const latin: LatinCosts = [0, 0, 0]
  for (const match of text.matchAll(PIECES)) {
    const piece = match[0]
    const first = piece.codePointAt(0) ?? 0
    if (match.groups?.word === undefined) fixed += otherTokens(piece, first)
    else if (first > 0x24f && (first < 0x1e00 || first > 0x1eff)) fixed += wordTokens(piece, first)
    else if (isShouted(piece)) fixed += 1 + piece.length * 0.15
    else if (/[\u0100-\u024f]/.test(piece)) fixed += spaced(piece.length, MARKED)
    else {
      const lower = piece.toLowerCase()
      words++
      if (WORDS_EN.has(lower)) english++
      if (WORDS_WESTERN.has(lower)) western++
      latin[0] += spaced(piece.length, ENGLISH)
      latin[1] += spaced(piece.length, WESTERN)
      latin[2] += spaced(piece.length, LATIN)
    }
  }
  return Math.ceil(fixed + mix(latin, words, english, western))
}

type LatinCosts = [english: number, western: number, others: number]

/** A text whose small words are English costs English rates, and so on down; few words lean on the middle. */
function mix(costs: LatinCosts, words: number, english: number, western: number): number {
  const asEnglish = Math.min(1, (english + 0.6) / (words * 0.18 + 0.8))
  const asWestern = Math.min(1, (western + 0.6) / (words * 0.22 + 0.6))
  return asEnglish * costs[0] + (1 - asEnglish) * (asWestern * costs[1] + (1 - asWestern) * costs[2])
}

/** Capitals are known in shorter pieces. */
function isShouted(word: string): boolean {
  return word.length > 3 && word === word.toUpperCase() && word !== word.toLowerCase()
}

function otherTokens(piece: string, first: number): number {
  if (first <= 0x20) return 1
  if (/^\p{N}/u.test(piece)) return first < 0x80 ? 1 : piece.length
  if (first < 0x80) return piece.length < 4 ? 1 : 1 + piece.length / 8
  if (first === 0x200d || first === 0xfe0f) return 1
  if (first > 0xffff) return 2.2
  return first >= 0x2190 ? 1.6 : Math.min(piece.length, 2)
}

function wordTokens(word: string, first: number): number {
  if (first < 0x400) return spaced(word.length, GREEK)
  if (first < 0x530) return spaced(word.length, CYRILLIC) + (/[іїєґў]/i.test(word) ? 0.6 : 0)
  if (first >= 0x590 && first < 0x600) return spaced(word.length, HEBREW)
  if (first >= 0x600 && first < 0x780) return spaced(word.length, ARABIC)
  if (first >= 0x900 && first < 0xe00) return spaced(word.length, INDIC)
  if (first >= 0xe00 && first < 0xf00) return Math.max(1, word.length * THAI)
  if (first >= 0xac00 && first < 0xd7b0) return Math.max(1, word.length * HANGUL)
  if (first >= 0x3040 && first < 0xa000) return unspaced(word)
  return first > 0xffff ? word.length * 1.5 : spaced(word.length, OTHER)
}

function spaced(length: number, [free, rate]: Rate): number {
  return length > free ? 1 + (length - free) * rate : 1
}

function unspaced(word: string): number {
  let sum = 0
  for (const letter of word) sum += letter >= '\u3040' && letter < '\u3100' ? KANA : HAN
  return Math.max(1, sum)
}
