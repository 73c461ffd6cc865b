import { defineConfig } from 'vitest/config'
import { CoverageReporter } from './test/coverage/reporter.ts'

const long = process.env['BATON_TESTS'] === 'long'
const patient = { testTimeout: long ? 3_600_000 : 600_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', new CoverageReporter()],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/rigs/**'],
          testTimeout: long ? 3_600_000 : 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'browser', include: ['test/e2e/**/*.test.ts'], fileParallelism: false, ...patient } },
      { test: { name: 'rigs', include: ['test/rigs/**/*.test.ts'], fileParallelism: false, ...patient } },
    ],
  },
})
