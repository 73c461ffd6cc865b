// Finds a quote in a text as people compare them: spaces, case, quotation marks, dashes and digits of any script alike.

interface Folded {
  text: string
  /** For each folded character, where it stands in the original. */
  at: number[]
}

/** The verbatim words of `text` that the quote stands for; undefined when it does not occur. */
export function locate(text: string, quote: string): string | undefined {
  const needle = fold(quote.replace(/^[\s"'“”„«»…]+|[\s"'“”„«»…]+$/gu, '')).text.trim()
  if (needle.length < 2) return undefined
  const hay = fold(text)
  const found = hay.text.indexOf(needle)
  if (found < 0) return undefined
  const start = hay.at[found] ?? 0
  const last = hay.at[found + needle.length - 1] ?? text.length - 1
  const end = last + String.fromCodePoint(text.codePointAt(last) ?? 0x20).length
  return text.slice(start, end)
}

/** Text for comparison only: folded case, width, spaces, quotes, dashes and digits. */
export function fold(text: string): Folded {
  let folded = ''
  const at: number[] = []
  let index = 0
  for (const letter of text) {
    for (const piece of foldLetter(letter)) {
      if (piece === ' ' && (folded === '' || folded.endsWith(' '))) continue
      folded += piece
      for (let i = 0; i < piece.length; i++) at.push(index)
    }
    index += letter.length
  }
  return { text: folded, at }
}

function foldLetter(letter: string): string {
  if (letter <= '\u007f') return /[a-z0-9]/i.test(letter) ? letter.toLowerCase() : (ASCII_ALIKE[letter] ?? letter)
  const known = ALIKE[letter]
  if (known !== undefined) return known
  if (/\s/u.test(letter)) return ' '
  if (/\p{Nd}/u.test(letter)) return digit(letter)
  return letter.normalize('NFKC').toLowerCase()
}

const ASCII_ALIKE: Record<string, string> = {
  '\n': ' ',
  '\t': ' ',
  '\r': ' ',
  '<': '‹',
  '>': '›',
  '"': "'",
  '`': "'",
  '*': '',
  _: '',
}

const ALIKE: Record<string, string> = Object.fromEntries(
  [
    ["'", '“”„‟‘’‚‛´«»″′'],
    ['-', '‐‑‒–—―−'],
    ['', '\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff'],
  ].flatMap(([to = '', from = '']) => [...from].map((letter) => [letter, to])),
)

/** A decimal digit of any script as its ASCII one: digits come in runs of ten, from zero. */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0x30
  for (let value = 0; value < 10; value++) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value)
  }
  return letter.normalize('NFKC')
}
