// Keeps which rows of the capability table were proved by a passed test: a test carries the row's id in its title.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

export const PROOFS = join(resolve(import.meta.dirname, '../..'), 'test-artefacts', 'proofs.json')
const ROW = /\[([A-Z]\d{1,2})\]/g

/** The rows that each test file proved when it last ran. */
export type Proofs = Record<string, string[]>

export function readProofs(): Proofs {
  return existsSync(PROOFS) ? (JSON.parse(readFileSync(PROOFS, 'utf8')) as Proofs) : {}
}

/** `npm run coverage` makes the document from what it keeps. A run of some files leaves what others proved. */
export class CoverageReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const proofs = readProofs()
    for (const module of modules) {
      const passed = [...module.children.allTests('passed')].map((test) => test.fullName)
      const rows = passed.flatMap((title) => [...title.matchAll(ROW)].map((match) => match[1] ?? ''))
      proofs[module.relativeModuleId] = [...new Set(rows)].sort()
    }
    mkdirSync(dirname(PROOFS), { recursive: true })
    writeFileSync(PROOFS, JSON.stringify(proofs, null, 1))
  }
}
