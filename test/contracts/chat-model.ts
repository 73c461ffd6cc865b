// LangChain's public interface of a chat model, as far as Baton and those who build on the seam rely on it.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { ChatPromptTemplate } from '@langchain/core/prompts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIEF_SCHEMA } from '../../src/core/answer/structure.ts'

export interface ChatModelHarness {
  model(persona: string): BaseChatModel
  close(): Promise<void>
}

const QUESTION = '<history>\ncustomer: where is my parcel?\n</history>\n- wants: say it'

export function chatModelContract(name: string, start: () => Promise<ChatModelHarness>): void {
  describe(`${name} as a LangChain chat model`, () => {
    let harness: ChatModelHarness
    beforeAll(async () => {
      harness = await start()
    })
    afterAll(() => harness.close())

    it('invoke: takes a prompt template, gives a message with its usage', async () => {
      const template = ChatPromptTemplate.fromMessages([
        ['system', 'Be {manner}.'],
        ['human', '{question}'],
      ])
      const message = await template.pipe(harness.model('demo')).invoke({ manner: 'kind', question: QUESTION })
      expect(message.text).toContain('parcel')
      expect(message.usage_metadata).toMatchObject({
        input_tokens: expect.any(Number),
        output_tokens: expect.any(Number),
      })
    })

    it('stream: gives pieces that add up to the message', async () => {
      const pieces: string[] = []
      for await (const chunk of await harness.model('demo').stream(QUESTION)) pieces.push(chunk.text)
      expect(pieces.filter((piece) => piece !== '').length).toBeGreaterThan(1)
      expect(pieces.join('')).toBe((await harness.model('demo').invoke(QUESTION)).text)
    })

    it('batch: answers each input, in order', async () => {
      const inputs = ['one', 'two', 'three'].map((word) => QUESTION.replace('parcel', word))
      const messages = await harness.model('demo').batch(inputs)
      expect(messages.map((message) => /one|two|three/.exec(message.text)?.[0])).toEqual(['one', 'two', 'three'])
    })

    it('withStructuredOutput: gives the object, and the raw message beside it when asked', async () => {
      const plain = harness.model('demo').withStructuredOutput(BRIEF_SCHEMA, { name: 'reply' })
      expect(await plain.invoke(QUESTION)).toMatchObject({ wants: expect.stringContaining('parcel') })
      const both = harness.model('demo').withStructuredOutput(BRIEF_SCHEMA, { name: 'reply', includeRaw: true })
      expect(await both.invoke(QUESTION)).toMatchObject({ parsed: { mood: 'calm' }, raw: { type: 'ai' } })
    })

    it('abort: ends invoke and stream at once', async () => {
      const signal = AbortSignal.timeout(30)
      await expect(harness.model('silent').invoke('hello', { signal })).rejects.toThrow(/abort|time/i)
      const again = AbortSignal.timeout(30)
      const reading = (async () => {
        for await (const _ of await harness.model('silent').stream('hello', { signal: again })) expect.unreachable()
      })()
      await expect(reading).rejects.toThrow(/abort|time/i)
    })

    it('callbacks: carry start, usage and failure', async () => {
      const heard: string[] = []
      const callbacks = [
        {
          awaitHandlers: true,
          handleChatModelStart: () => void heard.push('start'),
          handleLLMEnd: () => void heard.push('end'),
          handleLLMError: () => void heard.push('error'),
        },
      ]
      await harness.model('demo').invoke('hello', { callbacks })
      await harness
        .model('failing')
        .invoke('hello', { callbacks })
        .catch(() => undefined)
      await expect.poll(() => heard).toEqual(['start', 'end', 'start', 'error'])
    })
  })
}
