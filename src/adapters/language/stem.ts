// Words brought to their stem: Snowball where it has the language, short rules of our own where it has not.
import { createRequire } from 'node:module'
import { stripMarks } from './fold.ts'

interface Stemmer {
  stem(word: string): string
}

const SNOWBALL: Readonly<Record<string, string>> = {
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
}

type Stem = (word: string) => string

const stemmers = new Map<string, Stem>()
/** Stems seen so far, by language; emptied when it grows past this many. */
const CACHE = 50_000

/** The stemming function of a language, accents removed; loads the library the first time it is needed. */
export function stemmer(language: string): Stem {
  const known = stemmers.get(language)
  if (known) return known
  const raw = rawStemmer(language)
  const cache = new Map<string, string>()
  const stem = (word: string): string => {
    const cached = cache.get(word)
    if (cached !== undefined) return cached
    if (cache.size >= CACHE) cache.clear()
    const stemmed = /\p{N}/u.test(word) ? stripMarks(word) : raw(word) || word
    cache.set(word, stemmed)
    return stemmed
  }
  stemmers.set(language, stem)
  return stem
}

function rawStemmer(language: string): Stem {
  if (language === 'ar' || language === 'fa' || language === 'ur') return stemArabic
  if (language === 'hi' || language === 'mr') return stemHindi
  if (language === 'id' || language === 'ms') return stemIndonesian
  const name = SNOWBALL[language]
  if (!name) return stripMarks
  const snowball = createRequire(import.meta.url)('snowball-stemmers') as { newStemmer(name: string): Stemmer }
  const made = snowball.newStemmer(name)
  const prepare = language === 'es' ? accentSpanish : language === 'pt' ? accentPortuguese : (word: string) => word
  return (word) => stripMarks(made.stem(prepare(word)))
}

/** Customers leave accents out; the stemmer tells endings by them. So all go, and the telling ones come back. */
function accentSpanish(word: string): string {
  return stripMarks(word.replace(/ñ/g, '\u0001'))
    .replaceAll('\u0001', 'ñ')
    .replace(/([cstx])ion$/, '$1ión')
}

function accentPortuguese(word: string): string {
  return stripMarks(word)
    .replace(/([cs])ao$/, (_, c: string) => (c === 'c' ? 'ção' : 'são'))
    .replace(/coes$/, 'ções')
    .replace(/soes$/, 'sões')
}

const ARABIC_PREFIX = /^(?:وال|بال|كال|فال|لل|ال)(?=..)/
const ARABIC_SUFFIX = /(?:ها|ان|ات|ون|ين|يه|ه|ي)$/

/** Light stemming: article and conjunction before, number and possession after (after Larkey's light10). */
function stemArabic(word: string): string {
  let stem = word.replace(/^و(?=...)/, '').replace(ARABIC_PREFIX, '')
  for (let i = 0; i < 2; i++) {
    const shorter = stem.replace(ARABIC_SUFFIX, '')
    if (shorter.length < 2) break
    stem = shorter
  }
  return stem
}

const HINDI_SUFFIX = /(?:ियाँ|ियां|ियों|ाओं|ाएँ|ाएं|ुओं|ुएँ|ुएं|ताओं|नाओं|ओं|ों|ें|ीं|ाँ|ां|ाई|ाया|ता|ते|ती|ना|नी|ने|ा|े|ी|ि|ु|ू|ो)$/

function stemHindi(word: string): string {
  const plain = word.replaceAll('\u093c', '')
  const stem = plain.replace(HINDI_SUFFIX, '')
  return stem.length >= 2 ? stem : plain
}

/** Particles and possessives after, the plainest prefixes before. */
function stemIndonesian(word: string): string {
  const plain = stripMarks(word)
  if (plain.length < 5) return plain
  const base = plain.replace(/(?:lah|kah|nya|ku|mu)$/, '')
  const stem = base.replace(/(?:kan|an)$/, '').replace(/^(?:meng|mem|men|peng|pem|pen|ber|ter|di|me|pe)(?=....)/, '')
  return stem.length >= 3 ? stem : base
}
