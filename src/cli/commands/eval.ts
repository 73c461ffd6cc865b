// `baton eval CASES.jsonl`: many questions with their expected outcomes, measured.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Asked } from '../../app/app.ts'
import { type EvalCase, readCases } from '../../core/evaluation/case.ts'
import { type EvalSummary, summarise } from '../../core/evaluation/summary.ts'
import { type CliCommand, EXIT, type Invocation, textOption, WrongUse } from '../command.ts'
import { FOLDERS, settings } from '../settings.ts'

export const evaluate: CliCommand = {
  name: 'eval',
  summary: 'Ask many questions and measure the answers against what is expected.',
  usage: `baton eval CASES.jsonl [--knowledge DIR] [--prompts DIR] [--out RESULTS.jsonl] [--fail-under NAME=VALUE,…] [--json]

A line of CASES.jsonl: {"id", "text", "history"?: [{"from", "text"}], "expect": {"decision"?, "source"?, "trigger"?, "team"?}}
--fail-under takes accuracy, coverage, auroc; exit code 1 when one is below its value.`,
  options: { ...FOLDERS, out: { type: 'string' }, 'fail-under': { type: 'string' } },
  async run(invocation) {
    const limits = limitsOf(invocation)
    const cases = casesOf(invocation)
    const { config, secrets } = await settings(invocation)
    const { openOffline } = await import('../../wire/offline.ts')
    const offline = await openOffline(config, secrets)
    try {
      const pairs: [EvalCase, Asked & { id: string; ms: number }][] = []
      for (const one of cases) {
        const started = performance.now()
        const asked = await offline.ask(one.text, { history: one.history })
        pairs.push([one, { id: one.id, ...asked, ms: performance.now() - started }])
      }
      const out = textOption(invocation, 'out')
      if (out) writeFileSync(out, pairs.map(([, result]) => `${JSON.stringify(result)}\n`).join(''))
      const summary = summarise(pairs)
      console.log(invocation.json ? JSON.stringify(summary) : told(summary))
      const under = limits.filter(([name, limit]) => (summary[name] ?? 0) < limit)
      for (const [name, limit] of under) console.error(`${name} is ${summary[name]}, under ${limit}`)
      return under.length > 0 ? EXIT.finding : EXIT.ran
    } finally {
      await offline.close()
    }
  },
}

const LIMITED = ['accuracy', 'coverage', 'auroc'] as const
type Limited = (typeof LIMITED)[number]

function limitsOf(invocation: Invocation): [Limited, number][] {
  const text = textOption(invocation, 'fail-under')
  return (text ? text.split(',') : []).map((one) => {
    const [name = '', value = ''] = one.split('=')
    const known = LIMITED.find((limited) => limited === name)
    if (!known || value === '' || !Number.isFinite(Number(value))) {
      throw new WrongUse(
        `--fail-under takes ${LIMITED.join(', ')} with a number, as accuracy=0.8; “${one}” is neither.`,
      )
    }
    return [known, Number(value)]
  })
}

function casesOf({ words }: Invocation): EvalCase[] {
  const [file, ...more] = words
  if (file === undefined || more.length > 0) throw new WrongUse('Which file of cases? Name one .jsonl file.')
  const { cases, problems } = readCases(readText(file))
  if (problems.length > 0)
    throw new WrongUse(problems.map(({ line, reason }) => `${file}:${line}  ${reason}`).join('\n'))
  if (cases.length === 0) throw new WrongUse(`${file} has no cases.`)
  return cases
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongUse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function told(summary: EvalSummary): string {
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`)
  const row = (name: string, value: string) => `${name.padEnd(28)} ${value}`
  return [
    row('cases', String(summary.cases)),
    row('best source right', percent(summary.accuracy)),
    ...Object.entries(summary.recall).map(([k, value]) => row(`source among first ${k.slice(1)}`, percent(value))),
    ...Object.entries(summary.decisions).map(([decision, value]) =>
      row(`expected ${decision}, got it`, percent(value)),
    ),
    row('answered', percent(summary.coverage)),
    row('wrong among answered', percent(summary.wrongAnswers)),
    ...Object.entries(summary.triggers).map(([name, one]) =>
      row(name, `precision ${percent(one.precision)}, recall ${percent(one.recall)} (${one.expected} expected)`),
    ),
    row('confidence: AUROC', summary.auroc?.toFixed(3) ?? '–'),
    row('confidence: ECE', summary.ece?.toFixed(3) ?? '–'),
    row('p50, p99', `${summary.p50?.toFixed(1) ?? '–'} ms, ${summary.p99?.toFixed(1) ?? '–'} ms`),
  ].join('\n')
}
