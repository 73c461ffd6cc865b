// Whether a text asks for a person: a way of reaching or wanting, and a person, in one clause and rightly joined.
import type { Word } from './fold.ts'
import type { Role } from './language-words.ts'
import type { Lexicon, Span } from './lexicon.ts'

/** Words that no list knows, which may stand between a verb and the person ("talk to one of your *lovely* humans"). */
const STRANGERS = 2
/** Where the verb comes last, its other objects stand between ("mit einem Menschen *über meine Bestellung* reden"). */
const STRANGERS_VERB_LAST = 4
/** Matched letter by letter: an unknown letter is an unknown word. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'ko'])

/** What may follow a person who is wanted, without making them part of something else. */
const GOES_ON: ReadonlySet<Role> = new Set<Role>(['after', 'polite', 'reach', 'reachBack', 'want'])

/** A text's words with the phrases found in them, laid out for constant-time questions. */
interface Reading {
  words: readonly Word[]
  spans: ReadonlyMap<Role, readonly Span[]>
  /** By first word. */
  starting: ReadonlyMap<number, readonly Span[]>
  verbLast: ReadonlySet<string>
  /** Words that are part of something else, like the agent in "travel agent". */
  never: readonly boolean[]
  /** For a language, made when first asked for. */
  between(language: string): Gaps
}

/** Prefix sums over the words, for one language. */
interface Gaps {
  /** Words that are neither small nor break a link. */
  strangers: readonly number[]
  breaks: readonly number[]
  /** Words that are neither small nor a way of reaching or wanting. */
  others: readonly number[]
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
  const places = [...new Set(persons.map((span) => span.start))]
  const at = Map.groupBy(persons, (span) => span.start)
  for (const verb of verbs) {
    const next = lowerBound(places, verb.end)
    const last = lowerBound(places, verb.start) - 1
    for (const place of [places[next], places[last], places[last - 1]]) {
      for (const person of place === undefined ? [] : (at.get(place) ?? [])) {
        if (!sameClause(reading, verb, person) || overlap(verb, person)) continue
        if ((verb.corrected || person.corrected) && verb.language !== person.language) continue
        if (!joined(reading, verb, person)) continue
        const start = Math.min(verb.start, person.start)
        const end = Math.max(verb.end, person.end)
        if (!refused(reading, start, end)) return [start, end]
      }
    }
  }
  return undefined
}

function reaches(reading: Reading, verb: Span, person: Span): boolean {
  const exact = UNSPACED.has(verb.language)
  const gaps = reading.between(verb.language)
  if (verb.end <= person.start)
    return samePart(reading, verb, person) && linked(gaps, verb.end, person.start, exact ? 0 : STRANGERS)
  const most = exact || !samePart(reading, verb, person) ? 0 : STRANGERS_VERB_LAST
  return reading.verbLast.has(verb.language) && linked(gaps, person.end, verb.start, most)
}

function reachesBack(reading: Reading, verb: Span, person: Span): boolean {
  return person.end <= verb.start && linked(reading.between(verb.language), person.end, verb.start, 0)
}

function wants(reading: Reading, verb: Span, person: Span): boolean {
  const gaps = reading.between(verb.language)
  if (!samePart(reading, verb, person)) return false
  if (verb.end <= person.start) return linked(gaps, verb.end, person.start, 0) && standsAlone(reading, person.end)
  return reading.verbLast.has(verb.language) && linked(gaps, person.end, verb.start, 0)
}

/** "I don't want to talk to a robot": the wish for a person, said the other way round. */
function rejectsMachine(reading: Reading): [number, number] | undefined {
  const refusals = [...spansOf(reading, 'refuse'), ...spansOf(reading, 'rejects')]
  for (const machine of valid(reading, 'machine')) {
    if (!standsAlone(reading, machine.end)) continue
    for (const no of refusals) {
      const from = Math.min(no.end, machine.end)
      const to = Math.max(no.start, machine.start)
      if (to - from > 10 || !samePart(reading, no, machine)) continue
      if (no.start > machine.start && !reading.verbLast.has(no.language)) continue
      if (count(reading.between(no.language).others, from, to) > 0) continue
      return [Math.min(no.start, machine.start), Math.max(no.end, machine.end)]
    }
  }
  return undefined
}

/** Nothing between that parts them, and few words that no list knows. */
function linked({ strangers, breaks }: Gaps, from: number, to: number, most: number): boolean {
  return count(strangers, from, to) <= most && count(breaks, from, to) === 0 && to - from <= 12
}

/** What is wanted ends here, or goes on in a way that leaves it a person. */
function standsAlone(reading: Reading, end: number): boolean {
  const { words, starting } = reading
  const part = words[end - 1]?.part
  const ends = new Set([end])
  for (const at of ends) {
    if (words[at]?.part !== part) return true
    for (const span of starting.get(at) ?? []) {
      if (GOES_ON.has(span.role)) return true
      if (span.role === 'person') ends.add(span.end)
    }
  }
  return false
}

/** A refusal, or a mere question, right before the request, in it, or, where the verb comes last, right after it. */
function refused(reading: Reading, start: number, end: number): boolean {
  const first = reading.words[start]?.part
  const last = reading.words[end - 1]?.part
  return [...spansOf(reading, 'refuse'), ...spansOf(reading, 'whether')].some((no) => {
    const part = reading.words[no.start]?.part
    const { strangers } = reading.between(no.language)
    if (no.start < start)
      return part === first && (no.end > start || (start - no.end <= 5 && count(strangers, no.end, start) === 0))
    if (part !== last || !reading.verbLast.has(no.language)) return false
    return no.start < end || (no.start - end <= 3 && count(strangers, end, no.start) <= 1)
  })
}

function read(lexicon: Lexicon, words: readonly Word[], all: readonly Span[]): Reading {
  const spans = Map.groupBy(all, (span) => span.role)
  const of = (role: Role, language: string) => spans.get(role)?.filter((span) => span.language === language) ?? []
  const known = new Map<string, Gaps>()
  const machine = spans.get('machine') ?? []
  const verbs = marks(words.length, [...(spans.get('reach') ?? []), ...(spans.get('want') ?? [])])
  const measure = (language: string): Gaps => {
    const small = marks(words.length, [...of('between', language), ...of('polite', language)])
    const breaking = marks(words.length, [...of('breaks', language), ...machine])
    return {
      strangers: sums(small.map((is, i) => !is && !breaking[i])),
      breaks: sums(breaking),
      others: sums(small.map((is, i) => !is && !verbs[i])),
    }
  }
  const between = (language: string) => {
    const gaps = known.get(language) ?? measure(language)
    known.set(language, gaps)
    return gaps
  }
  const never = marks(words.length, spans.get('never') ?? [])
  return { words, spans, starting: Map.groupBy(all, (span) => span.start), verbLast: lexicon.verbLast, never, between }
}

function spansOf(reading: Reading, role: Role): readonly Span[] {
  return reading.spans.get(role) ?? []
}

/** Phrases of a role that are not part of something else. */
function valid(reading: Reading, role: Role): readonly Span[] {
  return spansOf(reading, role).filter((span) => !reading.never.slice(span.start, span.end).includes(true))
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

function samePart({ words }: Reading, one: Span, other: Span): boolean {
  return words[one.start]?.part === words[other.start]?.part
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
