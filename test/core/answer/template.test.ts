// Prompt files: slots, remarks, and the problems that are named with their line.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPromptFile, type PromptFile } from '../../../src/core/answer/slots.ts'
import { checkTemplate, fill, withoutRemarks } from '../../../src/core/answer/template.ts'
import { SHIPPED } from '../../fixtures/prompts.ts'

describe('filling a template', () => {
  it('replaces every slot, spaces or not', () => {
    expect(fill('{{shop}}, {{ shop }}!', { shop: 'Linden' })).toBe('Linden, Linden!')
  })

  it('never reads a value as a template', () => {
    expect(fill('{{a}} {{b}}', { a: '{{b}} $& $1', b: '{{a}}' })).toBe('{{b}} $& $1 {{a}}')
  })

  it('leaves nothing of a slot that has no value, not even an inherited one', () => {
    expect(fill('[{{toString}}{{none}}]', {})).toBe('[]')
  })

  it('keeps every value whole, whatever is in it', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => fill('{{a}}|{{b}}', { a, b }) === `${a}|${b}`))
  })
})

describe('remarks to the merchant', () => {
  it('never leave the file', () => {
    expect(withoutRemarks('one\n<!-- {{nonsense}}\nmore -->\ntwo <!-- open to the end')).toBe('one\n\ntwo')
  })
})

describe('checking a template', () => {
  const allowed = { required: ['persona'], optional: ['shop'] }

  it('names an unknown placeholder with its line', () => {
    expect(checkTemplate('{{persona}}\n\nfor {{shopp}}', allowed)).toMatchObject([
      { line: 3, severity: 'refused', reason: expect.stringContaining('{{shopp}}') },
    ])
  })

  it('names a missing one', () => {
    expect(checkTemplate('Hello from {{shop}}\n', allowed)).toMatchObject([
      { line: 1, reason: 'The placeholder {{persona}} is missing.' },
    ])
  })

  it('names one that does not close, and one with a single pair of braces', () => {
    const problems = checkTemplate('{{persona}}\n{{shop\nat {shop} and {anything}', allowed)
    expect(problems).toMatchObject([
      { line: 2, reason: expect.stringContaining('not closed') },
      { line: 3, reason: expect.stringContaining('{{shop}}') },
    ])
  })

  it('reads no placeholder in a remark, and counts its lines', () => {
    expect(checkTemplate('<!-- {{x}}\n\n-->\n{{persona}} {{y}}', allowed)).toMatchObject([{ line: 4 }])
  })
})

describe('the prompt files', () => {
  it.each([
    ['persona.md', SHIPPED.persona],
    ['answer.md', SHIPPED.template],
    ['brief.md', SHIPPED.brief],
  ] as [PromptFile, string][])('%s as shipped has no problem', (file, text) => {
    expect(checkPromptFile(file, text)).toEqual([])
  })

  it('may not be empty', () => {
    expect(checkPromptFile('persona.md', '<!-- later -->\n')).toMatchObject([{ line: 1, severity: 'refused' }])
  })

  it('warns of a persona that is cut, at the line where it is', () => {
    const text = `${'You are kind and patient with everybody who writes.\n'.repeat(20)}`
    const [problem] = checkPromptFile('persona.md', text)
    expect(problem).toMatchObject({ severity: 'warning' })
    expect(problem?.line).toBeGreaterThan(3)
    expect(problem?.line).toBeLessThan(20)
  })

  it('refuses rules that leave no room for knowledge', () => {
    const text = `{{persona}}\n${'Always do this and never that.\n'.repeat(40)}{{passages}}\n{{messages}}`
    expect(checkPromptFile('answer.md', text)).toMatchObject([
      { severity: 'refused', reason: expect.stringContaining('Shorten it') },
    ])
  })
})
