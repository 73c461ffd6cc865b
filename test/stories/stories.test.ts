// Every conversation in this folder, played.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import type { PassageIndex } from '../../src/ports/passage-index.ts'
import { storyModel } from './model.ts'
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

  it.each(stories.map(({ name, story }) => [`${name}: ${story.title}`, story] as const))('%s', async (_, story) => {
    let model: LanguageModel | undefined
    stage = await createStage(index, () => model)
    await play(story, stage, (wanted) => {
      model = storyModel(wanted)
    })
  })
})
