// Whether a text asks for a person: a way of reaching or wanting, and a person, in one clause and rightly joined.
import type { Word } from './fold.ts'
import type { Role } from './language-words.ts'
import type { Lexicon, Span } from './lexicon.ts'

/** Words that no list knows, which may stand between a verb and the person ("talk to one of your *lovely* humans"). */
const STRANGERS = 2
/** Where the verb comes last, its other objects stand between ("mit einem Menschen *über meine Bestellung* reden"). */
const STRANGERS_VERB_LAST = 4

/** A text's words with the phrases found in them, laid out for constant-time questions. */
interface Reading {
  words: readonly Word[]
  spans: ReadonlyMap<Role, readonly Span[]>
  lexicon: Lexicon
  /** Prefix sums: words up to here that are not small words; words up to here that break a link. */
  strangers: readonly number[]
  breaks: readonly number[]
}

/** The first and last word (exclusive) of what asks for a person, or undefined. */
export function findRequest(
  lexicon: Lexicon,
  words: readonly Word[],
  all: readonly Span[],
): [number, number] | undefined {
  const reading = read(lexicon, words, all)
  const asks = valid(reading, 'asks').find((span) => !refused(reading, span.start, span.end))
  if (asks) return [asks.start, asks.end]
  const persons = valid(reading, 'person')
  const anyone = [...persons, ...valid(reading, 'someone')].sort((a, b) => a.start - b.start || b.end - a.end)
  return (
    firstPair(reading, valid(reading, 'reach'), anyone, reaches) ??
    firstPair(reading, valid(reading, 'reachBack'), anyone, reachesBack) ??
    firstPair(reading, valid(reading, 'want'), persons, wants) ??
    rejectsMachine(reading)
  )
}

type Joined = (reading: Reading, verb: Span, person: Span) => boolean

/** Looks at each verb with the nearest person on either side: farther ones would be joined through that one. */
function firstPair(
  reading: Reading,
  verbs: readonly Span[],
  persons: readonly Span[],
  joined: Joined,
): [number, number] | undefined {
  const starts = persons.map((span) => span.start)
  for (const verb of verbs) {
    const after = lowerBound(starts, verb.end)
    const before = lowerBound(starts, verb.start) - 1
    for (const person of [persons[after], persons[before], persons[before - 1]]) {
      if (!person || !sameClause(reading, verb, person) || overlap(verb, person)) continue
      if ((verb.corrected || person.corrected) && verb.language !== person.language) continue
      if (!joined(reading, verb, person)) continue
      const start = Math.min(verb.start, person.start)
      const end = Math.max(verb.end, person.end)
      if (!refused(reading, start, end)) return [start, end]
    }
  }
  return undefined
}

function reaches(reading: Reading, verb: Span, person: Span): boolean {
  if (verb.end <= person.start) return linked(reading, verb.end, person.start, STRANGERS)
  return reading.lexicon.verbLast.has(verb.language) && linked(reading, person.end, verb.start, STRANGERS_VERB_LAST)
}

function reachesBack(reading: Reading, verb: Span, person: Span): boolean {
  return person.end <= verb.start && linked(reading, person.end, verb.start, 0)
}

function wants(reading: Reading, verb: Span, person: Span): boolean {
  if (verb.end <= person.start) return linked(reading, verb.end, person.start, 0) && standsAlone(reading, person.end)
  return reading.lexicon.verbLast.has(verb.language) && linked(reading, person.end, verb.start, 0)
}

/** "I don't want to talk to a robot": the wish for a person, said the other way round. */
function rejectsMachine(reading: Reading): [number, number] | undefined {
  const refusals = [...spansOf(reading, 'refuse'), ...spansOf(reading, 'rejects')]
  const inner = [...spansOf(reading, 'reach'), ...spansOf(reading, 'want')]
  for (const machine of valid(reading, 'machine')) {
    if (!standsAlone(reading, machine.end, inner)) continue
    for (const no of refusals) {
      if (!sameClause(reading, no, machine)) continue
      const before = no.end <= machine.start && onlySmall(reading, no.end, machine.start, inner)
      const last = reading.lexicon.verbLast.has(no.language) && machine.end <= no.start
      if (before || (last && onlySmall(reading, machine.end, no.start, inner))) {
        return [Math.min(no.start, machine.start), Math.max(no.end, machine.end)]
      }
    }
  }
  return undefined
}

