import { describe, expect, it } from 'vitest'
import { readPolicy, TRIGGER_NAMES } from '../../../src/config/prompts/policy.ts'
import { shipped } from '../../../src/config/prompts/read-prompts.ts'
import { teamName, teamOf } from '../../../src/core/handoff/policy.ts'
import { bytesOf } from './given-files.ts'

const base = shipped().settings
const read = (yaml: string) => readPolicy(bytesOf(yaml), base)
const reasons = (yaml: string) => read(yaml).findings.map(({ line, reason }) => `${line}: ${reason}`)

describe('policy.yaml', () => {
  it('changes what it says and leaves the rest to the shipped policy', () => {
    const { settings, findings, missing } = read('shop:\n  name: Olive & Oak\nlimits:\n  fallbacks: 3\n')
    expect(findings).toEqual([])
    expect(settings?.shop).toEqual({ name: 'Olive & Oak', defaultLanguage: 'en' })
    expect(settings?.limits).toEqual({ fallbacks: 3, rephrasings: 3 })
    expect(settings?.confidence).toEqual(base.confidence)
    expect(missing).toEqual(
      expect.arrayContaining(['shop.defaultLanguage', 'limits.rephrasings', 'confidence', 'teams']),
    )
    expect(missing).not.toContain('limits.fallbacks')
  })

  it('takes a section that is named and left empty for nothing said', () => {
    expect(read('limits:\nwords:\ntriggers:\n').settings?.limits).toEqual(base.limits)
  })

  it('switches a trigger off, and routes another', () => {
    const { settings } = read(
      'teams:\n  - {id: care, name: customer care}\n  - {id: tech, name: technicians}\n' +
        'triggers:\n  unreadable: {enabled: false}\n  dependency-failure: {team: tech, priority: 1}\n',
    )
    expect(settings?.triggers.unreadable).toEqual({ enabled: false, priority: 3 })
    expect(settings?.triggers['dependency-failure']).toEqual({ enabled: true, team: 'tech', priority: 1 })
    const policy = { ...base, ...settings, hash: '' }
    expect(teamOf(policy, 'dependency-failure')).toBe('tech')
    expect(teamOf(policy, 'unreadable')).toBe('care')
  })

  it('names a team in the customer’s language', () => {
    const policy = { ...base, hash: '' }
    expect(teamName(policy, 'care', 'es-MX')).toBe('atención al cliente')
    expect(teamName(policy, 'care', 'sw')).toBe('customer care')
    expect(teamName(policy, 'care')).toBe('customer care')
    expect(teamName(policy, 'gone')).toBe('gone')
  })

  it('has the first team as the default one when only teams are given', () => {
    expect(read('teams:\n  - {id: shop, name: the shop}\n').settings?.defaultTeam).toBe('shop')
  })

  it('takes phrases to add and to remove, by language', () => {
    const { settings } = read('words:\n  en: {add: [talk to Carmen]}\n  "*": {remove: [agent, 0]}\n')
    expect(settings?.words).toEqual({
      en: { add: ['talk to Carmen'], remove: [] },
      '*': { add: [], remove: ['agent', '0'] },
    })
  })
})

