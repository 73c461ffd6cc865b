// A message as a browser posts it, checked: what cannot be taken is refused with its reason.
import { cleanText, MAX_TEXT } from '../../../core/message.ts'
import { Problem } from './reply.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Throws `Problem` 400, 413 or 415. Fields that we do not know are left alone. */
export async function readMessage(request: Request): Promise<{ id: string; text: string }> {
  if (!/^\s*application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Problem(415, 'unsupported-type', 'The message must be JSON, with Content-Type: application/json.')
  }
  const body = parse(await request.arrayBuffer())
  if (typeof body !== 'object' || body === null) throw bad('The message must be a JSON object with `id` and `text`.')
  const { id, text } = body as { id?: unknown; text?: unknown }
  if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
    throw bad('`id` must be a string of 1 to 64 characters of A-Z a-z 0-9 _ -.')
  }
  if (typeof text !== 'string') throw bad('`text` must be a string.')
  if (text.length > MAX_TEXT) throw new Problem(413, 'too-long', `\`text\` may have at most ${MAX_TEXT} characters.`)
  const clean = cleanText(text)
  if (clean === '') throw bad('`text` has no visible characters.')
  return { id, text: clean }
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    throw bad('The body is not valid JSON in UTF-8.')
  }
}

function bad(detail: string): Problem {
  return new Problem(400, 'bad-input', detail)
}
