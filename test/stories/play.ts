// Plays a story line by line on a stage, and says at which line it went otherwise.
import { expect } from 'vitest'
import type { Event } from '../../src/core/conversation/event.ts'
import { Refused } from '../../src/core/errors.ts'
import type { AttachmentKind } from '../../src/core/message.ts'
import { ID, type Stage } from './stage.ts'
import type { Step, Story } from './story.ts'

const MINUTES: Record<string, number> = { second: 1 / 60, minute: 1, hour: 60, day: 24 * 60 }

/** `setModel` gets the words after `model:`. */
export async function play(story: Story, stage: Stage, setModel: (name: string) => void): Promise<void> {
  let seen = 0
  for (const step of story.steps) {
    try {
      seen = await playStep(step, stage, setModel, seen)
    } catch (error) {
      if (error instanceof Error) error.message = `line ${step.line}, “${step.text}”: ${error.message}`
      throw error
    }
  }
}

/** Resolves to how many events have been looked at. */
async function playStep({ text }: Step, stage: Stage, setModel: (name: string) => void, seen: number): Promise<number> {
  const [, word = '', rest = ''] = /^(\S+?):?(?:\s+(.*))?$/.exec(text) ?? []
  if (text.startsWith('=>')) return expectVerdict(text.slice(2).trim(), stage, seen)
  if (text.startsWith('Customer')) await customer(text.slice('Customer'.length), stage)
  else if (word === 'says') expectWords(lastAutomatic(await stage.events()) ?? '', rest)
  else if (word === 'brief') expectWords(JSON.stringify(await briefOf(stage)), rest)
  else if (word === 'owner') expect((await stage.bound.app.conversations.get(ID))?.state.owner ?? 'nobody').toBe(rest)
  else if (word === 'model') setModel(rest)
  else if (word === 'wait') await wait(rest, stage)
  else await staff(text, stage)
  return seen
}

async function customer(what: string, stage: Stage): Promise<void> {
  if (what.startsWith(': ')) await stage.hear({ text: what.slice(2) })
  else if (what.startsWith(' sends: ')) await stage.hear({ attachments: [{ kind: what.slice(8) as AttachmentKind }] })
  else if (what === ' presses person') await stage.hear({ type: 'person' })
  else throw new Error('This is nothing that a customer does in stories.')
}

async function staff(text: string, stage: Stage): Promise<void> {
  const [, name = '', refused, verb = ''] = /^(\w+)( is refused:)?:?\s+(.*)$/.exec(text) ?? []
  const who = { id: name.toLowerCase(), name }
  const { conversations } = stage.bound.app
  const act = async () => {
    if (text.startsWith(`${name}: `)) return void (await conversations.reply(ID, who, verb))
    if (verb === 'takes over') return void (await conversations.takeOver(ID, who))
    if (verb.startsWith('notes: ')) return void (await conversations.note(ID, who, verb.slice(7)))
    if (verb === 'hands back' || verb === 'hands back quietly')
      return void (await conversations.handBack(ID, who, { quiet: verb.endsWith('quietly') }))
    if (verb.startsWith('closes'))
      return void (await conversations.close(ID, who, verb === 'closes' ? {} : { rootCause: verb.slice(7) }))
    throw new Error('This is nothing that happens in stories.')
  }
  if (refused) await expect(act()).rejects.toThrow(Refused)
  else await act()
  if (verb.startsWith('hands back')) await stage.rest()
}

const VERDICTS: Partial<Record<Event['type'], (event: Event) => string>> = {
  answered: (event) => `answer ${event.type === 'answered' ? event.citations.map((one) => one.source).join(' ') : ''}`,
  clarified: () => 'clarify',
  'courtesy-said': (event) => (event.type === 'courtesy-said' ? event.courtesy : ''),
  'handoff-opened': (event) =>
    `handoff ${event.type === 'handoff-opened' ? event.grounds.reasons.map((one) => one.trigger).join(' ') : ''}`,
}

/** The verdicts since the last look must be exactly one, and the one that is expected. */
async function expectVerdict(expected: string, stage: Stage, seen: number): Promise<number> {
  await stage.rest()
  const events = await stage.events()
  const verdicts = events.slice(seen).flatMap((event) => VERDICTS[event.type]?.(event).trim() ?? [])
  if (expected === 'silent') expect(verdicts).toEqual([])
  else {
    expect(verdicts).toHaveLength(1)
    const [kind, ...more] = expected.split(' ')
    const [was, ...named] = (verdicts[0] ?? '').split(' ')
    expect([was, ...more.filter((one) => named.includes(one))]).toEqual([kind, ...more])
  }
  return events.length
}

function expectWords(text: string, words: string): void {
  const flat = (one: string) => one.toLowerCase().replace(/\s+/g, ' ')
  expect(flat(text)).toContain(flat(words))
}

function lastAutomatic(events: readonly Event[]): string | undefined {
  const said = events.flatMap((event) => {
    if (event.type === 'answered' || event.type === 'clarified' || event.type === 'courtesy-said') return [event.text]
    if (event.type === 'handoff-opened') return [event.notice.text]
    return event.type === 'handed-back' && event.sentence ? [event.sentence.text] : []
  })
  return said.at(-1)
}

async function briefOf(stage: Stage): Promise<unknown> {
  const state = (await stage.bound.app.conversations.get(ID))?.state
  return state && (state.owner === 'queue' || state.owner === 'staff') ? state.handoff?.brief : undefined
}

async function wait(what: string, stage: Stage): Promise<void> {
  const [, count = '', unit = ''] = /^([\d.]+) (\w+?)s?$/.exec(what) ?? []
  const minutes = MINUTES[unit]
  if (!minutes) throw new Error(`How long is “${what}”?`)
  stage.clock.advance(Number(count) * minutes * 60_000)
  await stage.rest()
}
