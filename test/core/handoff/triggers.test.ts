import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../src/core/answer/draft.ts'
import { look } from '../../../src/core/handoff/look.ts'
import { triggers } from '../../../src/core/handoff/triggers/index.ts'
import { POLICY, turn } from './some-policy.ts'

const DRAFT: Draft = { text: 'Returns take 30 days.', citations: [], answerable: 'yes', by: 'quote' }
const names = (stage: 'at-once' | 'before' | 'after', changes: Parameters<typeof turn>[0] = {}) =>
  look(stage, turn(changes)).map((reason) => reason.trigger)

describe('the list of triggers', () => {
  it('has every file of its folder, and each name says its file', () => {
    const folder = join(import.meta.dirname, '../../../src/core/handoff/triggers')
    const files = readdirSync(folder).filter((name) => name !== 'index.ts')
    expect(triggers).toHaveLength(files.length)
    for (const { name } of triggers) expect(files).toContain(`${name}.ts`)
  })

  it('finds nothing in an ordinary, answered question', () => {
    expect(names('at-once')).toEqual([])
    expect(names('before')).toEqual([])
    expect(names('after', { draft: DRAFT, confidence: 0.9 })).toEqual([])
  })

  it('passes over what the policy switched off', () => {
    const off = { enabled: false, priority: 2 as const }
    const policy = { ...POLICY, triggers: { ...POLICY.triggers, 'explicit-request': off } }
    expect(names('at-once', { texts: ['I need a human'], policy })).toEqual([])
  })
})

describe('explicit request', () => {
  it('[T1] fires on the message itself and quotes it', () => {
    const [reason] = look('at-once', turn({ texts: ['Hi. I want to talk to a person, please'] }))
    expect(reason).toEqual({
      trigger: 'explicit-request',
      evidence: 'The customer wrote “I want to talk to a person, please”.',
    })
  })

  it('[X8] takes a yes for a request only after a person was offered', () => {
    expect(names('at-once', { texts: ['yes please'], offered: true })).toEqual(['explicit-request'])
    expect(names('at-once', { texts: ['sí'], language: 'es', offered: true })).toEqual(['explicit-request'])
    expect(names('at-once', { texts: ['👍'], offered: true })).toEqual(['explicit-request'])
    expect(names('at-once', { texts: ['yes please'], offered: false })).toEqual([])
    expect(names('at-once', { texts: ['no thanks'], offered: true })).toEqual([])
  })

  it('hears the words that a merchant added, and not those taken away', () => {
    const words = { '*': { add: ['get me Carmen'], remove: [] }, en: { add: [], remove: ['advisor'] } }
    const policy = { ...POLICY, words }
    expect(names('at-once', { texts: ['please GET ME Carmen!'], policy })).toEqual(['explicit-request'])
    expect(names('at-once', { texts: ['can I speak with an advisor'] })).toEqual(['explicit-request'])
    expect(names('at-once', { texts: ['can I speak with an advisor'], policy })).toEqual([])
    expect(names('at-once', { texts: ['I need a human'], policy })).toEqual(['explicit-request'])
  })

  it('[T1] believes the model about wordings that no list has, however sure the draft is', () => {
    const draft = { ...DRAFT, wantsPerson: true }
    const [reason] = look('after', turn({ texts: ['fetch a breathing soul'], draft, confidence: 0.95 }))
    expect(reason?.trigger).toBe('explicit-request')
    expect(reason?.evidence).toContain('fetch a breathing soul')
  })
})

describe('fallback limit', () => {
  it('[T18] lets one pass and stops the second, with both questions as evidence', () => {
    const unsure = { texts: ['Do you tailor suits?'], confidence: 0.3, draft: DRAFT }
    expect(names('after', unsure)).toEqual([])
    const [reason] = look('after', turn({ ...unsure, fallbacks: 1, missed: ['Can you hem trousers?'] }))
    expect(reason?.trigger).toBe('fallback-limit')
    expect(reason?.evidence).toBe('Not answered from knowledge: “Can you hem trousers?”, then “Do you tailor suits?”.')
  })

  it('leaves an answerable turn alone, whatever came before', () => {
    expect(names('after', { fallbacks: 5, confidence: 0.7, draft: DRAFT })).toEqual([])
  })

  it('follows the number in the policy', () => {
    const policy = { ...POLICY, limits: { ...POLICY.limits, fallbacks: 1 } }
    expect(names('after', { confidence: 0.1, policy })).toEqual(['fallback-limit'])
  })
})

describe('a turn without a usable draft', () => {
  it('is a fallback however sure retrieval was: a writer that is switched off must not ask back for ever', () => {
    const second = { fallbacks: 1, missed: ['how much?'], texts: ['how much is it?'], confidence: 0.95 }
    expect(names('after', second)).toEqual(['fallback-limit'])
    expect(names('after', { ...second, draft: { ...DRAFT, answerable: 'no' } })).toEqual(['fallback-limit'])
    expect(names('after', { ...second, draft: DRAFT })).toEqual([])
  })
})

describe('low confidence', () => {
  it('[T19] hands off under the bound only where the merchant wants no fallback chain', () => {
    const policy = { ...POLICY, confidence: { ...POLICY.confidence, below: 'handoff' as const } }
    expect(names('after', { confidence: 0.64, policy })).toEqual(['low-confidence'])
    expect(names('after', { confidence: 0.65, policy })).toEqual([])
    expect(names('after', { confidence: 0.64 })).toEqual([])
    expect(look('after', turn({ confidence: 0.4, policy }))[0]?.evidence).toBe('Confidence 0.40 is under 0.65.')
  })
})

describe('rephrasing', () => {
  it('[T15] fires on the third way of asking when the bot has nothing new to say', () => {
    const again = { rephrasings: 2, draft: DRAFT, confidence: 0.9 }
    expect(names('after', { ...again, said: ['Returns take 30 days'] })).toEqual(['rephrasing'])
    expect(names('after', { ...again, rephrasings: 1, said: ['Returns take 30 days'] })).toEqual([])
  })

  it('leaves a similar question alone that has an answer of its own', () => {
    const draft = { ...DRAFT, text: 'To Italy it costs 9.90.' }
    const said = ['To France it costs 6.90.', 'To Spain it is free.']
    expect(names('after', { rephrasings: 2, draft, confidence: 0.9, said })).toEqual([])
  })
})

describe('dependency failure', () => {
  it('[T52] names what failed', () => {
    const [reason] = look('after', turn({ failed: ['model'], confidence: 0.9, draft: DRAFT }))
    expect(reason).toEqual({
      trigger: 'dependency-failure',
      evidence: 'Not working or too slow during this turn: model.',
    })
  })
})

describe('unreadable', () => {
  it('fires when something came that nobody can read, and no words with it', () => {
    const [reason] = look('before', turn({ texts: ['', ' '], unread: ['voice', 'image', 'voice'] }))
    expect(reason?.evidence).toBe(
      'The customer sent a voice message and a picture that the bot cannot read, without a word.',
    )
    expect(names('before', { texts: ['', 'is this the right size?'], unread: ['image'] })).toEqual([])
    expect(names('before', { texts: [''], unread: [] })).toEqual([])
  })
})
