// How many matters needed a person.
import { type Metric, share } from './metric.ts'

export const handoffRate: Metric = {
  id: 'handoff-rate',
  label: 'Handed to a person',
  unit: 'share',
  tells:
    'Share of cases with at least one handoff. Very high: the knowledge has gaps. Very low: look whether customers are stuck.',
  of(logs) {
    let opened = 0
    const handed = new Set<string>()
    for (const [i, log] of logs.entries()) {
      let the = `before-${i}`
      for (const event of log) {
        if (event.type === 'case-opened') {
          opened++
          the = event.caseId
        }
        if (event.type === 'handoff-opened') handed.add(the)
      }
    }
    return share(handed.size, Math.max(opened, handed.size))
  },
}
