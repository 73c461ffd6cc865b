// A log line for a person: time, level, message, then the data. Nothing in it can move the cursor or colour the screen.

const COLOURS: Record<string, string> = {
  debug: '\u001b[2m',
  info: '\u001b[32m',
  warn: '\u001b[33m',
  error: '\u001b[31m',
}
const PLAIN = '\u001b[0m'

/** From one JSON line to one readable line; what is not JSON passes, made inert. */
export function prettyLine(line: string): string {
  let record: Record<string, unknown>
  try {
    record = JSON.parse(line)
  } catch {
    return `${inert(line.trimEnd())}\n`
  }
  const { level, time, message, ...data } = record
  const name = String(level)
  const clock = new Date(String(time)).toTimeString().slice(0, 8)
  const details = Object.entries(data).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return `${clock} ${COLOURS[name] ?? ''}${name.padEnd(5)}${PLAIN} ${inert([message, ...details].join('  '))}\n`
}

function inert(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is shown as a code
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (sign) =>
    sign === '\n' ? ' ⏎ ' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
