// From entries to passages.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/core/knowledge/passage.ts'
import { marksSample } from '../../../src/core/knowledge/sample.ts'
import { MAX_PASSAGE, toPassages } from '../../../src/core/knowledge/split.ts'

const entry = (more: Partial<Entry>): Entry => ({
  place: 'p',
  title: 'T',
  questions: [],
  text: 'Text.',
  line: 1,
  ...more,
})
const english = () => ({ language: 'en', sure: 0.9 })
const one = (more: Partial<Entry>) => toPassages('a/b.md', { title: 'File', entries: [entry(more)] }, english)

describe('a passage', () => {
  it('is named by its file and place and knows the headings above', () => {
    expect(one({ headings: ['File', 'Shipping', 'T'] })).toEqual([
      { ...entry({}), id: 'a/b.md#p', source: 'a/b.md', headings: ['File', 'Shipping'], language: 'en' },
    ])
  })

  it('links only to the web', () => {
    expect(one({ link: 'https://a.example' })[0]?.link).toBe('https://a.example')
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '/care']) {
      expect(one({ link })[0]).not.toHaveProperty('link')
    }
  })

  it('is not made of what is meant for staff', () => {
    expect(one({ audience: 'staff' })).toEqual([])
    expect(one({ audience: 'everybody' })).toHaveLength(1)
  })

  it('has its own language, else its file’s, else the one told from its text; unsure, that of the whole file', () => {
    const detect = (text: string) =>
      text.includes('hola') ? { language: 'es', sure: 0.9 } : { language: 'fr', sure: 0.3 }
    const languages = (file: { language?: string }, ...entries: Entry[]) =>
      toPassages('x', { ...file, entries }, detect).map(({ language }) => language)
    expect(languages({ language: 'de' }, entry({ language: 'it' }), entry({ text: 'hola' }))).toEqual(['it', 'de'])
    expect(languages({}, entry({ text: 'hola' }), entry({ text: 'ok' }))).toEqual(['es', 'es'])
  })
})

describe('a long entry', () => {
  it('is split along paragraphs, under the same place', () => {
    const paragraph = 'A sentence that is some words long. '.repeat(12).trim()
    const passages = one({ text: [paragraph, paragraph, paragraph].join('\n\n') })
    expect(passages.map(({ id, place }) => [id, place])).toEqual([
      ['a/b.md#p~1', 'p'],
      ['a/b.md#p~2', 'p'],
    ])
    expect(passages.map(({ text }) => text)).toEqual([`${paragraph}\n\n${paragraph}`, paragraph])
  })

  it('loses no word and makes no passage too long, whatever the text', () => {
    const text = fc.array(fc.oneof(fc.lorem({ maxCount: 40 }), fc.string({ maxLength: 2000 }), fc.constant('\n\n')), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join(' ')
        const passages = one({ text: whole })
        for (const passage of passages) expect(passage.text.length).toBeLessThanOrEqual(MAX_PASSAGE)
        const squeeze = (value: string): string => value.replace(/\s+/g, '')
        expect(squeeze(passages.map((passage) => passage.text).join(''))).toBe(squeeze(whole))
      }),
    )
  })
})

describe('the sample shop', () => {
  it('is told by its marked file', () => {
    const file = '---\ntitle: About\nsample: true\n---\ntext'
    expect(marksSample('about-olive-and-oak.md', file)).toBe(true)
    expect(marksSample('about-olive-and-oak.md', file.replaceAll('\n', '\r\n'))).toBe(true)
    expect(marksSample('about-us.md', file)).toBe(false)
    expect(marksSample('about-olive-and-oak.md', 'We say sample: true here')).toBe(false)
  })
})
