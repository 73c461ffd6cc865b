// Takes secrets out of what is about to be logged, whatever shape it has.

const SECRET_NAMES = /token|password|passphrase|secret|authorization|cookie|api[-_]?key|credential/i

/** Secrets that hide inside texts: a password in an address, a bearer token, a key of a model server. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[removed]@'],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 [removed]'],
  [/([?&](?:token|key|access_token|api_key)=)[^&\s]+/gi, '$1[removed]'],
  [/\bsk-[\w-]{8,}/g, '[removed]'],
]

const DEEPEST = 6
const LONGEST = 4000

/** A copy without secrets; errors as name, message and stack; endless structures cut. Counts of tokens stay. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '[cut]'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1))
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isSecret(name, item) ? '[removed]' : redact(item, depth + 1)]),
  )
}

function isSecret(name: string, value: unknown): boolean {
  return SECRET_NAMES.test(name) && typeof value !== 'number' && typeof value !== 'boolean' && value !== undefined
}

function redactText(text: string): string {
  let clean = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  for (const [pattern, replacement] of SECRET_TEXTS) clean = clean.replace(pattern, replacement)
  return clean
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const code = (error as NodeJS.ErrnoException).code
  return {
    name: error.name,
    message: redactText(error.message),
    ...(code === undefined ? {} : { code }),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
    ...(error.stack === undefined ? {} : { stack: redactText(error.stack) }),
  }
}
