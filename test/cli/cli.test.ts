// The command line, run for real.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asked } from '../../src/app/app.ts'
import type { Finding } from '../../src/app/probe.ts'
import { startModelServer } from '../doubles/model-server/server.ts'
import { baton } from './run.ts'

let folder: string
let env: Record<string, string>
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-cli-'))
  env = { DATA_DIR: join(folder, 'data') }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const json = <T>(text: string): T => JSON.parse(text) as T

describe('baton ask', () => {
  it('[A3] [T19] says what it would answer, how sure it is, and why: one JSON document', async () => {
    const { code, out, err } = await baton(['ask', 'How long does delivery to Portugal take?', '--json'], env)
    const asked = json<Asked>(out)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(asked).toMatchObject({ decision: 'answer', reasons: [], language: 'en', signals: { burst: 1 } })
    expect(asked.citations[0]).toMatchObject({
      source: 'shipping.md',
      place: expect.any(String),
      quote: expect.any(String),
    })
    expect(asked.confidence).toBeGreaterThanOrEqual(0.7)
    const logit = asked.confidenceParts.reduce((sum, part) => sum + part.effect, 0)
    expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(asked.confidence, 6)
  })

  it('reports retrieval and confidence also when a trigger decided', async () => {
    const asked = json<Asked>(
      (await baton(['ask', 'I want to talk to a person about my delivery to Portugal', '--json'], env)).out,
    )
    expect(asked).toMatchObject({
      decision: 'handoff',
      team: expect.any(String),
      reasons: [{ trigger: 'explicit-request' }],
    })
    expect(asked.citations[0]?.source).toBe('shipping.md')
    expect(asked.confidence).toBeGreaterThan(0)
  })

  it('stores nothing', async () => {
    await baton(['ask', 'hello', '--json'], { ...env, DATA_DIR: join(folder, 'untouched') })
    expect(() => readdirSync(join(folder, 'untouched'))).toThrow(/ENOENT/)
  })

  it('reads other folders', async () => {
    mkdirSync(join(folder, 'knowledge'))
    writeFileSync(join(folder, 'knowledge/a.csv'), 'question,answer\nDo you sell kites?,Yes: red ones.\n')
    const asked = json<Asked>(
      (await baton(['ask', 'do you sell kites', '--knowledge', join(folder, 'knowledge'), '--json'], env)).out,
    )
    expect(asked).toMatchObject({ decision: 'answer', answer: 'Yes: red ones.' })
  })
})

describe('baton eval', () => {
  const cases = [
    {
      id: 'a',
      text: 'How long does delivery to Portugal take?',
      expect: { decision: 'answer', source: 'shipping.md' },
    },
    { id: 'b', text: 'I want to talk to a person', expect: { decision: 'handoff', trigger: 'explicit-request' } },
    { id: 'c', text: 'Do you sell car tyres?', expect: { decision: 'clarify' } },
  ]

  it('measures many questions, and writes each result', async () => {
    const file = join(folder, 'cases.jsonl')
    const out = join(folder, 'results.jsonl')
    writeFileSync(file, cases.map((one) => JSON.stringify(one)).join('\n'))
    const { code, out: said } = await baton(['eval', file, '--out', out, '--json'], env)
    expect(code).toBe(0)
    expect(json(said)).toMatchObject({
      cases: 3,
      accuracy: 1,
      coverage: 1 / 3,
      wrongAnswers: 0,
      triggers: { 'explicit-request': { precision: 1, recall: 1 } },
    })
    const results = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => json<{ id: string }>(line))
    expect(results.map((result) => result.id)).toEqual(['a', 'b', 'c'])
    expect((await baton(['eval', file, '--fail-under', 'coverage=0.9'], env)).code).toBe(1)
  })

  it('names a line that is no case', async () => {
    const file = join(folder, 'wrong.jsonl')
    writeFileSync(file, '{"id": "a"}\n')
    expect(await baton(['eval', file], env)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/wrong\.jsonl:1 {2}“text” is missing/),
    })
  })
})

