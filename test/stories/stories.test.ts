// Every conversation in this folder, played.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PassageIndex } from '../../src/ports/passage-index.ts'
import { play } from './play.ts'
import { createStage, type Stage, sampleIndex } from './stage.ts'
import { readStories } from './story.ts'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.story'))
const stories = files.flatMap((name) =>
  readStories(readFileSync(join(import.meta.dirname, name), 'utf8')).map((story) => ({ name, story })),
)

let index: PassageIndex
let stage: Stage | undefined
beforeAll(async () => {
  index = await sampleIndex()
})
afterEach(() => stage?.stop())

describe('stories', () => {
  it('there are at least twenty-five', () => {
    expect(stories.length).toBeGreaterThanOrEqual(25)
  })

  it('a story that expects something else fails at its line', async () => {
    stage = await createStage(index)
    const [wrong] = readStories('# Wrong\nCustomer: I want to talk to a person\n=> answer shipping.md')
    await expect(play(wrong ?? { title: '', steps: [] }, stage)).rejects.toThrow('line 3, “=> answer shipping.md”')
  })

  it('a story fails when the bot says more than it tells', async () => {
    stage = await createStage(index)
    const [short] = readStories('# Short\nCustomer: hello')
    await expect(play(short ?? { title: '', steps: [] }, stage)).rejects.toThrow('nothing more was to be said')
  })

  it.each(stories.map(({ name, story }) => [`${name}: ${story.title}`, story] as const))('%s', async (_, story) => {
    stage = await createStage(index)
    await play(story, stage)
  })
})
