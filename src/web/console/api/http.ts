// Calls to the console API, and its problem documents as errors.
import type { ProblemDocument } from '../../../http/shapes/console.ts'

/** What the server says is wrong. `status` is 0 when there was no answer at all. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly holder: { id: string; name: string } | undefined
  readonly fields: NonNullable<ProblemDocument['fields']>

  constructor(status: number, problem: Partial<ProblemDocument>) {
    super(problem.detail || problem.title || `The server answered ${status}.`)
    this.status = status
    this.code = problem.code ?? 'unknown'
    this.holder = problem.holder
    this.fields = problem.fields ?? []
  }
}

export interface CallOptions {
  method?: 'GET' | 'POST'
  body?: unknown
  /** The same key with the same body again does nothing twice. */
  key?: string
  signal?: AbortSignal
}

/** Calls `/api/v1` + path; rejects with an `ApiError`. An answer without a body resolves to undefined. */
export async function call<T>(path: string, { method = 'GET', body, key, signal }: CallOptions = {}): Promise<T> {
  const limit = AbortSignal.timeout(20_000)
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(method === 'GET' ? {} : { 'x-baton': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, {
      code: 'no-answer',
      detail: 'The server did not answer. Check the connection and try again.',
    })
  }
  const text = await response.text()
  const found = text === '' ? undefined : parse(text)
  if (!response.ok) throw new ApiError(response.status, (found ?? {}) as Partial<ProblemDocument>)
  return found as T
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What to tell a person about an error of any kind. */
export function plain(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Try again.'
}
