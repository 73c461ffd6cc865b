// Names that readers give: titles from file names, places from headings, rows as sentences.

/** `faq/shipping-and-delivery.md` is "Shipping and delivery". */
export function titleOfPath(source: string): string {
  const name = source.split('/').at(-1) ?? source
  const words = name
    .replace(/\.[^.]+$/, '')
    .replace(/[-_.]+/g, ' ')
    .trim()
  return words === '' ? source : words.charAt(0).toUpperCase() + words.slice(1)
}

/** Gives each heading a place of its own: its slug, with a number when the slug is taken. */
export function createPlaces(): (heading: string) => string {
  const taken = new Set<string>()
  return (heading) => {
    const slug = slugOf(heading) || 'section'
    let place = slug
    for (let n = 1; taken.has(place); n++) place = `${slug}-${n}`
    taken.add(place)
    return place
  }
}

export function slugOf(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** A table's row as text: "column: value", empty cells left out. */
export function renderRow(header: readonly string[], cells: readonly string[]): string {
  return cells
    .map((cell, i) => [header[i]?.trim() ?? '', cell.trim()])
    .filter(([, cell]) => cell !== '')
    .map(([name, cell]) => (name ? `${name}: ${cell}` : cell))
    .join(', ')
}

/** Whether a text asks something, in any of the scripts' question marks. */
export function isQuestion(text: string): boolean {
  return /[?？؟]\s*$/.test(text) || /^¿/.test(text)
}
