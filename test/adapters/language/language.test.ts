// The built-in languages: words are cut, folded and stemmed as each of them needs, and told apart.
import { describe, expect, it } from 'vitest'
import { createLanguage } from '../../../src/adapters/language/language.ts'
import { languageContract } from '../../contracts/language.ts'

languageContract('the built-in language', createLanguage)

const { analyse, detect } = createLanguage()

describe('terms', () => {
  it.each([
    ['en', 'shipping', 'shipped'],
    ['es', 'devolución', 'devolucion'],
    ['es', 'devoluciones', 'DEVOLUCION'],
    ['fr', 'livraisons', 'livraison'],
    ['de', 'Öffnungszeiten', 'öffnungszeit'],
    ['pt', 'devolução', 'devolucao'],
    ['tr', 'SİPARİŞ', 'sipariş'],
    ['ru', 'доставки', 'доставка'],
    ['ar', 'الطلبات', 'طلب'],
    ['ar', 'أَيْنَ', 'اين'],
    ['ar', 'شـــحن', 'شحن'],
    ['hi', 'कपड़े', 'कपड़ा'],
    ['id', 'ukurannya', 'ukuran'],
  ])('%s: "%s" and "%s" are one word', (language, one, other) => {
    expect(analyse(one, language)).toEqual(analyse(other, language))
    expect(analyse(one, language)).toHaveLength(1)
  })

  it('reads an English contraction as its words', () => {
    expect(analyse("It doesn't fit, can't you swap it?", 'en')).toEqual(expect.arrayContaining(['not', 'fit', 'swap']))
    expect(analyse("what's", 'en')).toEqual(['what'])
  })

  it('parts French articles from their words', () => {
    expect(analyse("l'échange", 'fr')).toEqual(analyse('échange', 'fr'))
  })

  it.each([
    ['zh', '运费多少', ['运费', '多少']],
    ['ja', '返品できますか', ['返品']],
    ['th', 'ค่าจัดส่ง', ['จั']],
  ])('%s, written without spaces, is cut into letters and pairs', (language, text, parts) => {
    expect(analyse(text, language)).toEqual(expect.arrayContaining(parts))
  })

  it('keeps sizes and article numbers', () => {
    expect(analyse('size M or XL, article A-1234', 'en')).toEqual(expect.arrayContaining(['m', 'xl', '1234']))
  })

  it('reads a regional tag as its language', () => {
    expect(analyse('envíos', 'es-MX')).toEqual(analyse('envíos', 'es'))
  })
})

describe('which language', () => {
  it.each([
    ['en', 'Where is my order?'],
    ['es', '¿Dónde está mi pedido?'],
    ['es', 'cuanto tarda el envio'],
    ['fr', 'Combien coûte la livraison ?'],
    ['pt', 'Quanto custa o envio?'],
    ['de', 'Wie lange dauert der Versand?'],
    ['it', 'Quanto costa la spedizione?'],
    ['nl', 'Wat kost het verzenden?'],
    ['tr', 'Kargo ücreti ne kadar?'],
    ['id', 'Berapa ongkos kirim ke Jakarta?'],
    ['ru', 'Где мой заказ?'],
    ['ar', 'أين طلبي؟'],
    ['hi', 'मेरा ऑर्डर कहाँ है?'],
    ['zh', '我的订单在哪里？'],
    ['ja', '返品できますか'],
    ['ko', '주문은 어디에 있나요?'],
    ['uk', 'Де моє замовлення? Її ще немає.'],
  ])('%s: %s', (language, text) => {
    expect(detect(text, ['en', 'es']).language).toBe(language)
    expect(detect(text).language).toBe(language)
  })

  it('is told by script even when product names are in Latin letters', () => {
    expect(detect('كم سعر قميص Alba Linen؟', ['en']).language).toBe('ar')
  })

  it('leans on what is expected for words that several languages share, and keeps its region', () => {
    expect(detect('Portugal', ['es', 'en']).language).toBe('es')
    expect(detect('Quanto custa o envio?', ['pt-BR']).language).toBe('pt-BR')
  })
})
