// Errors as RFC 9457 problem documents: the only table of what an error is called on the wire.
import { BadInput, BatonError, DependencyFailed, type RefusalCode, Refused } from '../core/errors.ts'
import { NameTaken } from '../ports/store.ts'
import type { ProblemDocument } from './shapes/console.ts'

/** A fault of the request itself, raised at the HTTP edge. */
export class HttpProblem extends BatonError {
  override name = 'HttpProblem'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(code, message)
    this.status = status
    this.headers = headers
  }
}

export interface Told {
  document: ProblemDocument
  headers: Readonly<Record<string, string>>
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Key used before',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Not available now',
}

const REFUSALS: Readonly<Record<RefusalCode, number>> = {
  'owned-by-another': 409,
  'not-yours': 409,
  'nothing-open': 409,
  'not-found': 404,
  'not-allowed': 403,
  'empty-queue': 404,
}

/** What a caller is told of an error. Anything unforeseen is a 500 that says nothing of the inside. */
export function problemOf(error: unknown): Told {
  if (error instanceof HttpProblem) return told(error.status, error.code, error.message, {}, error.headers)
  if (error instanceof BadInput) {
    return told(400, error.code, error.message, error.problems.length > 0 ? { fields: error.problems } : {})
  }
  if (error instanceof Refused) {
    const status = REFUSALS[error.code as RefusalCode] ?? 409
    return told(status, error.code, error.message, error.holder ? { holder: error.holder } : {})
  }
  if (error instanceof NameTaken) {
    return told(409, 'name-taken', 'Somebody already has this name. Please choose another one.')
  }
  if (error instanceof DependencyFailed) {
    const detail = 'Something that this needs is not available just now. Please try again in a moment.'
    return told(503, error.code, detail, {}, { 'retry-after': '5' })
  }
  const status = clientStatus(error)
  if (status !== undefined) return told(status, 'bad-request', 'The request could not be understood.')
  return told(500, 'internal', 'Something went wrong here. It is in the log; please try again.')
}

/** Whether an error is our own fault and belongs in the log. */
export function isOurs(error: unknown): boolean {
  return problemOf(error).document.status >= 500
}

/** An error for the log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** A problem document as text, for what fails before there is a request. */
export function problemBody(status: number, code: string, detail: string): string {
  return JSON.stringify(told(status, code, detail).document)
}

// Express and its parts mark faults of the request with a `status` from 400 to 499.
function clientStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined
  const status = Number(error.status)
  return status >= 400 && status < 500 ? status : undefined
}

function told(
  status: number,
  code: string,
  detail: string,
  more: Partial<ProblemDocument> = {},
  headers: Readonly<Record<string, string>> = {},
): Told {
  const title = TITLES[status] ?? 'Problem'
  return { document: { type: `urn:problem-type:baton:${code}`, title, status, detail, code, ...more }, headers }
}