describe('a mistake in policy.yaml is named with its line and what to do', () => {
  it.each([
    ['limits:\n  fallback: 2\n', '2: limits.fallback is unknown here. Did you mean fallbacks?'],
    ['limit:\n  fallbacks: 2\n', '1: limit is unknown here. Did you mean limits?'],
    ['limits:\n  fallbacks: two\n', '2: limits.fallbacks must be a whole number from 1 to 20.'],
    ['limits:\n  fallbacks: 0\n', '2: limits.fallbacks must be a whole number from 1 to 20.'],
    ['limits: 3\n', '1: limits must be a list of `name: value` lines.'],
    ['confidence:\n  answerFrom: 70\n', '2: confidence.answerFrom must be a number from 0 to 1.'],
    ['confidence:\n  below: shrug\n', '2: confidence.below must be one of: fallback-chain, handoff.'],
    ['triggers:\n  rephrasng: {}\n', '2: triggers.rephrasng is unknown here. Did you mean rephrasing?'],
    ['triggers:\n  unreadable: {enabled: maybe}\n', '2: triggers.unreadable.enabled must be true or false.'],
    ['defaultTeam: sales\n', '1: defaultTeam: there is no team sales. The teams are: care.'],
    ['triggers:\n  unreadable: {team: tech}\n', '2: triggers.unreadable: there is no team tech. The teams are: care.'],
    ['teams: []\n', '1: teams must have at least one team.'],
    ['shop:\n  defaultLanguage: English\n', '2: shop.defaultLanguage must be a language such as en or pt-BR.'],
    ['words:\n  en: [talk to Carmen]\n', '2: words.en must be a list of `name: value` lines.'],
    ['shop:\n  name: ""\n', '2: shop.name must be text.'],
    ['limits: {fallbacks: 2}\nlimits: {fallbacks: 3}\n', '2: This name stands here twice. Keep one of them.'],
    ['a: &x 1\nlimits: *x\n', '2: limits: write the value itself instead of an alias (*).'],
    ['- one\n', '1: The file must be a list of `name: value` lines.'],
    ['', '1: The file is empty. Delete it to use the shipped one.'],
    ['# only a remark\n', '1: The file is empty. Delete it to use the shipped one.'],
  ])('%j', (yaml, reason) => {
    expect(reasons(yaml)).toContain(reason)
    expect(read(yaml).settings).toBeUndefined()
  })

  it('also when it is no YAML at all', () => {
    const [finding] = read('shop:\n  name: "never closed\n').findings
    expect(finding).toMatchObject({ severity: 'refused', reason: expect.stringContaining('not valid YAML') })
    expect(finding?.line).toBeGreaterThan(0)
  })

  it('and all of them at once', () => {
    expect(reasons('limits:\n  fallbacks: x\n  rephrasings: y\nconfidence:\n  below: z\n')).toHaveLength(3)
  })

  it('clarifying may not begin above answering', () => {
    expect(reasons('confidence:\n  answerFrom: 0.5\n  clarifyFrom: 0.6\n')).toEqual([
      '3: confidence.clarifyFrom: clarifyFrom (0.6) must not be above answerFrom (0.5).',
    ])
    expect(reasons('confidence:\n  answerFrom: 0.5\n')[0]).toContain('clarifyFrom (0.65)')
  })

  it('[H5] a bound that floods the queue is only a warning', () => {
    const { settings, findings } = read('confidence:\n  answerFrom: 0.9\n')
    expect(settings?.confidence.answerFrom).toBe(0.9)
    expect(findings).toMatchObject([{ line: 2, severity: 'warning' }])
  })

  it('bytes that are no text', () => {
    expect(readPolicy(new Uint8Array([0xff, 0xfe, 0x41, 0x00]), base).findings[0]?.reason).toContain('not UTF-8')
    expect(readPolicy(bytesOf('shop: \u0000'), base).findings[0]?.reason).toContain('not UTF-8')
    expect(readPolicy(new Uint8Array(1_000_001), base).findings[0]?.reason).toContain('larger than 1 MB')
  })
})

describe('the shipped policy', () => {
  it('says everything', () => {
    const files = shipped().files
    const { missing, findings } = readPolicy(files.get('policy.yaml') ?? new Uint8Array())
    expect(missing).toEqual([])
    expect(findings).toEqual([])
  })

  it('[H2] [H6] has the bounds and limits of the design', () => {
    expect(base.confidence).toEqual({ answerFrom: 0.7, clarifyFrom: 0.65, below: 'fallback-chain' })
    expect(base.limits).toEqual({ fallbacks: 2, rephrasings: 3 })
    for (const name of TRIGGER_NAMES) expect(base.triggers[name].enabled, name).toBe(true)
  })
})
