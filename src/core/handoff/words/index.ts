// The languages that have a phrase list.
import type { LanguageWords } from '../matching/language-words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { pt } from './pt.ts'

export const languages: readonly LanguageWords[] = [en, es, fr, it, pt]
