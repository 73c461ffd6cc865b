// The languages that have a phrase list.
import type { LanguageWords } from '../matching/language-words.ts'
import { en } from './en.ts'

export const languages: readonly LanguageWords[] = [en]
