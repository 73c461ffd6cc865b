// Who wants a person, who only mentions one, and who greets, thanks, agrees or declines, in the customers' own words.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../../src/core/handoff/matching/fold.ts'
import type { Role } from '../../../../src/core/handoff/matching/language-words.ts'
import { buildLexicon, spansIn } from '../../../../src/core/handoff/matching/lexicon.ts'
import { languages } from '../../../../src/core/handoff/words/index.ts'
import { asksForPerson, courtesyOf, saysNo, saysYes } from '../../../../src/core/handoff/words/match.ts'

const FIXTURES = new URL('../../../fixtures/', import.meta.url)
const REQUIRED = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'id', 'it', 'pt', 'ru', 'tr', 'zh']

interface Requests {
  positive: readonly string[]
  negative: readonly string[]
}

interface Courtesies {
  greetings: readonly string[]
  thanks: readonly string[]
  yes: readonly string[]
  no: readonly string[]
  neither: readonly string[]
}

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, FIXTURES), 'utf8')) as T
const written = readdirSync(new URL('requests/', FIXTURES))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))

describe('a customer who wants a person', () => {
  it.each(REQUIRED)('is written down in "%s" in twenty ways, beside eight mere mentions [T1]', (language) => {
    const { positive, negative } = read<Requests>(`requests/${language}.json`)
    expect(new Set(positive).size).toBeGreaterThanOrEqual(20)
    expect(new Set(negative).size).toBeGreaterThanOrEqual(8)
  })

  it.each(written)('is understood in "%s" in capitals, and amid emoji and blanks [T1] [X8]', (language) => {
    const words = read<Requests>(`requests/${language}.json`).positive.filter((text) => /\p{L}/u.test(text))
    const loud = words.map((text) => text.toUpperCase())
    const dressed = words.map((text) => `\u200b 😡😡  ${text.replaceAll(' ', '   ')} 🙏\n`)
    expect([...words, ...loud, ...dressed].filter((text) => !asksForPerson(text))).toEqual([])
  })

  it.each(written)('is not imagined in "%s" where capitals and emoji dress a mere mention [T1]', (language) => {
    const { negative } = read<Requests>(`requests/${language}.json`)
    const dressed = negative.flatMap((text) => [text, text.toUpperCase(), `🙏 ${text} 😡`])
    expect(dressed.filter((text) => asksForPerson(text))).toEqual([])
  })
})

describe('greetings, thanks, yes and no', () => {
  const all = read<Readonly<Record<string, Courtesies>>>('courtesies.json')

  it('are written down for every language with a list', () => {
    expect(Object.keys(all).sort()).toEqual(languages.map(({ language }) => language).sort())
  })

  it.each(Object.entries(all))('are told apart in "%s"', (language, said) => {
    const yesAndNo = (text: string) => [saysYes(text, language), saysNo(text, language)]
    expect(said.greetings.filter((text) => courtesyOf(text) !== 'greeting')).toEqual([])
    expect(said.thanks.filter((text) => courtesyOf(text) !== 'thanks')).toEqual([])
    expect(said.yes.map((text) => [text, ...yesAndNo(text)])).toEqual(said.yes.map((text) => [text, true, false]))
    expect(said.no.map((text) => [text, ...yesAndNo(text)])).toEqual(said.no.map((text) => [text, false, true]))
  })

  it.each(Object.entries(all))('are not the whole of a message in "%s" that goes on', (language, { neither }) => {
    expect(neither.filter((text) => courtesyOf(text) || saysYes(text, language) || saysNo(text, language))).toEqual([])
  })

  it.each(Object.entries(all))('never ask for a person in "%s"', (_, said) => {
    expect(
      Object.values<readonly string[]>({ ...said })
        .flat()
        .filter((text) => asksForPerson(text)),
    ).toEqual([])
  })
})

describe('the phrase lists', () => {
  // All languages are tried on every message, so an exception of one ("一人") can silence the words of another.
  it('hold no phrase that an exception of any language silences', () => {
    const lexicon = buildLexicon(languages)
    const roles = ['reach', 'reachBack', 'want', 'person', 'someone', 'asks', 'bare'] as const satisfies readonly Role[]
    const silenced = languages.flatMap((words) =>
      roles.flatMap((role) =>
        (words[role] ?? []).filter((phrase) =>
          spansIn(lexicon, wordsOf(phrase.replaceAll('*', ''))).some((span) => span.role === 'never'),
        ),
      ),
    )
    expect(silenced).toEqual([])
  })

  it('hold no empty phrase and none twice in a list', () => {
    const wrong = languages.flatMap((words) =>
      Object.values<unknown>({ ...words })
        .filter((list) => Array.isArray(list))
        .filter(
          (list) => new Set(list).size < list.length || list.some((phrase) => wordsOf(String(phrase)).length === 0),
        ),
    )
    expect(wrong).toEqual([])
  })
})
