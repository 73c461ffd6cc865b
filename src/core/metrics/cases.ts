// How many matters customers came with.
import type { Metric } from './metric.ts'

export const cases: Metric = {
  id: 'cases',
  label: 'Cases',
  unit: 'count',
  tells: 'Matters that customers or staff opened.',
  of: (logs) => logs.flat().filter((event) => event.type === 'case-opened').length,
}
