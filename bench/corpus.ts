// FAQ entries made up from a vocabulary, the same on every run: as long and as varied as a shop's are.

const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu bra cle dri flo gru sta tre pli sko'.split(' ')
const ASKING = ['How do I', 'Can I', 'Where is', 'What is', 'When does', 'Why is', 'Do you have', 'How much is']

/** The same numbers in the same order on every run. */
export function createChance(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A word by its rank: the lower, the more frequent, as in real text. */
function word(chance: () => number): string {
  let rank = Math.floor(20_000 ** chance())
  let made = ''
  do {
    made += SYLLABLES[rank % SYLLABLES.length]
    rank = Math.floor(rank / SYLLABLES.length)
  } while (rank > 0)
  return made
}

function words(count: number, chance: () => number): string {
  return Array.from({ length: count }, () => word(chance)).join(' ')
}

export interface Made {
  question: string
  answer: string
}

export function makeEntry(chance: () => number): Made {
  const start = ASKING[Math.floor(chance() * ASKING.length)] ?? 'What is'
  return { question: `${start} ${words(4, chance)}?`, answer: `The ${words(40 + Math.floor(chance() * 20), chance)}.` }
}

/** A FAQ as CSV; `extra` is said in its first answer. */
export function faqCsv(entries: number, seed: number, extra = ''): string {
  const chance = createChance(seed)
  const rows = Array.from({ length: entries }, () => makeEntry(chance))
  return [
    'question,answer',
    ...rows.map(({ question, answer }, i) => `"${question}","${answer}${i === 0 ? ` ${extra}` : ''}"`),
  ].join('\n')
}

/** The questions of the FAQ that `faqCsv` makes of the same numbers. */
export function faqQuestions(entries: number, seed: number): string[] {
  const chance = createChance(seed)
  return Array.from({ length: entries }, () => makeEntry(chance).question)
}
