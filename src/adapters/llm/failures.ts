// Whatever goes wrong with a model's server, told as one kind of failure, with the remedy and without any secret.
import { DependencyFailed } from '../../core/errors.ts'
import { cleanLine } from '../../core/message.ts'

export type Dependency = 'model' | 'embeddings'

/** What a failure is about: where the server is, which model was asked for, what must never be repeated. */
export interface Subject {
  dependency: Dependency
  model: string
  /** The server's address, or the vendor's package. */
  server: string
  /** The settings that a merchant would change. */
  settings: { key: string; model: string; server: string }
  secrets: readonly string[]
}

/** The failure of a call as `DependencyFailed`. An aborted call is rethrown as the signal's own reason. */
export function failed(error: unknown, subject: Subject, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason
  if (error instanceof DependencyFailed) return error
  return new DependencyFailed(subject.dependency, sentence(error, subject))
}

/** An answer that came but cannot be used. */
export function unusable(subject: Subject, what: string): DependencyFailed {
  return new DependencyFailed(subject.dependency, `The model ${subject.model} ${what}.`)
}

function sentence(error: unknown, subject: Subject): string {
  const status = statusOf(error)
  const { model, server, settings } = subject
  if (status === undefined) return connection(error, subject)
  if (status === 401 || status === 403) return `${server} refused the key (${status}). Check ${settings.key}.`
  if (status === 404)
    return `${server} does not know the model ${model} (404). Check ${settings.model} and ${settings.server}.`
  if (status === 402) return `${server} wants to be paid (402). Check the account's credit.`
  if (status === 429) return `${server} is over its limit (429). Wait, or raise the limit of the account.`
  if (status >= 500) return `${server} has an error of its own (${status}). Try again later.`
  if (status >= 400) return `${server} did not take the request (${status}): ${detail(error, subject)}.`
  return `${server} answered with something that is not JSON. Check ${settings.server}.`
}

function connection(error: unknown, subject: Subject): string {
  const { server, settings } = subject
  const code = codeOf(error)
  if (code === 'ECONNREFUSED')
    return `Nothing listens at ${server}. Start the model server, or check ${settings.server}.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `${server} has no address (${code}). Check the network and ${settings.server}.`
  if (error instanceof SyntaxError)
    return `${server} answered with something that is not JSON. Check ${settings.server}.`
  const known = code === undefined ? detail(error, subject) : code
  return `The connection to ${server} failed: ${known}. Check the network and ${settings.server}.`
}

/** The server's own words, short, on one line, with anything that looks like a key taken out. */
function detail(error: unknown, { secrets }: Subject): string {
  let said = error instanceof Error ? error.message : String(error)
  for (const secret of secrets) if (secret.length > 3) said = said.replaceAll(secret, '…')
  said = said.replace(/\b(?:sk|pk|key|Bearer)[-_ ][\w*.-]{4,}/gi, '…').replace(/<[^>]*>/g, ' ')
  return cleanLine(said, 200).replace(/[.\s]+$/, '')
}

function statusOf(error: unknown): number | undefined {
  const { status } = (error ?? {}) as { status?: unknown }
  return typeof status === 'number' ? status : undefined
}

/** The system's code of a failed connection, which fetch hides behind one or two causes. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: readonly unknown[] }
  if (typeof code === 'string' && /^[A-Z_]{4,}$/.test(code)) return code
  return codeOf(cause, depth + 1) ?? codeOf(errors?.[0], depth + 1)
}
