// `npm run bench`: every benchmark in a process of its own, one table. `--only name[,name]`, `--json`.
import { spawn } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type Figure, reached } from './figure.ts'

const BENCHMARKS = ['start', 'memory', 'overhead', 'throughput', 'store', 'query', 'ingest', 'model']

/** Whatever takes longer hangs; ms. */
const LIMIT = 5 * 60 * 1000

interface Outcome {
  benchmark: string
  figures: Figure[]
  failed?: string
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    /** For ourselves: run this one here and print its figures. */
    here: { type: 'string' },
  },
})

/** Resolves to the exit code: 1 when a goal was missed. */
async function bench(names: readonly string[], json: boolean): Promise<number> {
  const unknown = names.filter((name) => !BENCHMARKS.includes(name))
  if (unknown.length > 0) {
    console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${BENCHMARKS.join(', ')}.`)
    return 2
  }
  const machine = { cores: cpus().length, node: process.version, loadBefore: loadavg()[0] ?? 0 }
  if (!json) console.log(`${machine.cores} cores, Node.js ${machine.node}, load ${machine.loadBefore.toFixed(1)}\n`)
  const outcomes: Outcome[] = []
  for (const name of names) {
    const outcome = await runApart(name)
    outcomes.push(outcome)
    if (!json) printOne(outcome)
  }
  if (json) console.log(JSON.stringify({ ...machine, loadAfter: loadavg()[0], outcomes }, undefined, 2))
  return outcomes.some(({ failed, figures }) => failed !== undefined || figures.some((one) => reached(one) === false))
    ? 1
    : 0
}

/** A process of its own: nobody's memory or warmth is another's. */
function runApart(benchmark: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--expose-gc', import.meta.filename, '--here', benchmark], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: LIMIT,
    })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
    })
    child.on('close', (code, signal) => {
      if (code !== 0) return resolve({ benchmark, figures: [], failed: `it ended with ${code ?? signal}` })
      resolve({ benchmark, figures: JSON.parse(said) as Figure[] })
    })
  })
}

const WIDTHS = { name: 72, value: 8, upToGoal: 94, goal: 18 }

function printOne({ benchmark, figures, failed }: Outcome): void {
  if (failed !== undefined) console.log(`${benchmark.padEnd(WIDTHS.name)} FAILED: ${failed}`)
  for (const figure of figures) {
    const verdict = { true: 'reached', false: 'MISSED', undefined: '' }[String(reached(figure))]
    const value = `${figure.name.padEnd(WIDTHS.name)}${told(figure.value).padStart(WIDTHS.value)} ${figure.unit}`
    console.log(`${value.padEnd(WIDTHS.upToGoal)}${goalOf(figure).padEnd(WIDTHS.goal)}${verdict}`.trimEnd())
  }
}

function goalOf({ goal, unit }: Figure): string {
  if (goal === undefined) return ''
  return `${unit.endsWith('/s') ? 'at least' : 'at most'} ${goal.toLocaleString('en')}`
}

/** Three digits that mean something. */
function told(value: number): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })
}

if (values.here !== undefined) {
  process.once('SIGTERM', () => process.exit(143))
  const { run } = (await import(`./${values.here}.ts`)) as { run(): Promise<Figure[]> }
  const figures = await run()
  process.stdout.write(JSON.stringify(figures), () => process.exit(0))
} else {
  process.exitCode = await bench(values.only?.split(',') ?? BENCHMARKS, values.json)
}
