// The log book: JSON lines for machines, one plain line each for a person at a terminal.

import { isatty } from 'node:tty'
import { pino } from 'pino'
import type { Logger } from '../../ports/system.ts'
import { prettyLine } from './pretty-line.ts'
import { redact } from './redact.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface LoggerOptions {
  /** Default `info`. */
  level?: LogLevel
  /** Default stdout. Commands that print their result on stdout log to stderr. */
  to?: 'stdout' | 'stderr'
  /** Default: when the output is a terminal. */
  pretty?: boolean
  /** Instead of `to`: gets each finished line. */
  write?: (line: string) => void
}

export function createLogger(options: LoggerOptions = {}): Logger {
  const { level = 'info', to = 'stdout' } = options
  const descriptor = to === 'stdout' ? 1 : 2
  const pretty = options.pretty ?? (options.write === undefined && isatty(descriptor))
  // Synchronous: the last lines before a crash are the ones that matter.
  const out = options.write ? { write: options.write } : pino.destination({ fd: descriptor, sync: true })
  const stream = pretty ? { write: (line: string) => void out.write(prettyLine(line)) } : out
  const log = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'message',
    },
    stream,
  )
  const at =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, data: Record<string, unknown> = {}) => {
      if (log.isLevelEnabled(name)) log[name](redact(data), message)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
