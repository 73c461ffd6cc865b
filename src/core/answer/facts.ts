// The checkable facts in a text: numbers, prices, dates, addresses. An answer may hold none that its sources do not.
import { fold } from './locate.ts'

const ADDRESS =
  /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bhttps?:\/\/[^\s)\]}>'"’”]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|shop|store|info|biz|eu|io|app|me|ly|[a-z]{2})\b(?:\/[^\s)\]}>'"’”]*)?/gi
const PHONE = /\+?\d[\d\s()./-]{6,}\d/g
const NUMBER = /\d+(?:[.,:/'٫٬]\d+)*/g
/** 6 pm, 6:30 p.m. */
const TWELVE_HOURS = /\b(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b\.?/g
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
  const known = folded(sources.join('\n'))
  let rest = folded(answer.replace(NO_CLAIM, ' '))
  const missing: string[] = []
  for (const [found] of rest.matchAll(ADDRESS)) {
    const address = found.replace(/[.,;:!?]+$/, '')
    rest = rest.replace(address, ' ')
    if (!known.includes(address.replace(/^https?:\/\//, '').replace(/\/$/, ''))) missing.push(address)
  }
  return [...new Set([...missing, ...unknownNumbers(rest, known), ...unknownCurrencies(rest, known)])]
}

function unknownNumbers(said: string, known: string): string[] {
  const phones = new Set([...known.matchAll(PHONE)].map(([phone]) => phone.replace(/\D/g, '')))
  const rest = said.replace(PHONE, (phone) => (phones.has(phone.replace(/\D/g, '')) ? ' ' : phone))
  const numbers = new Set([...known.matchAll(NUMBER)].flatMap(([number]) => readings(number)))
  const isKnown = (number: string) => meanings(number).some((one) => numbers.has(one)) || partsKnown(number, numbers)
  return [...rest.matchAll(NUMBER)].map(([number]) => number).filter((number) => !isKnown(number))
}

function unknownCurrencies(said: string, known: string): string[] {
  const currencies = new Set(currenciesOf(known))
  return currenciesOf(said).filter((currency) => !currencies.has(currency))
}

function folded(text: string): string {
  return fold(text).text.replace(TWELVE_HOURS, (_, hour: string, minutes = '00', half: string) => {
    const hours = (Number(hour) % 12) + (half === 'p' ? 12 : 0)
    return `${hours}:${minutes}`
  })
}

function currenciesOf(text: string): string[] {
  return [...text.matchAll(CURRENCY)].map(
    ([sign]) => MONEY[sign] ?? (/^euro/.test(sign) ? 'eur' : /^dollar/.test(sign) ? 'usd' : sign),
  )
}

/** What a number in a source may be said as: its value, the parts of a date or a time, 18.30 as 18:30. */
function readings(number: string): string[] {
  const parts = isCompound(number) ? number.split(/\D+/).map(plain) : []
  return [...meanings(number), ...parts]
}

function meanings(number: string): string[] {
  return /^\d{1,2}\.\d{2}$/.test(number) ? [amountOf(number), amountOf(number.replace('.', ':'))] : [amountOf(number)]
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
