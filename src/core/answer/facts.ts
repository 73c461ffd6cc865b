// The checkable facts in a text: numbers, prices, dates, addresses. An answer may hold none that its sources do not.
import { fold } from './locate.ts'

const ADDRESS =
  /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bhttps?:\/\/[^\s)\]}>'"’”]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|shop|store|info|biz|eu|io|app|me|ly|[a-z]{2})\b(?:\/[^\s)\]}>'"’”]*)?/gi
const PHONE = /\+?\d[\d\s()./-]{6,}\d/g
const NUMBER = /\d+(?:[.,:/'٫٬]\d+)*/g
const MONEY: Record<string, string> = {
  '€': 'eur',
  '£': 'gbp',
  '¥': 'jpy',
  '₹': 'inr',
  '₺': 'try',
  '₽': 'rub',
  $: 'usd',
}
const CURRENCY = /[€£¥₹₺₽$]|\b(?:eur|euros?|usd|dollars?|gbp|inr|chf|try|rub|jpy|mad|aed|sar|brl|pln|idr)\b/g
/** The figures that begin the lines of a list, and references to passages, claim nothing. */
const NO_CLAIM = /^\s*\d{1,2}[.)]\s|\[\d{1,2}\]/gm

/** The facts of `answer` that occur in none of the `sources`, as they stand in it. */
export function unsupportedFacts(answer: string, sources: readonly string[]): string[] {
  const said = folded(answer.replace(NO_CLAIM, ' '))
  const known = folded(sources.join('\n'))
  const missing: string[] = []
  let rest = said
  for (const [address] of said.matchAll(ADDRESS)) {
    const bare = address.replace(/[.,;:!?]+$/, '')
    rest = rest.replace(bare, ' ')
    if (!known.includes(bare.replace(/^https?:\/\//, '').replace(/\/$/, ''))) missing.push(bare)
  }
  const phones = [...known.matchAll(PHONE)].map(([phone]) => phone.replace(/\D/g, ''))
  rest = rest.replace(PHONE, (phone) => (phones.includes(phone.replace(/\D/g, '')) ? ' ' : phone))
  const numbers = new Set([...known.matchAll(NUMBER)].flatMap(([number]) => readings(number)))
  for (const [number] of rest.matchAll(NUMBER)) {
    if (
      !readings(number)
        .slice(0, 1)
        .some((reading) => numbers.has(reading)) &&
      !partsKnown(number, numbers)
    )
      missing.push(number)
  }
  const currencies = new Set(currenciesOf(known))
  for (const currency of currenciesOf(rest)) if (!currencies.has(currency)) missing.push(currency)
  return [...new Set(missing)]
}

function folded(text: string): string {
  return fold(text).text
}

function currenciesOf(text: string): string[] {
  return [...text.matchAll(CURRENCY)].map(
    ([sign]) => MONEY[sign] ?? (/^euro/.test(sign) ? 'eur' : /^dollar/.test(sign) ? 'usd' : sign),
  )
}

/** A number's value first, then its parts: 1.299,00 is 1299, and also 1, 299. */
function readings(number: string): string[] {
  const parts = number.split(/\D+/).map(plain)
  return [amountOf(number), ...(isCompound(number) ? parts : [])]
}

/** Dates and times may be written in another order or style: every part has to be known by itself. */
function partsKnown(number: string, numbers: ReadonlySet<string>): boolean {
  return isCompound(number) && number.split(/\D+/).every((part) => numbers.has(plain(part)) || Number(part) === 0)
}

/** A date or a time, not an amount. */
function isCompound(number: string): boolean {
  return /[:/]/.test(number) || /^\d{1,4}\.\d{1,2}\.\d{1,4}$/.test(number)
}

/** One spelling for 1,299.00, 1.299,00, 1'299 and 1299. */
function amountOf(number: string): string {
  if (isCompound(number)) return number.replace(/^0+(?=\d)/, '')
  const [, whole = number, cents] = /^(.*?)(?:[.,٫](\d{1,2}))?$/.exec(number) ?? []
  const fraction = (cents ?? '').replace(/0+$/, '')
  return `${plain(whole.replace(/\D/g, ''))}${fraction === '' ? '' : `.${fraction}`}`
}

function plain(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}
