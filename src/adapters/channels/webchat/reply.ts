// The answers of the web chat: JSON, and RFC 9457 problem documents.

/** Ends a request with a problem document. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unknown chat',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Too large',
  415: 'Unsupported content type',
  429: 'Too many requests',
  503: 'Not available now',
}

export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}

export function problem({ status, code, message, headers }: Problem): Response {
  const title = TITLES[status] ?? 'Problem'
  const document = { type: `urn:problem-type:baton:${code}`, title, status, detail: message, code }
  return new Response(JSON.stringify(document), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
}

export function tooMany(seconds: number): Problem {
  return new Problem(429, 'too-many', 'That was a lot at once. Please wait a moment.', {
    'retry-after': String(seconds),
  })
}
