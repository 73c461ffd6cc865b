// The estimate against the real tokenizer.
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, it } from 'vitest'
import {
  BRIEF_SCHEMA,
  BRIEF_SCHEMA_TOKENS,
  DRAFT_SCHEMA,
  DRAFT_SCHEMA_TOKENS,
} from '../../../src/core/answer/structure.ts'
import { countTokens } from '../../../src/core/answer/tokens.ts'
import { SAMPLES } from '../../fixtures/languages.ts'

describe('the estimate of tokens', () => {
  it.each(Object.entries(SAMPLES))('is near the truth for %s, and hardly under it', (_, text) => {
    const ratio = countTokens(text) / encode(text).length
    expect(ratio).toBeGreaterThan(0.92)
    expect(ratio).toBeLessThan(1.22)
  })

  it('is nowhere more than 8 % under over all of them together, and within 10 % over', () => {
    const all = Object.values(SAMPLES)
    const estimate = all.reduce((sum, text) => sum + countTokens(text), 0)
    const truth = all.reduce((sum, text) => sum + encode(text).length, 0)
    expect(estimate / truth).toBeGreaterThan(0.98)
    expect(estimate / truth).toBeLessThan(1.12)
  })

  it('is nothing for nothing', () => {
    expect(countTokens('')).toBe(0)
  })

  it('takes hostile text in its stride', () => {
    for (const text of [
      'a'.repeat(20_000),
      '😀'.repeat(5000),
      '\u0301'.repeat(5000),
      '<'.repeat(9999),
      '\n'.repeat(9999),
    ]) {
      const started = performance.now()
      expect(countTokens(text)).toBeGreaterThan(0)
      expect(performance.now() - started).toBeLessThan(200)
    }
  })
})

describe('the response formats', () => {
  const cost = (schema: unknown) =>
    encode(JSON.stringify({ type: 'json_schema', json_schema: { name: 'reply', strict: true, schema } })).length

  it('cost what the budget says', () => {
    expect(cost(DRAFT_SCHEMA)).toBe(DRAFT_SCHEMA_TOKENS)
    expect(cost(BRIEF_SCHEMA)).toBe(BRIEF_SCHEMA_TOKENS)
  })
})
