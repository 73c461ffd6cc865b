// Customer text as comparable words: case, accents, Arabic letter forms, apostrophes and full-width forms folded.

/** A word as it is compared, and where it stands in the original text. */
export interface Word {
  text: string
  start: number
  end: number
  /** The sentence that it belongs to. */
  clause: number
  /** The part of the sentence: a comma ends it too. */
  part: number
}

/** Words beyond this are not looked at: nobody asks for a person in their thousandth word. */
const MOST_WORDS = 1500
const LONGEST_WORD = 40

// Scripts that are written without spaces, or whose particles cling to the word (Hangul), go letter by letter.
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\u30fc'
const APOSTROPHES = "['\u2019\u2018\u02bc`\u00b4]"
const COMMAS = ',\u3001\uff0c\u060c'
const CLAUSE_ENDS = '.!?;:\\n\u3002\uff01\uff1f\uff1b\uff1a\u061f\u061b\u0964\u2026'
const PIECES = new RegExp(
  `[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}\\u200d])+|${APOSTROPHES}|[${CLAUSE_ENDS}${COMMAS}]`,
  'gu',
)
const CLAUSE_END = new RegExp(`^[${CLAUSE_ENDS}]$`, 'u')
const COMMA = new RegExp(`^[${COMMAS}]$`, 'u')
const APOSTROPHE = new RegExp(`^${APOSTROPHES}$`, 'u')
const MARKS = /[\u0300-\u036f]|[\u064b-\u065f]|\u0670|\u0640|\u093c|\u20e3|\u200c|\u200d|\ufe0f/g
const ELIDING = new Set(['all', 'dell', 'nell', 'sull', 'dall', 'quell', 'jusqu', 'lorsqu', 'puisqu'])
const ARABIC_ARTICLE = /^(?:[وفبك]?ال|لل)(?=.{3})/u

/** The words of a text, in order. Linear in its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let clause = 0
  let part = 0
  let glue: Word | undefined
  for (const match of withoutAddresses(text).matchAll(PIECES)) {
    const piece = match[0]
    const start = match.index
    const last = words.at(-1)
    if (CLAUSE_END.test(piece)) {
      clause++
      part++
    } else if (COMMA.test(piece)) {
      part++
    } else if (APOSTROPHE.test(piece)) {
      glue = last?.end === start && joins(last.text) ? last : undefined
      continue
    } else {
      const folded = foldWord(piece)
      if (glue && glue.end + 1 === start) {
        glue.text = `${glue.text}${folded}`.slice(0, LONGEST_WORD)
        glue.end = start + piece.length
      } else if (folded) words.push({ text: folded, start, end: start + piece.length, clause, part })
      if (words.length >= MOST_WORDS) break
    }
    glue = undefined
  }
  return words
}

/** One word, folded for comparison. */
export function foldWord(word: string): string {
  const folded = word
    .slice(0, LONGEST_WORD)
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/ı/g, 'i')
    .replace(/ँ/g, 'ं')
    .replace(/ß/g, 'ss')
    .replace(/[øö]/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ё/g, 'е')
    .replace(/æ/g, 'ae')
  return folded.replace(ARABIC_ARTICLE, '')
}

/** "don't" is one word, "l'agent" and "I'd" are two. */
function joins(before: string): boolean {
  return before.length > 2 && !ELIDING.has(before)
}

/** Addresses of pages and people name things that nobody asked for; blanks keep the positions. */
function withoutAddresses(text: string): string {
  return text.replace(/\S+/g, (run) => (run.includes('://') || run.includes('@') ? ' '.repeat(run.length) : run))
}
