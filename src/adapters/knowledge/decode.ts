// Bytes of a merchant's file to text, or to the reason why not, in words that say what to do.
import type { ReadFile } from '../../ports/reader.ts'

export type FileProblem = ReadFile['problems'][number]

export type Decoded = { text: string } | { problem: FileProblem }

const MB = 1024 * 1024
/** Longest file that is read, in bytes. */
export const MAX_BYTES = 20 * MB

const KINDS: readonly { magic: readonly number[]; what: string }[] = [
  { magic: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG image' },
  { magic: [0xff, 0xd8, 0xff], what: 'a JPEG image' },
  { magic: [0x47, 0x49, 0x46, 0x38], what: 'a GIF image' },
  { magic: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF document' },
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'a Word, Excel or ZIP file' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Word or Excel file' },
  { magic: [0x1f, 0x8b], what: 'a compressed file' },
  { magic: [0x52, 0x49, 0x46, 0x46], what: 'an image or sound file' },
  { magic: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
]

/** Line ends become `\n`, the byte order mark goes. UTF-8, or UTF-16 with its mark; nothing else is guessed. */
export function decode(bytes: Uint8Array, source: string): Decoded {
  if (bytes.length > MAX_BYTES) {
    return refused(`${Math.ceil(bytes.length / MB)} MB is more than ${MAX_BYTES / MB} MB; split it into smaller files`)
  }
  const kind = KINDS.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte))
  if (kind) return refused(`is ${kind.what} named ${extensionOf(source)}; export its text or take it out of the folder`)
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (!wide) {
    const nul = bytes.indexOf(0)
    if (nul >= 0) return refused('is not text: it contains NUL bytes; save it as UTF-8 text', lineOfByte(bytes, nul))
  }
  const text = wide ? decodeWide(bytes, wide) : decodeUtf8(bytes)
  if (typeof text !== 'string') return { problem: text }
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (plain.trim() === '') return refused('is empty; write something in it or delete it')
  return { text: plain }
}

function decodeUtf8(bytes: Uint8Array): string | FileProblem {
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    return strict.decode(bytes)
  } catch {
    const line = firstBadLine(bytes)
    return {
      severity: 'refused',
      line,
      reason: `is not UTF-8 text: line ${line} has letters in another encoding; save it as UTF-8`,
    }
  }
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | FileProblem {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return { severity: 'refused', reason: 'is damaged UTF-16 text; save it as UTF-8' }
  }
}

/** A newline byte is never part of another UTF-8 character, so the lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const strict = new TextDecoder('utf-8', { fatal: true })
  for (let start = 0, line = 1; ; line++) {
    const end = bytes.indexOf(10, start)
    try {
      strict.decode(bytes.subarray(start, end < 0 ? bytes.length : end))
    } catch {
      return line
    }
    if (end < 0) return line
    start = end + 1
  }
}

function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line++
  return line
}

function extensionOf(source: string): string {
  return /\.[^./]+$/.exec(source)?.[0] ?? source
}

function refused(reason: string, line?: number): { problem: FileProblem } {
  return { problem: { severity: 'refused', reason, ...(line === undefined ? {} : { line }) } }
}
