// What one call reports through LangChain's callbacks: that text arrives, how much of it, and what it cost.
import { BaseCallbackHandler } from '@langchain/core/callbacks/base'
import type { UsageMetadata } from '@langchain/core/messages'
import type { LLMResult } from '@langchain/core/outputs'

export interface TurnCallbackFields {
  /** Text began to arrive. */
  onProgress?: (() => void) | undefined
  /** Called once when more than this many characters have come. */
  mostChars: number
  onRunaway: () => void
  /** Makes LangChain stream inside `invoke`; for models that do not stream by themselves. */
  preferStreaming: boolean
}

type NewToken = Required<BaseCallbackHandler>['handleLLMNewToken']

export class TurnCallbacks extends BaseCallbackHandler {
  override name = 'baton-turn'
  override awaitHandlers = true
  readonly lc_prefer_streaming: boolean
  usage: { prompt: number; answer: number } | undefined
  private chars = 0
  private readonly fields: TurnCallbackFields

  constructor(fields: TurnCallbackFields) {
    super()
    this.fields = fields
    this.lc_prefer_streaming = fields.preferStreaming
  }

  override handleLLMNewToken(...[token, , , , , extra]: Parameters<NewToken>): void {
    const before = this.chars
    this.chars += token === '' ? toolText(extra?.chunk) : token.length
    if (before === 0 && this.chars > 0) this.fields.onProgress?.()
    if (before <= this.fields.mostChars && this.chars > this.fields.mostChars) this.fields.onRunaway()
  }

  override handleLLMEnd(output: LLMResult): void {
    const generation = output.generations[0]?.[0] as { message?: { usage_metadata?: UsageMetadata } } | undefined
    const usage = generation?.message?.usage_metadata
    if (usage) this.usage = { prompt: usage.input_tokens, answer: usage.output_tokens }
  }
}

/** Vendors that answer through a tool send the text as the tool's arguments. */
function toolText(chunk: unknown): number {
  const message = (chunk as { message?: { tool_call_chunks?: readonly { args?: string }[] } } | undefined)?.message
  return message?.tool_call_chunks?.reduce((sum, call) => sum + (call.args?.length ?? 0), 0) ?? 0
}
