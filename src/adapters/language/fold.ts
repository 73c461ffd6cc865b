// Letters brought to one form, so that the same word typed in different ways is the same word.

const ARABIC = /\p{Script=Arabic}/u
// Tashkeel, superscript alef and tatweel: decoration that customers leave out.
const ARABIC_MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g

/** Lower case, compatibility forms unified, Arabic letters folded. Accents stay: stemmers need them. */
export function fold(text: string, language: string): string {
  const plain = text.normalize('NFKC')
  const lower = language === 'tr' || language === 'az' ? plain.toLocaleLowerCase('tr') : plain.toLowerCase()
  return ARABIC.test(lower) ? foldArabic(lower) : lower
}

function foldArabic(text: string): string {
  return text
    .replace(ARABIC_MARKS, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/ء/g, '')
}

// Only on Latin and Greek letters: elsewhere a mark is part of the letter (й) or a vowel (Devanagari).
const LETTER_WITH_MARKS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu

/** Without accents, and without the letters that only a national keyboard has. */
export function stripMarks(text: string): string {
  if (isAscii(text)) return text
  return text
    .normalize('NFD')
    .replace(LETTER_WITH_MARKS, '$1')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ё/g, 'е')
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}
