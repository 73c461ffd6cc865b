// What every language model owes its callers, whatever is behind it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPrompt, briefPrompt, type Prompt } from '../../src/core/answer/prompt.ts'
import { DependencyFailed } from '../../src/core/errors.ts'
import type { LanguageModel } from '../../src/ports/language-model.ts'
import { passage, SHIPPED } from '../fixtures/prompts.ts'

/** How a model misbehaves in the contract; each must come out as one clear failure. */
export const MISBEHAVIOURS = [
  'failing',
  'limited',
  'unauthorised',
  'garbage',
  'astray',
  'cut',
  'refusing',
  'runaway',
  'empty',
  'hanging-up',
] as const

export interface ModelHarness {
  /** A model that answers from the prompt, and others that behave as named; `silent` never answers. */
  model(persona: 'demo' | 'silent' | (typeof MISBEHAVIOURS)[number]): LanguageModel
  /** A secret that no message may repeat. */
  secret?: string
  /** Whether the model counts tokens. */
  counts: boolean
  close(): Promise<void>
}

export function examplePrompt(): Prompt {
  return answerPrompt({
    ...SHIPPED,
    passages: [passage('Returns', 'You can return anything within 30 days. The return label is free.')],
    history: [],
    turn: ['How many days do I have to return something?'],
    language: 'en',
    shop: 'Linden & Sons',
  }).prompt
}

export function exampleBriefPrompt(): Prompt {
  const history = [{ from: 'customer' as const, text: 'My parcel 4821 never came.' }]
  return briefPrompt({
    template: SHIPPED.brief,
    history,
    reasons: ['asked for a person'],
    language: 'en',
    staffLanguage: 'en',
    shop: 'Linden & Sons',
  })
}

export function languageModelContract(name: string, start: () => Promise<ModelHarness>): void {
  describe(`${name} as a language model`, () => {
    let harness: ModelHarness
    beforeAll(async () => {
      harness = await start()
    })
    afterAll(() => harness.close())
    const never = () => new AbortController().signal

    it('writes a draft with quotes that name passages by number', async () => {
      const draft = await harness.model('demo').draft(examplePrompt(), never())
      expect(draft.answerable).toBe('yes')
      expect(draft.text).toContain('30 days')
      expect(draft.quotes[0]).toMatchObject({ passage: 1 })
      expect(draft.quotes[0]?.text).toContain('30 days')
    })

    it('says when text begins to arrive, once', async () => {
      let began = 0
      await harness.model('demo').draft(examplePrompt(), never(), () => began++)
      expect(began).toBe(1)
    })

    it('writes the sentences of a brief', async () => {
      const brief = await harness.model('demo').brief(exampleBriefPrompt(), never())
      expect(Object.values(brief).every((value) => value !== '')).toBe(true)
      expect(brief).toMatchObject({ wants: expect.any(String), mood: expect.any(String), opening: expect.any(String) })
    })

    it('reports what a call cost, where the server counts', async () => {
      const { usage } = await harness.model('demo').draft(examplePrompt(), never())
      if (harness.counts) expect(usage?.prompt).toBeGreaterThan(50)
      else expect(usage).toBeUndefined()
    })

    it('answers calls side by side, each with its own', async () => {
      const model = harness.model('demo')
      const drafts = await Promise.all(Array.from({ length: 8 }, () => model.draft(examplePrompt(), never())))
      expect(new Set(drafts.map((draft) => draft.text)).size).toBe(1)
    })

    it('stops within 100 ms of an abort, with the reason of the signal', async () => {
      const model = harness.model('silent')
      const controller = new AbortController()
      const call = model.draft(examplePrompt(), controller.signal)
      call.catch(() => undefined)
      const aborted = performance.now()
      controller.abort(new Error('staff took over'))
      await expect(call).rejects.toThrow('staff took over')
      expect(performance.now() - aborted).toBeLessThan(100)
    })

    it('does not begin a call that is aborted already', async () => {
      await expect(
        harness.model('demo').draft(examplePrompt(), AbortSignal.abort(new Error('too late'))),
      ).rejects.toThrow('too late')
    })

    it.each(MISBEHAVIOURS)('turns a model that is %s into one clear failure', async (persona) => {
      const failure: unknown = await harness
        .model(persona)
        .draft(examplePrompt(), never())
        .catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(DependencyFailed)
      expect(failure).toMatchObject({ dependency: 'model', code: 'dependency-failed' })
      expect(String(failure)).not.toContain(harness.secret ?? 'sk-')
      expect(String(failure)).toMatch(/\.$/)
    })
  })
}
