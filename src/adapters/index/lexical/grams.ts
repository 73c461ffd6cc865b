// Letter sequences of a short text: what still agrees when a word is misspelt or written together.

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Hashes of all sequences of 3 and 4 letters (1 and 2 in scripts without spaces), with how often each occurs. */
export function gramsOf(text: string): Map<number, number> {
  const plain = ` ${plainly(text)} `
  const [short, long] = UNSPACED.test(plain) ? [1, 2] : [3, 4]
  const counts = new Map<number, number>()
  for (const size of [short, long]) {
    for (let i = 0; i + size <= plain.length; i++) {
      const gram = hash(plain, i, size)
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
  }
  return counts
}

function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .slice(0, 400)
}

/** FNV-1a over the characters. Two sequences in one bucket are rare and cost a little precision, nothing else. */
function hash(text: string, start: number, size: number): number {
  let value = 0x811c9dc5 ^ size
  for (let i = start; i < start + size; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