describe('baton ingest', () => {
  it('names a refused file with its line, and exits with 1', async () => {
    mkdirSync(join(folder, 'broken'))
    writeFileSync(join(folder, 'broken/faq.csv'), 'question,answer\n"Open?,No\n')
    const { code, out } = await baton(['ingest', '--knowledge', join(folder, 'broken')], env)
    expect(code).toBe(1)
    expect(out).toMatch(/refused\s+knowledge\/faq\.csv:2 /)
  })

  it('reads the sample shop without a complaint', async () => {
    const { code, out } = await baton(['ingest', '--json'], env)
    expect(code).toBe(0)
    const report = json<{ entries: number; files: number; sample: boolean; problems: unknown[] }>(out)
    expect(report).toMatchObject({ sample: true, problems: [] })
    expect(report.entries).toBeGreaterThanOrEqual(60)
  })
})

describe('baton doctor', () => {
  it('[G2] says of each part whether it works, and what to do', async () => {
    const findings = json<{ findings: Finding[] }>((await baton(['doctor', '--json'], env)).out).findings
    expect(new Set(findings.map((finding) => finding.part))).toEqual(
      new Set(['data', 'knowledge', 'prompts', 'model', 'embeddings', 'redis']),
    )
    expect(findings.find((finding) => finding.part === 'model')).toMatchObject({
      state: 'off',
      remedy: expect.stringContaining('OPENAI_API_KEY'),
    })
  })

  it('lists what the shipped defaults serve', async () => {
    mkdirSync(join(folder, 'prompts'))
    writeFileSync(join(folder, 'prompts/persona.md'), 'You answer for a kite shop.\n')
    const { findings } = json<{ findings: Finding[] }>(
      (await baton(['doctor', '--prompts', join(folder, 'prompts'), '--json'], env)).out,
    )
    expect(findings.find((finding) => finding.part === 'prompts')?.detail).toMatch(
      /messages\.yaml.*policy\.yaml|policy\.yaml.*messages\.yaml/,
    )
  })

  it('finds a model that is there, and one that is not', async () => {
    const server = await startModelServer()
    const there = await baton(['doctor'], { ...env, OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'demo' })
    expect(there.out).toMatch(/✓ model/)
    await server.close()
    const gone = await baton(['doctor'], { ...env, OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'demo' })
    expect(gone).toMatchObject({ code: 1, out: expect.stringMatching(/✗ model/) })
  })
})

describe('baton chat', () => {
  it('is a conversation in the terminal', async () => {
    const { code, out } = await baton(['chat'], env, 'How long does delivery to Portugal take?\n')
    expect(code).toBe(0)
    expect(out).toMatch(/working days/)
  })
})

describe('baton owner-link and rebuild', () => {
  it('print a one-time link, and count the conversations made anew', async () => {
    const link = json<{ url: string; expiresAt: number }>((await baton(['owner-link', '--json'], env)).out)
    expect(link.url).toMatch(/^http:\/\/localhost:3000\/console\/welcome\?link=[\w-]{40,}$/)
    expect(link.expiresAt).toBeGreaterThan(Date.now())
    expect(json((await baton(['rebuild', '--json'], env)).out)).toEqual({ conversations: 0 })
  })
})

describe('wrong use and wrong configuration', () => {
  it('exit with 2 and 78, and say what is wrong', async () => {
    expect(await baton(['nosuch'], env)).toMatchObject({ code: 2, err: expect.stringMatching(/Known are: start/) })
    expect(await baton(['ask'], env)).toMatchObject({ code: 2, err: expect.stringMatching(/baton ask TEXT/) })
    const wrong = await baton(['doctor'], { ...env, PORT: 'x', LOG_LEVEL: 'loud' })
    expect(wrong).toMatchObject({ code: 78, out: '', err: expect.stringMatching(/PORT[\s\S]*LOG_LEVEL/) })
  })

  it('every command explains itself', async () => {
    const help = await baton(['--help'])
    const names = [...help.out.matchAll(/^ {2}([\w-]+) {2}/gm)].map((match) => match[1] ?? '')
    expect(names).toEqual(
      ['start', 'chat', 'ask', 'eval', 'ingest', 'doctor', 'owner-link', 'rebuild'].map((name) =>
        expect.stringContaining(name),
      ),
    )
    for (const name of names)
      expect(await baton([name, '--help'])).toMatchObject({ code: 0, out: expect.stringContaining(`baton ${name}`) })
  })
})
