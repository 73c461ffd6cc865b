// How a model can behave, by name: each answers a chat request in its own bad, or good, way.
import { demoAnswer } from './demo.ts'
import type { ChatRequest, Reply } from './wire.ts'

export type Persona = (request: ChatRequest) => Reply

export const PERSONAS: Record<string, Persona> = {
  demo: (request) => ({ kind: 'text', text: demoAnswer(request) }),
  /** Answers, but so late that nobody waits; the server delays it. */
  slow: (request) => ({ kind: 'text', text: demoAnswer(request) }),
  silent: () => ({ kind: 'silence' }),
  failing: () => ({ kind: 'error', status: 500, message: 'The server had an error.' }),
  limited: () => ({ kind: 'error', status: 429, message: 'Rate limit reached.', retryAfter: 20 }),
  unauthorised: () => ({ kind: 'error', status: 401, message: 'Incorrect API key provided: sk-test-secret.' }),
  unknown: (request) => ({ kind: 'error', status: 404, message: `The model '${request.model}' does not exist.` }),
  proxy: () => ({ kind: 'error', status: 502, page: '<html><body><h1>502 Bad Gateway</h1></body></html>' }),
  /** A success that is a page, as captive portals and wrong base URLs give. */
  portal: () => ({ kind: 'error', status: 200, page: '<!doctype html><title>Welcome to the hotel</title>' }),
  garbage: () => ({ kind: 'text', text: 'Sure! Here you go: 4 8 15 16 23 42 {{{' }),
  /** Valid JSON, wrong shape. */
  astray: () => ({ kind: 'text', text: '{"answerable":"maybe","answer":42}' }),
  cut: (request) => ({ kind: 'text', text: demoAnswer(request).slice(0, 60), finish: 'length' }),
  refusing: () => ({ kind: 'text', text: '', refusal: 'I am sorry, I cannot help with that.' }),
  filtered: () => ({ kind: 'text', text: '', finish: 'content_filter' }),
  runaway: () => ({ kind: 'endless', piece: 'and so on and so forth, '.repeat(40) }),
  empty: () => ({ kind: 'nothing' }),
  'hanging-up': () => ({ kind: 'hang-up' }),
  'half-way': () => ({ kind: 'hang-up', after: '{"quotes":[' }),
  /** An older server: knows JSON, but no schema. */
  schemaless: (request) =>
    request.response_format?.type === 'json_schema'
      ? {
          kind: 'error',
          status: 400,
          message: "'response_format.type' must be 'json_object' or 'text'.",
          param: 'response_format',
        }
      : { kind: 'text', text: `\`\`\`json\n${demoAnswer(request)}\n\`\`\`` },
  /** A newer server: takes the new name of the token limit only. */
  modern: (request) =>
    request.max_tokens === undefined
      ? { kind: 'text', text: demoAnswer(request) }
      : {
          kind: 'error',
          status: 400,
          message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.",
          param: 'max_tokens',
        },
}
