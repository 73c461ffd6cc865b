import { describe, expect, it } from 'vitest'
import { MESSAGE_KEYS, MESSAGE_SLOTS } from '../../../src/config/prompts/message-slots.ts'
import { readMessages } from '../../../src/config/prompts/messages.ts'
import { shipped } from '../../../src/config/prompts/read-prompts.ts'
import { asksForPerson } from '../../../src/core/handoff/words/match.ts'
import { say } from '../../../src/core/messages.ts'
import { bytesOf } from './given-files.ts'

const reasons = (yaml: string) => readMessages(bytesOf(yaml)).findings.map(({ line, reason }) => `${line}: ${reason}`)
const SIXTEEN = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'id', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru', 'tr', 'zh']

describe('the shipped sentences', () => {
  const { messages } = shipped()

  it('are complete in sixteen languages', () => {
    expect(Object.keys(messages).sort()).toEqual(SIXTEEN)
    for (const language of SIXTEEN) {
      expect(
        MESSAGE_KEYS.filter((key) => !messages[language]?.[key]),
        language,
      ).toEqual([])
    }
  })

  it('[M1] [M3] announce the team and that the notes are passed on, and promise no time', () => {
    for (const language of SIXTEEN) {
      for (const key of ['notice', 'noticeTrouble', 'noticeUnreadable'] as const) {
        const text = say(messages, language, 'en', key, { team: 'TEAM' })
        expect(text, language).toContain('TEAM')
        expect(text, language).not.toMatch(/\p{N}/u)
      }
    }
    expect(say(messages, 'en', 'en', 'notice', { team: 'customer care' })).toContain('my notes')
  })

  it('[M7] put words on the control that are understood when they are typed', () => {
    for (const language of SIXTEEN) {
      expect(asksForPerson(say(messages, language, 'en', 'widgetPerson')), language).toBeDefined()
    }
  })

  it('[M10] admit not knowing, as a question that a yes answers', () => {
    for (const language of SIXTEEN) {
      expect(say(messages, language, 'en', 'unknown'), language).toMatch(/[?？؟か。]$/u)
    }
  })

  it('read well when a name or a topic is missing', () => {
    for (const language of SIXTEEN) {
      const text = say(messages, language, 'en', 'openingLine', { name: '', topic: '' })
      expect(text, language).not.toMatch(/\s[,.!:،。]|[“«„「][”»“」]|[:：]\s*[.。।]|\{\{/u)
    }
  })
})

describe('a sentence', () => {
  const messages = {
    en: { notice: 'Over to {{team}}.', source: 'Source' },
    'pt-BR': { source: 'Fonte BR' },
    pt: { notice: 'Para {{team}}.' },
  }

  it('is found in the language, its base, the default language, English', () => {
    expect(say(messages, 'pt-BR', 'en', 'source')).toBe('Fonte BR')
    expect(say(messages, 'pt-BR', 'en', 'notice', { team: 'nós' })).toBe('Para nós.')
    expect(say(messages, 'sw', 'pt', 'notice', { team: 'nós' })).toBe('Para nós.')
    expect(say(messages, 'sw', 'fr', 'source')).toBe('Source')
  })

  it('takes a value as it is, whatever it looks like', () => {
    expect(say(messages, 'en', 'en', 'notice', { team: '{{team}} $& $1' })).toBe('Over to {{team}} $& $1.')
  })
})

describe('a mistake in messages.yaml is named with its line', () => {
  it.each([
    ['en:\n  greting: Hi\n', '2: en.greting is unknown here. Did you mean greeting?'],
    ['english:\n  greeting: Hi\n', '1: english must be a language such as en or pt-BR.'],
    ['en:\n  greeting:\n', '2: en.greeting must be text.'],
    ['en:\n  greeting: [Hi]\n', '2: en.greeting must be text.'],
    ['en:\n  notice: Somebody will answer.\n', '2: en.notice: The placeholder {{team}} is missing.'],
    [
      'en:\n  notice: |\n    Hello.\n    {{team}} and {{tem}} will answer.\n',
      '4: en.notice: {{tem}} is not a placeholder of this file. It knows {{team}}.',
    ],
    [
      'en:\n  notice: A colleague of {team} will answer.\n',
      '2: en.notice: {team} needs two braces on each side. Write {{team}}.',
    ],
  ])('%j', (yaml, reason) => {
    expect(reasons(yaml)).toContain(reason)
    expect(readMessages(bytesOf(yaml)).messages).toBeUndefined()
  })

  it('and none is found in a good one', () => {
    const { messages, findings } = readMessages(
      bytesOf('ca:\n  greeting: Hola!\n  notice: "Ara us atén {{ team }}."\n'),
    )
    expect(findings).toEqual([])
    expect(messages).toEqual({ ca: { greeting: 'Hola!', notice: 'Ara us atén {{ team }}.' } })
  })

  it('every key says which placeholders it needs', () => {
    for (const key of MESSAGE_KEYS) expect(MESSAGE_SLOTS[key].required, key).toBeDefined()
  })
})
