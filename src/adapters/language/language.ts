// The Language port: words cut and stemmed for search, and the language of a text.
import type { Language } from '../../ports/language.ts'
import { detect } from './detect.ts'
import { fold } from './fold.ts'
import { stemmer } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { cutWords } from './words.ts'

/** Stemmers and lists are loaded per language, when a text of it is first analysed. */
export function createLanguage(): Language {
  return { analyse, detect, module: import.meta.url }
}

function analyse(text: string, language: string): string[] {
  const base = language.split('-')[0] ?? language
  const stop = stopWords(base)
  const stem = stemmer(base)
  const terms: string[] = []
  for (const { text: word, piece } of cutWords(fold(text, base), base)) {
    if (!stop.has(word)) terms.push(piece ? word : stem(word))
  }
  return terms
}
