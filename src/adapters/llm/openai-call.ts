// One call to a server of OpenAI's kind: streamed, capped, abortable, in the dialect that this server takes.
import type { OpenAI } from 'openai'
import { type Ask, bodyOf, learn, newDialect } from './openai-request.ts'

export interface Completion {
  text: string
  /** `stop`, `length`, `content_filter`; absent when the stream ended without saying. */
  finish?: string
  /** The model declined, in these words. */
  refusal?: string
  usage?: { prompt: number; answer: number }
}

/** Yields the text piece by piece and returns the whole. */
export type Call = (ask: Ask, signal?: AbortSignal) => AsyncGenerator<string, Completion>

/** The model wrote far more than it may; the stream was closed. */
export class Runaway extends Error {
  override name = 'Runaway'
}

/** What came is no answer of such a server: a page, or an empty stream. */
export class NotAModel extends Error {
  override name = 'NotAModel'
}

const MOST_LESSONS = 4

/** Text beyond this many characters for each token allowed is no answer any more. */
export const CHARS_PER_TOKEN = 8

export function createCall(client: () => Promise<OpenAI>, isOpenAI: boolean): Call {
  let dialect = newDialect(isOpenAI)
  return async function* call(ask, signal) {
    const openai = await client()
    for (let lessons = 0; ; lessons++) {
      const spoken = dialect
      try {
        const stream = await openai.chat.completions.create(
          {
            ...bodyOf(ask, spoken),
            stream: true,
            ...(spoken.usage ? { stream_options: { include_usage: true } } : {}),
          },
          { signal: signal ?? null },
        )
        return yield* collect(stream, ask.maxTokens * CHARS_PER_TOKEN, signal)
      } catch (error) {
        const taught = lessons < MOST_LESSONS ? learn(error, spoken) : undefined
        if (taught === undefined) throw error
        dialect = taught
      }
    }
  }
}

type Stream = AsyncIterable<OpenAI.ChatCompletionChunk> & { controller: AbortController }

async function* collect(stream: Stream, mostChars: number, signal?: AbortSignal): AsyncGenerator<string, Completion> {
  const completion: Completion = { text: '' }
  let events = 0
  for await (const event of stream) {
    events++
    if (event.usage) completion.usage = { prompt: event.usage.prompt_tokens, answer: event.usage.completion_tokens }
    const choice = event.choices?.[0]
    if (choice === undefined) continue
    const { content, refusal } = choice.delta ?? {}
    if (choice.finish_reason) completion.finish = choice.finish_reason
    if (refusal) completion.refusal = (completion.refusal ?? '') + refusal
    if (!content) continue
    completion.text += content
    if (completion.text.length > mostChars) {
      stream.controller.abort()
      throw new Runaway(`more than ${mostChars} characters`)
    }
    yield content
  }
  signal?.throwIfAborted()
  if (events === 0) throw new NotAModel('no event in the stream')
  return completion
}
