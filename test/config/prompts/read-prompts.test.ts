import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPrompts, shipped } from '../../../src/config/prompts/read-prompts.ts'
import { filesOf } from './given-files.ts'

const FILES = ['policy.yaml', 'messages.yaml', 'persona.md', 'answer.md', 'brief.md']
const SAMPLE = join(import.meta.dirname, '../../../prompts')

describe('the folder prompts/', () => {
  it('may be empty: the shipped defaults serve, and each file is named as missing', () => {
    const { prompts, problems, missing } = readPrompts(new Map())
    expect(problems).toEqual([])
    expect(missing.map((one) => one.file).sort()).toEqual([...FILES].sort())
    expect(prompts.messages).toEqual(shipped().messages)
    for (const text of [prompts.persona, prompts.answer, prompts.brief]) expect(text.length).toBeGreaterThan(20)
  })

  it('of the sample shop is without a problem', () => {
    const files = new Map(readdirSync(SAMPLE).map((name) => [name, new Uint8Array(readFileSync(join(SAMPLE, name)))]))
    const { prompts, problems, missing } = readPrompts(files)
    expect(problems).toEqual([])
    expect(missing.filter((one) => one.file !== 'policy.yaml')).toEqual([])
    expect(prompts.policy.shop.name).toBe('Olive & Oak')
  })

  it('lays the merchant’s sentences over the shipped ones, and lists what those fill in', () => {
    const { prompts, missing } = readPrompts(filesOf({ 'messages.yaml': 'en:\n  greeting: Hi from Ana!\n' }))
    expect(prompts.messages['en']?.greeting).toBe('Hi from Ana!')
    expect(prompts.messages['en']?.thanks).toBe(shipped().messages['en']?.thanks)
    expect(missing).toContainEqual({ file: 'messages.yaml', language: 'fr' })
    expect(missing).toContainEqual({ file: 'messages.yaml', language: 'en', key: 'thanks' })
    expect(missing).not.toContainEqual({ file: 'messages.yaml', language: 'en', key: 'greeting' })
  })

  it('serves the shipped default for a file with a mistake, and names the mistake', () => {
    const { prompts, problems } = readPrompts(
      filesOf({ 'policy.yaml': 'limits:\n  fallbacks: many\n', 'answer.md': 'Hi' }),
    )
    expect(prompts.policy.limits).toEqual(shipped().settings.limits)
    expect(prompts.answer).toBe(new TextDecoder().decode(shipped().files.get('answer.md')))
    expect(problems).toContainEqual(expect.objectContaining({ source: 'policy.yaml', line: 2, severity: 'refused' }))
    expect(problems).toContainEqual(expect.objectContaining({ source: 'answer.md', severity: 'refused' }))
  })

  it('wonders about files that nothing reads', () => {
    const { problems } = readPrompts(filesOf({ 'polcy.yaml': 'x: 1\n', 'README.md': 'mine' }))
    expect(problems).toEqual([
      { source: 'polcy.yaml', severity: 'warning', reason: 'Nothing reads this file. Did you mean policy.yaml?' },
    ])
  })

  it('names a policy by its bytes: the same file, the same name', () => {
    const hash = (yaml: string) => readPrompts(filesOf({ 'policy.yaml': yaml })).prompts.policy.hash
    expect(hash('limits: {fallbacks: 3}\n')).toBe(hash('limits: {fallbacks: 3}\n'))
    expect(hash('limits: {fallbacks: 3}\n')).not.toBe(hash('limits: {fallbacks: 4}\n'))
  })
})
