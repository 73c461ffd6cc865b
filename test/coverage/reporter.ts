// Keeps which rows of the capability table were proved by a passed test: a test carries the row's id in its title.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

const root = resolve(import.meta.dirname, '../..')
const ROW = /\[([A-Z]\d{1,2})\]/g

export interface Proof {
  row: string
  /** `file > suite > test` */
  test: string
}

/** Writes `test-artefacts/proofs-<projects>.json` after each run; `npm run coverage` makes the document from them. */
export class CoverageReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const proofs: Proof[] = []
    const projects = new Set<string>()
    for (const module of modules) {
      projects.add(module.project.name)
      for (const test of module.children.allTests('passed')) {
        const file = module.relativeModuleId
        for (const [, row] of test.fullName.matchAll(ROW))
          if (row) proofs.push({ row, test: `${file} > ${test.fullName}` })
      }
    }
    if (modules.length < 5) return // a part of the tests proves only a part
    mkdirSync(join(root, 'test-artefacts'), { recursive: true })
    writeFileSync(
      join(root, 'test-artefacts', `proofs-${[...projects].sort().join('-')}.json`),
      JSON.stringify(proofs, null, 1),
    )
  }
}
