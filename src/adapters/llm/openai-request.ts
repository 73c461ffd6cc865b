// What is asked of a server of OpenAI's kind, and in which dialect: servers differ in what they take, and say so once.
import type { OpenAI } from 'openai'

/** Learnt from refusals, and kept for the life of the model. */
export interface Dialect {
  format: 'json_schema' | 'json_object' | 'none'
  limit: 'max_tokens' | 'max_completion_tokens'
  temperature: boolean
  usage: boolean
}

export type Body = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'stream'>

export interface Ask {
  model: string
  messages: OpenAI.ChatCompletionMessageParam[]
  maxTokens: number
  /** The JSON schema of the answer; free text without one. */
  schema?: Record<string, unknown>
}

export function newDialect(isOpenAI: boolean): Dialect {
  return {
    format: 'json_schema',
    limit: isOpenAI ? 'max_completion_tokens' : 'max_tokens',
    temperature: true,
    usage: true,
  }
}

export function bodyOf(ask: Ask, dialect: Dialect): Body {
  return {
    model: ask.model,
    messages: ask.schema !== undefined && dialect.format !== 'json_schema' ? withSchemaInWords(ask) : ask.messages,
    [dialect.limit]: ask.maxTokens,
    ...(dialect.temperature ? { temperature: 0 } : {}),
    ...(ask.schema === undefined || dialect.format === 'none'
      ? {}
      : { response_format: responseFormat(ask.schema, dialect) }),
  }
}

export function responseFormat(schema: Record<string, unknown>, { format }: Pick<Dialect, 'format'>) {
  if (format === 'json_object') return { type: 'json_object' as const }
  return { type: 'json_schema' as const, json_schema: { name: 'reply', strict: true, schema } }
}

/**
 * What a refusal (400 or 422) teaches: the dialect to try next, or undefined when it taught nothing. Each lesson is
 * learnt once, so a server can make a call at most four requests long, and only the first time.
 */
export function learn(error: unknown, dialect: Dialect): Dialect | undefined {
  const { status, param, message } = (error ?? {}) as { status?: unknown; param?: unknown; message?: unknown }
  if (status !== 400 && status !== 422) return undefined
  const about = `${typeof param === 'string' ? param : ''} ${typeof message === 'string' ? message : ''}`
  if (/max_tokens/.test(about) && /max_completion_tokens/.test(about)) {
    const limit = dialect.limit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens'
    return { ...dialect, limit }
  }
  if (/max_completion_tokens/.test(about) && dialect.limit === 'max_completion_tokens')
    return { ...dialect, limit: 'max_tokens' }
  if (/temperature/.test(about) && dialect.temperature) return { ...dialect, temperature: false }
  if (/stream_options|include_usage/.test(about) && dialect.usage) return { ...dialect, usage: false }
  if (/response_format|json_schema|json_object|schema|grammar/i.test(about)) {
    if (dialect.format === 'json_schema') return { ...dialect, format: 'json_object' }
    if (dialect.format === 'json_object') return { ...dialect, format: 'none' }
  }
  return undefined
}

/** A server that cannot be held to a schema is told it. */
function withSchemaInWords({ messages, schema }: Ask): OpenAI.ChatCompletionMessageParam[] {
  const shape = `Answer with one JSON object of this JSON schema, and nothing else: ${JSON.stringify(schema)}`
  return [{ role: 'system', content: shape }, ...messages]
}
