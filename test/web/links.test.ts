// Which parts of a text become links, and where they may lead.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkParts, safeHref } from '../../src/web/links.ts'

const links = (text: string) => linkParts(text).flatMap((part) => (part.href === undefined ? [] : [part.text]))

describe('addresses in a text', () => {
  it.each([
    ['see https://a.example/x.', 'https://a.example/x'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['https://a.example/Oak_(tree)', 'https://a.example/Oak_(tree)'],
    ['“https://a.example”', 'https://a.example'],
    ['http://a.example?q=1&r=ü, then', 'http://a.example?q=1&r=ü'],
  ])('%s', (text, address) => {
    expect(links(text)).toEqual([address])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'www.example.com',
    'https://',
    'mailto:a@b.example',
  ])('%s stays text', (text) => {
    expect(links(text)).toEqual([])
  })

  it('the parts are the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('https://', ')', '.', ' '))),
        (pieces) => {
          const text = pieces.join('')
          expect(
            linkParts(text)
              .map((part) => part.text)
              .join(''),
          ).toBe(text)
        },
      ),
    )
  })

  it('a source links to the web or not at all', () => {
    expect(safeHref('https://a.example/x')).toBe('https://a.example/x')
    expect(safeHref('javascript:alert(1)')).toBeUndefined()
    expect(safeHref('/relative')).toBeUndefined()
    expect(safeHref(undefined)).toBeUndefined()
  })
})
