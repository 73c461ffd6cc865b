// What a story may expect: the verdict of a turn, and what customer, staff and model have before them.
import { expect } from 'vitest'
import { shownMessage } from '../../src/core/conversation/customer-view.ts'
import type { Event, EventOf } from '../../src/core/conversation/event.ts'
import { ID, type Stage } from './stage.ts'

type Expectation = (stage: Stage, words: string) => Promise<void>

/** The expectation that a line's first words name; none if they name something else. */
export function expectation(name: string): Expectation | undefined {
  if (name.startsWith('brief ')) return (stage, words) => expectBrief(stage, words, name.slice('brief '.length))
  return EXPECTATIONS[name]
}

const EXPECTATIONS: Record<string, Expectation> = {
  says: async (stage, words) => has(automatic(await stage.events()).at(-1)?.text ?? '', words),
  confidence: async (stage, bound) => {
    const [, side, number = ''] = /^(from|under) (0\.\d+)$/.exec(bound) ?? []
    const grounds = (await stage.events()).flatMap((event) => ('grounds' in event ? event.grounds : [])).at(-1)
    expect(grounds?.passages.length).toBeGreaterThan(0)
    if (side === 'from') expect(grounds?.confidence).toBeGreaterThanOrEqual(Number(number))
    else expect(grounds?.confidence).toBeLessThan(Number(number))
  },
  shows: async (stage, words) => has(await customerView(stage), words),
  hides: async (stage, words) => expect(flat(await customerView(stage))).not.toContain(flat(words)),
  reads: async (stage, words) => has(stage.lastRead(), words),
  brief: (stage, words) => expectBrief(stage, words),
  owner: async (stage, owner) => {
    await stage.rest()
    expect((await stage.bound.app.conversations.get(ID))?.state.owner).toBe(owner)
  },
  queue: async (stage, expected) => {
    await stage.rest()
    const rows = await stage.bound.app.conversations.queue()
    expect(rows.map(({ overdue }) => (overdue ? 'overdue' : 'waiting'))).toEqual(expected === 'empty' ? [] : [expected])
  },
  case: async (stage, expected) => {
    await stage.rest()
    const events = await stage.events()
    const opened = events.findLast((event) => event.type === 'case-opened')
    const ended = events.findLast((event) => event.type === 'case-ended')
    if (expected === 'new' || expected === 'follows') {
      expect(opened?.follows).toBe(expected === 'new' ? undefined : ended?.caseId)
    } else expect(ended?.outcome).toBe(expected)
  },
}

/** What the bot said by itself, as `=>` lines name it: a kind, and what there is to say about it. */
interface Automatic {
  kind: string
  about: readonly string[]
  text: string
}

const SPOKEN: { [T in Event['type']]?: (event: EventOf<T>) => Automatic | undefined } = {
  answered: ({ citations, text }) => ({
    kind: 'answer',
    about: citations.flatMap(({ source, place }) => [source, `${source}#${place}`]),
    text,
  }),
  clarified: ({ ask, text }) => ({ kind: 'clarify', about: [ask], text }),
  'courtesy-said': ({ courtesy, text }) => ({ kind: courtesy, about: [], text }),
  'handoff-opened': ({ grounds, notice }) => ({
    kind: 'handoff',
    about: grounds.reasons.slice(0, 1).map((reason) => reason.trigger),
    text: notice.text,
  }),
  'handed-back': ({ sentence }) => sentence && { kind: 'hand-back', about: [], text: sentence.text },
}

function automatic(events: readonly Event[]): Automatic[] {
  return events.flatMap(
    (event) => (SPOKEN[event.type] as ((event: Event) => Automatic | undefined) | undefined)?.(event) ?? [],
  )
}

/** What was said since the last look must be exactly the one thing that is expected. Resolves to the events looked at. */
export async function expectVerdict(expected: string, stage: Stage, seen: number): Promise<number> {
  await stage.rest()
  const events = await stage.events()
  const said = automatic(events.slice(seen))
  const [kind = '', about] = expected.split(' ')
  const glance = said.map((one) => [one.kind, ...one.about].join(' '))
  if (kind === 'silent') expect(glance).toEqual([])
  else {
    expect(glance, said.map((one) => one.text).join('\n')).toHaveLength(1)
    expect(said[0]?.kind, glance[0]).toBe(kind)
    if (about) expect(said[0]?.about).toContain(about)
  }
  return events.length
}

async function expectBrief(stage: Stage, words: string, part?: string): Promise<void> {
  await stage.rest()
  const state = (await stage.bound.app.conversations.get(ID))?.state
  const brief = state && (state.owner === 'queue' || state.owner === 'staff') ? state.handoff?.brief : undefined
  has(text(part ? brief?.[part as keyof typeof brief] : brief), words)
}

/** Every word of a structure, without the marks of JSON. */
function text(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Object.values(value).map(text).join(' ')
  return value === undefined ? '' : String(value)
}

async function customerView(stage: Stage): Promise<string> {
  await stage.rest()
  const shown = (await stage.events()).flatMap((event) => shownMessage(event) ?? [])
  return shown
    .map(({ name, text: said, citations = [] }) => [name, said, ...citations.map((one) => one.title)].join(' '))
    .join('\n')
}

function has(given: string, words: string): void {
  expect(flat(given)).toContain(flat(words))
}

function flat(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ')
}
