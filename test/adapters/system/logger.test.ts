// The log book: JSON lines without secrets, and one inert line each for a person.
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createLogger, type LoggerOptions } from '../../../src/adapters/system/logger.ts'
import { redact } from '../../../src/adapters/system/redact.ts'

function book(options: LoggerOptions = {}) {
  const lines: string[] = []
  return { logger: createLogger({ ...options, write: (line) => lines.push(line) }), lines }
}

describe('log lines', () => {
  it('are one JSON object each, with level, time and message', () => {
    const { logger, lines } = book()
    logger.info('a conversation was answered', { conversationId: 'c1', ms: 12 })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.endsWith('\n')).toBe(true)
    const record = JSON.parse(lines[0] ?? '')
    expect(record).toMatchObject({
      level: 'info',
      message: 'a conversation was answered',
      conversationId: 'c1',
      ms: 12,
    })
    expect(new Date(record.time).toISOString()).toBe(record.time)
  })

  it('come from the level that was asked for', () => {
    const { logger, lines } = book({ level: 'warn' })
    logger.debug('d')
    logger.info('i')
    logger.warn('w')
    logger.error('e')
    expect(lines.map((line) => JSON.parse(line).message)).toEqual(['w', 'e'])
  })

  it('hold no secret, wherever it hides', () => {
    const { logger, lines } = book()
    logger.error('a call failed', {
      password: 'hunter2hunter2',
      headers: { Authorization: 'Bearer hunter2hunter2', cookie: 'sid=hunter2hunter2' },
      list: [{ api_key: 'hunter2hunter2', accessToken: 'hunter2hunter2' }],
      url: 'redis://bob:hunter2hunter2@host:6379/0',
      said: 'sent Bearer hunter2hunter2 to https://x/?token=hunter2hunter2&a=1',
      error: new Error('bad key sk-hunter2hunter2', { cause: new Error('https://u:hunter2hunter2@h/') }),
    })
    expect(lines.join('')).not.toContain('hunter2')
    expect(lines.join('')).toContain('host:6379')
  })

  it('keep counts of tokens, and survive circles, depth, bytes and size', () => {
    const circle: Record<string, unknown> = { promptTokens: 120, bytes: new Uint8Array(9), big: 12n }
    circle['self'] = circle
    const { logger, lines } = book()
    logger.info('odd', { circle, long: 'x'.repeat(100_000) })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ circle: { promptTokens: 120, bytes: '[9 bytes]', big: '12' } })
    expect(lines[0]?.length).toBeLessThan(10_000)
  })

  it('tell errors with name, message, code and cause', () => {
    const error = Object.assign(new TypeError('no', { cause: 'why' }), { code: 'E1' })
    expect(redact(error)).toMatchObject({ name: 'TypeError', message: 'no', code: 'E1', cause: 'why' })
  })
})

describe('log lines for a person', () => {
  it('are one line with time, level, message and data', () => {
    const { logger, lines } = book({ pretty: true })
    logger.warn('a file was refused', { source: 'faq.csv', line: 3 })
    const line = stripVTControlCharacters(lines[0] ?? '')
    expect(line).toMatch(/^\d\d:\d\d:\d\d warn {2}a file was refused {2}source=faq\.csv {2}line=3\n$/)
  })

  it('cannot move the cursor, ring the bell, or write from right to left', () => {
    const { logger, lines } = book({ pretty: true })
    logger.info('said', { name: 'a\u001b[2Jb\u0007c\r\nd\u009be\u202ef' })
    const [, said = ''] = (lines[0] ?? '').split('said')
    const hidden = [...said.trimEnd()].filter((sign) => /[\p{Cc}\p{Cf}]/u.test(sign))
    expect(hidden).toEqual([])
    expect(said).toContain('\\u001b[2Jb')
  })
})
