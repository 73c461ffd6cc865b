// The bytes and the JSON of a request body, within limits that hold whatever the request claims about itself.
import type { IncomingMessage } from 'node:http'
import { BadInput } from '../core/errors.ts'
import { HttpProblem } from './problem.ts'

/** Bytes of the longest body that is read. */
export const MOST_BYTES = 64 * 1024
/** Deepest nesting of a JSON body; nothing that is sent to us needs more than three. */
const MOST_DEPTH = 16
// What is too long is read on for a while without keeping it, so that the sender can hear why; then it is cut off.
const MOST_DISCARDED = 1024 * 1024

/** The whole body. Throws `HttpProblem` 413 and 415; rejects when the sender goes away. */
export async function readBody(req: IncomingMessage, limit = MOST_BYTES): Promise<Buffer> {
  const encoding = req.headers['content-encoding']
  if (encoding && encoding !== 'identity') {
    throw new HttpProblem(415, 'unsupported-encoding', 'The body must be sent as it is, without Content-Encoding.')
  }
  const cutOff = () => new HttpProblem(400, 'cut-off', 'The request ended before its body did.')
  if (req.destroyed) throw cutOff()
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    const tooLong = () => {
      req.off('data', take)
      req.resume()
      reject(new HttpProblem(413, 'too-large', `The body may have at most ${limit} bytes.`, { connection: 'close' }))
    }
    const take = (part: Buffer) => {
      size += part.length
      if (size <= limit) parts.push(part)
      else if (size > limit + MOST_DISCARDED) tooLong()
    }
    req.on('data', take)
    req.once('end', () =>
      size > limit ? tooLong() : resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)),
    )
    req.once('error', () => reject(cutOff()))
    req.once('close', () => {
      if (!req.complete) reject(cutOff())
    })
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A JSON body, or undefined for an empty one. Throws `HttpProblem` 415 and `BadInput`. */
export function readJson(bytes: Uint8Array, contentType: string | undefined): unknown {
  if (bytes.length === 0) return undefined
  if (!isJson(contentType)) {
    throw new HttpProblem(415, 'unsupported-type', 'The body must be JSON, with Content-Type: application/json.')
  }
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    throw new BadInput('The body is not valid UTF-8.')
  }
  if (isDeep(text)) throw new BadInput(`The JSON is nested deeper than ${MOST_DEPTH} levels.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInput('The body is not valid JSON.')
  }
}

function isJson(contentType: string | undefined): boolean {
  return /^\s*application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType ?? '')
}

/** Counts brackets outside strings: cheaper than parsing what will be refused. */
function isDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quoted) {
      if (code === 0x5c) i++
      else if (code === 0x22) quoted = false
    } else if (code === 0x22) quoted = true
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MOST_DEPTH) return true
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return false
}
