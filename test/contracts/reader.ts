// What every reader of knowledge owes its callers: whatever the bytes, an answer and never a throw.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reader } from '../../src/ports/reader.ts'

/** `good` is the text of a file with two entries. */
export function readerContract(name: string, reader: Reader, good: string): void {
  const source = `folder/some file${reader.extensions[0]}`
  const read = (content: string | Uint8Array) =>
    reader.read(typeof content === 'string' ? new TextEncoder().encode(content) : content, source)

  describe(`the ${name} reader`, () => {
    it('finds the entries, each with a place of its own, a title, text and a line', async () => {
      const { entries, problems } = await read(good)
      expect(problems).toEqual([])
      expect(entries).toHaveLength(2)
      expect(new Set(entries.map(({ place }) => place)).size).toBe(2)
      for (const { title, text, line, place } of entries) {
        expect([title, text, place]).not.toContain('')
        expect(line).toBeGreaterThan(0)
        expect(line).toBeLessThanOrEqual(good.split('\n').length)
      }
    })

    it('reads the same from Windows: a byte order mark, and lines that end with CR LF', async () => {
      const { entries } = await read(good)
      expect((await read(`\ufeff${good.replaceAll('\n', '\r\n')}`)).entries).toEqual(entries)
    })

    it('reads UTF-16 that says so', async () => {
      const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from(good, 'utf16le')])
      expect((await read(bytes)).entries).toEqual((await read(good)).entries)
    })

    it.each([
      ['an empty file', new Uint8Array(), /is empty/],
      ['only white space', new TextEncoder().encode(' \n\n\t'), /is empty/],
      [
        'a picture with the wrong name',
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
        /is a PNG image named \./,
      ],
      ['a Word file with the wrong name', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /is a Word, Excel or ZIP file/],
      ['NUL bytes', new Uint8Array([65, 66, 0, 67]), /NUL/],
      ['more than 20 MB', new Uint8Array(60 * 1024 * 1024).fill(65), /60 MB is more than 20 MB; split it/],
    ])('refuses %s, and says why', async (_, bytes, reason) => {
      const { entries, problems } = await read(bytes)
      expect(entries).toEqual([])
      expect(problems).toEqual([
        expect.objectContaining({ severity: 'refused', reason: expect.stringMatching(reason) }),
      ])
    })

    it('names the line of letters that are not UTF-8', async () => {
      const lines = good.split('\n').length
      const bytes = Buffer.concat([Buffer.from(`${good}\n`), Buffer.from([0x63, 0x61, 0x66, 0xe9])])
      const { problems } = await read(new Uint8Array(bytes))
      expect(problems).toEqual([
        expect.objectContaining({ severity: 'refused', line: lines + 1, reason: expect.stringContaining('not UTF-8') }),
      ])
    })

    it('never throws, and names a reason for whatever it cannot read', async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), torn(good)), async (content) => {
          const { entries, problems } = await read(content)
          expect(entries.length + problems.length).toBeGreaterThan(0)
          for (const { reason } of problems) expect(reason.length).toBeGreaterThan(5)
        }),
        { numRuns: 60 },
      )
    })
  })
}

/** A good file with something cut out of it or put into it. */
function torn(good: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat(good.length),
      fc.nat(good.length),
      fc.constantFrom('', '"', '{', '<', '---\n', '\n', ',', '| a |\n|--|'),
    )
    .map(([a, b, put]) => good.slice(0, Math.min(a, b)) + put + good.slice(Math.max(a, b)))
}