/** Nothing between that parts them, and few words that no list knows. */
function linked({ strangers, breaks }: Reading, from: number, to: number, most: number): boolean {
  return count(strangers, from, to) <= most && count(breaks, from, to) === 0 && to - from <= 12
}

/** What is wanted ends here, or goes on in a way that leaves it a person. */
function standsAlone(reading: Reading, end: number, also: readonly Span[] = []): boolean {
  const next = reading.words[end]
  if (!next || next.clause !== reading.words[end - 1]?.clause) return true
  const goesOn = (role: Role) => spansOf(reading, role).some((span) => span.start === end)
  if (goesOn('after') || goesOn('polite') || goesOn('reach') || goesOn('reachBack')) return true
  if (also.some((span) => span.start === end)) return true
  const more = spansOf(reading, 'person').filter((span) => span.start === end)
  return more.some((span) => standsAlone(reading, span.end))
}

/** A refusal, or a mere question, right before the request, in it, or, where the verb comes last, right after it. */
function refused(reading: Reading, start: number, end: number): boolean {
  return [...spansOf(reading, 'refuse'), ...spansOf(reading, 'whether')].some((no) => {
    const clause = reading.words[no.start]?.clause
    if (clause !== reading.words[start]?.clause) return false
    if (no.start < start)
      return no.end > start || (start - no.end <= 5 && count(reading.strangers, no.end, start) === 0)
    const verbLast = reading.lexicon.verbLast.has(no.language)
    return verbLast && (no.start < end || (no.start - end <= 3 && count(reading.strangers, end, no.start) <= 1))
  })
}

function onlySmall(reading: Reading, from: number, to: number, inner: readonly Span[]): boolean {
  if (to - from > 10) return false
  const covered = new Set<number>()
  for (const span of inner) for (let i = Math.max(span.start, from); i < Math.min(span.end, to); i++) covered.add(i)
  for (let i = from; i < to; i++) if (count(reading.strangers, i, i + 1) > 0 && !covered.has(i)) return false
  return true
}

function read(lexicon: Lexicon, words: readonly Word[], all: readonly Span[]): Reading {
  const spans = new Map<Role, Span[]>()
  for (const span of all) {
    const list = spans.get(span.role)
    if (list) list.push(span)
    else spans.set(span.role, [span])
  }
  const small = marks(words.length, [...(spans.get('between') ?? []), ...(spans.get('polite') ?? [])])
  const breaking = marks(words.length, [...(spans.get('breaks') ?? []), ...(spans.get('machine') ?? [])])
  const breaks = sums(breaking)
  const strangers = sums(small.map((is, i) => !is && !breaking[i]))
  return { words, spans, lexicon, strangers, breaks }
}

function spansOf(reading: Reading, role: Role): readonly Span[] {
  return reading.spans.get(role) ?? []
}

/** Phrases of a role that are not part of something else, like the agent in "travel agent". */
function valid(reading: Reading, role: Role): readonly Span[] {
  const never = marks(reading.words.length, spansOf(reading, 'never'))
  return spansOf(reading, role).filter((span) => !never.slice(span.start, span.end).includes(true))
}

function marks(length: number, spans: readonly Span[]): boolean[] {
  const marked = new Array<boolean>(length).fill(false)
  for (const span of spans) marked.fill(true, span.start, span.end)
  return marked
}

function sums(marked: readonly boolean[]): number[] {
  const sum = [0]
  for (const is of marked) sum.push((sum.at(-1) ?? 0) + (is ? 1 : 0))
  return sum
}

function count(sum: readonly number[], from: number, to: number): number {
  return (sum[to] ?? 0) - (sum[from] ?? 0)
}

function sameClause({ words }: Reading, one: Span, other: Span): boolean {
  return words[one.start]?.clause === words[other.start]?.clause
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** The first index whose value is at least `wanted`, in ascending values. */
function lowerBound(values: readonly number[], wanted: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
