// The phrase lists of all languages in one tree, so that a text is read once, and misspelled words find their way.
import { type Word, wordsOf } from './fold.ts'
import type { LanguageWords, Role } from './language-words.ts'

/** A phrase of a list, found in a text: words `start` to `end` (exclusive). */
export interface Span {
  role: Role
  language: string
  start: number
  end: number
  /** One of its words was misspelled. */
  corrected: boolean
}

/** There are tens of thousands, and most have one way on or none: what a node does not need, it does not have. */
interface Node {
  next?: Map<string, Node>
  stems?: Map<string, Node>
  stemLengths?: number[]
  ends?: { role: Role; language: string }[]
}

export interface Lexicon {
  root: Node
  /** Every word of every list, and the lookalikes: none of them is a misspelling. */
  known: ReadonlySet<string>
  /** Words with one letter left out, to the words they may stand for. */
  nearby: ReadonlyMap<string, readonly string[]>
  verbLast: ReadonlySet<string>
}

export interface Changes {
  /** Phrases that ask for a person wherever they stand. */
  add: readonly string[]
  /** Phrases to leave out of every list, by language; `*` for all. */
  remove: readonly { language: string; phrase: string }[]
}

const ROLES = [
  'reach',
  'reachBack',
  'want',
  'person',
  'someone',
  'machine',
  'asks',
  'bare',
  'between',
  'after',
  'breaks',
  'refuse',
  'whether',
  'rejects',
  'never',
  'greetings',
  'thanks',
  'fine',
  'yes',
  'no',
  'polite',
] as const satisfies readonly Role[]
const REMOVABLE: readonly Role[] = ['reach', 'reachBack', 'want', 'person', 'someone', 'machine', 'asks', 'bare']
const CORRECTED: readonly Role[] = ['reach', 'want', 'person', 'someone', 'asks', 'bare']
/** Shorter words have too many neighbours that mean something else; more so in scripts that write few vowels. */
const SHORTEST_CORRECTED = 5
const SHORTEST_CORRECTED_FEW_VOWELS = 6
const FEW_VOWELS = /[\u0600-\u06ff\u0900-\u097f]/
const LONGEST_CORRECTED = 20

export function buildLexicon(languages: readonly LanguageWords[], changes: Changes = { add: [], remove: [] }): Lexicon {
  const root: Node = {}
  const known = new Set<string>()
  const targets = new Set<string>()
  const insert = (phrase: string, role: Role, language: string) => {
    const words = phraseWords(phrase)
    let node = root
    for (const word of words) {
      node = child(node, word)
      known.add(word)
      if (CORRECTED.includes(role) && mayBeMisspelled(word)) targets.add(word)
    }
    if (words.length === 0) return
    node.ends ??= []
    node.ends.push({ role, language })
  }
  for (const words of languages) {
    const removed = new Set(
      changes.remove
        .filter(({ language }) => language === '*' || language === words.language)
        .map(({ phrase }) => phraseWords(phrase).join(' ')),
    )
    for (const role of ROLES) {
      for (const phrase of words[role] ?? []) {
        if (!REMOVABLE.includes(role) || !removed.has(phraseWords(phrase).join(' ')))
          insert(phrase, role, words.language)
      }
    }
    for (const word of words.lookalikes ?? []) for (const one of phraseWords(word)) known.add(one)
  }
  for (const phrase of changes.add) insert(phrase, 'asks', '*')
  // What was taken away must not come back as a misspelling of what is left.
  for (const { phrase } of changes.remove) for (const word of phraseWords(phrase)) known.add(word)
  const verbLast = new Set(languages.filter((one) => one.verbLast).map((one) => one.language))
  return { root, known, nearby: neighbours(targets), verbLast }
}

