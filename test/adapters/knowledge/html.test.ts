// HTML: what a visitor reads, by its headings.
import { describe, expect, it } from 'vitest'
import { html } from '../../../src/adapters/knowledge/html.ts'
import { readerContract } from '../../contracts/reader.ts'

readerContract(
  'HTML',
  html,
  '<html><body>\n<h1>Shipping</h1>\n<p>We ship.</p>\n<h2>Costs</h2>\n<p>3.95 €</p>\n</body></html>\n',
)

const read = (text: string) => html.read(new TextEncoder().encode(text), 'care.html')

describe('a page', () => {
  it('is read without its menus, scripts and hidden parts', async () => {
    const { entries } = await read(
      '<title>T</title><style>p{}</style><nav>Home</nav><script>alert("<p>x</p>")</script><p hidden>old</p><template><p>t</p></template><p>Seen &amp; read</p>',
    )
    expect(entries).toEqual([expect.objectContaining({ place: 'top', title: 'T', text: 'Seen & read' })])
  })

  it('has its headings as places: their id, else their slug', async () => {
    const { entries } = await read(
      '<h1>Care</h1><h2 id="wool-care">Wool</h2><p>Cold.</p><h3>Silk &amp; satin</h3><p>By hand.</p>',
    )
    expect(entries.map(({ place, title, headings }) => ({ place, title, headings }))).toEqual([
      { place: 'wool-care', title: 'Wool', headings: ['Care'] },
      { place: 'silk-satin', title: 'Silk & satin', headings: ['Care', 'Wool'] },
    ])
  })

  it('links to its canonical address, and to the heading when it has an id', async () => {
    const { entries } = await read('<link rel="canonical" href="https://a.example/care"><h2 id="x">X</h2>x<h2>Y</h2>y')
    expect(entries.map(({ link }) => link)).toEqual(['https://a.example/care#x', 'https://a.example/care'])
    const hostile = await read('<link rel="canonical" href="javascript:alert(1)"><p>x</p>')
    expect(hostile.entries[0]).not.toHaveProperty('link')
  })

  it('says its language', async () => {
    expect((await read('<html lang="es"><p>Hola</p>')).entries[0]?.language).toBe('es')
  })

  it('has tables said row by row, and lists line by line', async () => {
    const { entries } = await read(
      '<h2>Hours</h2><table><tr><th>Day</th><th>Time</th></tr><tr><td>Monday</td><td>10:00</td></tr></table><ul><li>one<li>two</ul><dl><dt>Tub</dt><dd>washing</dd></dl>',
    )
    expect(entries[0]?.text).toBe('Day: Monday, Time: 10:00\n\n- one\n- two\n\nTub: washing')
  })

  it('takes folding questions and lists that are also asked as', async () => {
    const { entries } = await read(
      '<details><summary>May I?</summary><p>Also asked as:</p><ul><li>Can I?</li></ul><p>Yes.</p></details>',
    )
    expect(entries).toEqual([expect.objectContaining({ questions: ['May I?', 'Can I?'], text: 'Yes.' })])
  })
})

describe('trouble', () => {
  it.each([
    ['an unfinished tag', '<p>One</p>\n<p>Two</p>\n<a hre', 3],
    ['an open comment', '<p>One</p>\n<!-- two\n<p>Three</p>', 2],
  ])('%s is refused with its line', async (_, text, line) => {
    expect((await read(text)).problems).toEqual([expect.objectContaining({ severity: 'refused', line })])
  })

  it('a page without words is refused', async () => {
    expect((await read('<nav>Menu</nav>')).problems).toEqual([expect.objectContaining({ severity: 'refused' })])
  })
})
