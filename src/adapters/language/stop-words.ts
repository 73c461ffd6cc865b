// Stop lists, loaded when first needed, without the words that a question lives from.
import { createRequire } from 'node:module'
import { fold, stripMarks } from './fold.ts'
import { KEPT_WORDS } from './kept-words.ts'

const CODES: Readonly<Record<string, string>> = {
  ar: 'ara',
  bg: 'bul',
  bn: 'ben',
  ca: 'cat',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  eu: 'eus',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  ga: 'gle',
  gl: 'glg',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  hy: 'hye',
  id: 'ind',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  lt: 'lit',
  lv: 'lav',
  mr: 'mar',
  ms: 'msa',
  nb: 'nob',
  nl: 'nld',
  no: 'nob',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  sv: 'swe',
  sw: 'swa',
  th: 'tha',
  tl: 'tgl',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  vi: 'vie',
  zh: 'zho',
}

/** What the lists forgot, mostly politeness and chat shorthand, which says nothing about what is asked. */
const ADDED: Readonly<Record<string, string>> = {
  en: 'am do does did please pls plz hi hello hey thanks thank there any some would could should can will shall may might i u ur im me my our us its it he she they them going gonna wanna want know tell',
  es: 'es son está están estoy hay he ha han ser si te las os mi mis sus tus esta este estos estas eso hola gracias favor puedo puede podéis podrías quiero quisiera saber tiene tenéis tienen buenas buenos',
  fr: 'bonjour bonsoir merci svp plaît est-ce puis-je peux peut voudrais savoir',
  pt: 'é são está estão ser há olá oi obrigado obrigada favor posso pode quero queria gostaria saber tem têm vocês',
  de: 'hallo bitte danke guten ich',
  it: 'ciao grazie favore buongiorno posso può vorrei sapere',
  nl: 'hallo bedankt graag alstublieft dank goedendag zijn bent',
  tr: 'merhaba lütfen teşekkürler selam',
  id: 'halo terima kasih tolong kak mohon saya mau ingin',
  ru: 'здравствуйте привет пожалуйста спасибо это',
  ar: 'مرحبا شكرا السلام عليكم رجاء لو سمحت أريد اريد ممكن',
  hi: 'नमस्ते कृपया धन्यवाद मैं मुझे हम मेरा मेरी मेरे आप आपका आपकी आपके',
  zh: '请 请问 吗 呢 吧 了 的 是 我 你 您 们 在 有',
}

const loaded = new Map<string, ReadonlySet<string>>()

/** The stop words of a language, in their written and their accent-free form; empty for one that has no list. */
export function stopWords(language: string): ReadonlySet<string> {
  const known = loaded.get(language)
  if (known) return known
  const kept = new Set((KEPT_WORDS[language] ?? '').split(' ').flatMap((word) => bothForms(word, language)))
  const words = [...rawStopWords(language), ...(ADDED[language] ?? '').split(' ')].flatMap((word) =>
    bothForms(word, language),
  )
  const list = new Set(words.filter((word) => word && !kept.has(word)))
  loaded.set(language, list)
  return list
}

/** The published list as it is, for telling languages apart. */
export function rawStopWords(language: string): readonly string[] {
  const lists = createRequire(import.meta.url)('stopword') as Record<string, unknown>
  const list = lists[CODES[language] ?? '']
  return Array.isArray(list) ? list.filter((word) => typeof word === 'string') : []
}

function bothForms(word: string, language: string): string[] {
  const folded = fold(word, language)
  return [folded, stripMarks(folded)]
}