/** All phrases that stand in a text, misspellings forgiven; linear in the number of words. */
export function spansIn(lexicon: Lexicon, words: readonly Word[]): Span[] {
  const spans: Span[] = []
  const seen = new Map<string, Reading[]>()
  const read = words.map(({ text }) => {
    const known = seen.get(text) ?? readings(lexicon, text)
    seen.set(text, known)
    return known
  })
  const walk = (node: Node, start: number, at: number, corrected: boolean) => {
    for (const { role, language } of node.ends ?? []) spans.push({ role, language, start, end: at, corrected })
    if (at >= words.length || words[at]?.part !== words[start]?.part) return
    for (const reading of read[at] ?? []) {
      for (const next of step(node, reading.text)) walk(next, start, at + 1, corrected || reading.corrected)
    }
  }
  for (let start = 0; start < words.length; start++) walk(lexicon.root, start, start, false)
  return spans
}

interface Reading {
  text: string
  corrected: boolean
}

/** A word as the lists know it: drawn-out letters shortened ("humaaan"), one wrong letter put right. */
function readings(lexicon: Lexicon, text: string): Reading[] {
  if (lexicon.known.has(text)) return [{ text, corrected: false }]
  const plain = text.replace(/(.)\1{2,}/gu, '$1')
  for (const shorter of plain === text ? [] : [plain, text.replace(/(.)\1{2,}/gu, '$1$1')]) {
    if (lexicon.known.has(shorter)) return [{ text: shorter, corrected: false }]
  }
  const found: Reading[] = [{ text: plain, corrected: false }]
  if (plain.length < SHORTEST_CORRECTED - 1 || plain.length > LONGEST_CORRECTED) return found
  for (const key of [plain, ...lettersLeftOut(plain)]) {
    for (const word of lexicon.nearby.get(key) ?? []) {
      if (word[0] !== plain[0] || found.some((one) => one.text === word) || !oneEditApart(word, plain)) continue
      found.push({ text: word, corrected: true })
    }
  }
  return found
}

const NOWHERE: Node[] = []

function step(node: Node, word: string): Node[] {
  const exact = node.next?.get(word)
  if (!node.stemLengths) return exact ? [exact] : NOWHERE
  const found: Node[] = exact ? [exact] : []
  for (const length of node.stemLengths) {
    const stem = length <= word.length ? node.stems?.get(word.slice(0, length)) : undefined
    if (stem) found.push(stem)
  }
  return found
}

function child(node: Node, word: string): Node {
  const stem = word.endsWith('*') ? word.slice(0, -1) : undefined
  if (stem === undefined) {
    node.next ??= new Map()
    return entry(node.next, word)
  }
  node.stems ??= new Map()
  node.stemLengths ??= []
  if (!node.stemLengths.includes(stem.length)) node.stemLengths.push(stem.length)
  return entry(node.stems, stem)
}

function entry(map: Map<string, Node>, key: string): Node {
  const known = map.get(key)
  if (known) return known
  const made: Node = {}
  map.set(key, made)
  return made
}

function mayBeMisspelled(word: string): boolean {
  return (
    word.length >= (FEW_VOWELS.test(word) ? SHORTEST_CORRECTED_FEW_VOWELS : SHORTEST_CORRECTED) && !word.endsWith('*')
  )
}

/** A list's phrase, folded as customer text is; `*` stays. */
function phraseWords(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((part) => {
    const words = wordsOf(part).map((word) => word.text)
    return part.endsWith('*') ? words.map((word, i) => (i === words.length - 1 ? `${word}*` : word)) : words
  })
}

function neighbours(targets: ReadonlySet<string>): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const word of targets) {
    for (const key of new Set([word, ...lettersLeftOut(word)])) {
      const list = map.get(key)
      if (list) list.push(word)
      else map.set(key, [word])
    }
  }
  return map
}

function lettersLeftOut(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

/** One letter more, less, different, or two neighbours swapped. */
function oneEditApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  let tail = 0
  while (tail < Math.min(one.length, other.length) - from && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  const left = one.slice(from, one.length - tail)
  const right = other.slice(from, other.length - tail)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && left[0] === right[1] && left[1] === right[0] && right.length === 2
}
