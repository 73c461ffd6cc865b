import { describe, expect, it } from 'vitest'
import { rephrasingsOf, saysTheSame } from '../../../src/core/handoff/rephrasing.ts'

const STOP = new Set(['the', 'is', 'my', 'do', 'i', 'a', 'you', 'it', 'can', 'to', 'for'])
const analyse = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !STOP.has(word))

describe('rephrasings', () => {
  it('[T15] counts the earlier turns that ask the same', () => {
    const earlier = ['Where is my parcel?', 'Do you sell curtains?', 'my parcel, where is it']
    expect(rephrasingsOf('WHERE is the parcel??', earlier, analyse)).toBe(2)
  })

  it('sees through inflections that share a long beginning', () => {
    expect(rephrasingsOf('returning trousers', ['return trouser'], analyse)).toBe(1)
  })

  it('does not take another subject for the same question', () => {
    expect(rephrasingsOf('do you ship curtains to Malta', ['how long do refunds take'], analyse)).toBe(0)
  })

  it('counts nothing for a turn without terms', () => {
    expect(rephrasingsOf('???', ['???', ''], analyse)).toBe(0)
    expect(rephrasingsOf('the', ['the'], analyse)).toBe(0)
  })

  it('works in any script', () => {
    expect(rephrasingsOf('где моя посылка', ['моя посылка где она'], analyse)).toBe(1)
    expect(rephrasingsOf('أين طلبي', ['طلبي أين'], analyse)).toBe(1)
  })
})

describe('answers that say the same', () => {
  it('forgives small differences of wording', () => {
    expect(saysTheSame('Returns are free within 30 days.', 'Returns are free within 30 days!')).toBe(true)
  })

  it('does not forgive another number', () => {
    const fee = (euros: string) => `Delivery to your country costs ${euros} euros and takes three to five working days.`
    expect(saysTheSame(fee('4.90'), fee('4.90'))).toBe(true)
    expect(saysTheSame(fee('4.90'), fee('6.50'))).toBe(false)
  })

  it('says nothing of silence', () => {
    expect(saysTheSame('', '')).toBe(false)
  })
})
