// Plays a story line by line on a stage, and says at which line it went otherwise.
import { expect } from 'vitest'
import { Refused } from '../../src/core/errors.ts'
import type { AttachmentKind } from '../../src/core/message.ts'
import { expectation, expectVerdict } from './expectations.ts'
import { ID, type Stage } from './stage.ts'
import type { Step, Story } from './story.ts'

const MINUTES: Record<string, number> = { second: 1 / 60, minute: 1, hour: 60, day: 24 * 60 }

export async function play({ steps }: Story, stage: Stage): Promise<void> {
  /** How many events of the log have been looked at by a verdict. */
  let seen = 0
  for (const step of steps) seen = await at(step, () => playStep(step.text, stage, seen))
  const last = steps.at(-1)
  if (last)
    await at({ ...last, text: 'the end, where nothing more was to be said' }, () =>
      expectVerdict('silent', stage, seen),
    )
}

async function at<T>({ line, text }: Step, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Error) error.message = `line ${line}, “${text}”: ${error.message}`
    throw error
  }
}

async function playStep(text: string, stage: Stage, seen: number): Promise<number> {
  if (text.startsWith('=> ')) return expectVerdict(text.slice(3).trim(), stage, seen)
  const [, verb = '', rest = ''] = /^([a-z][a-z ]*): (.*)$/.exec(text) ?? []
  const expected = expectation(verb)
  if (expected) await expected(stage, rest)
  else if (verb === 'model') stage.setModel(rest)
  else if (verb === 'wait') await wait(rest, stage)
  else if (/^Customer\b/.test(text)) await customer(text, stage)
  else await staff(text, stage)
  return seen
}

async function customer(text: string, stage: Stage): Promise<void> {
  const [, name, words] = /^Customer(?: (\p{Lu}\p{L}*))?: (.*)$/u.exec(text) ?? []
  const [, kind] = /^Customer sends: (.*)$/.exec(text) ?? []
  if (words !== undefined) await stage.hear({ type: 'message', text: words, ...(name ? { name } : {}) })
  else if (kind) await stage.hear({ type: 'message', attachments: [{ kind: kind as AttachmentKind }] })
  else if (text === 'Customer presses person') await stage.hear({ type: 'person' })
  else throw new Error('This is nothing that a customer does in stories.')
}

async function staff(text: string, stage: Stage): Promise<void> {
  const [, name = '', refused, verb = ''] = /^(\p{Lu}\p{L}*)( is refused:)?(?:: ?| )(.*)$/u.exec(text) ?? []
  const said = text.startsWith(`${name}: `) ? `writes ${verb}` : verb
  const done = act(said, { id: name.toLowerCase(), name }, stage)
  if (refused) await expect(done).rejects.toThrow(Refused)
  else await done
}

async function act(what: string, who: { id: string; name: string }, stage: Stage): Promise<unknown> {
  const { conversations } = stage.bound.app
  const [, words = ''] = /^\S+ (.*)$/.exec(what) ?? []
  if (what === 'takes over') return conversations.takeOver(ID, who)
  if (what === 'takes next') return conversations.takeNext(who)
  if (what === 'hands back') return conversations.handBack(ID, who)
  if (what === 'hands back quietly') return conversations.handBack(ID, who, { quiet: true })
  if (what === 'closes') return conversations.close(ID, who)
  if (what.startsWith('closes ')) return conversations.close(ID, who, { rootCause: words })
  if (what.startsWith('writes ')) return conversations.reply(ID, who, words)
  if (what.startsWith('notes: ')) return conversations.note(ID, who, words)
  throw new Error('This is nothing that happens in stories.')
}

async function wait(what: string, stage: Stage): Promise<void> {
  const [, count = '', unit = ''] = /^([\d.]+) (\w+?)s?$/.exec(what) ?? []
  const minutes = MINUTES[unit]
  if (!minutes) throw new Error(`How long is “${what}”?`)
  await stage.rest()
  stage.clock.advance(Number(count) * minutes * 60_000)
  await stage.rest()
}
