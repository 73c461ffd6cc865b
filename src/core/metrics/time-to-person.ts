// How long customers wait for a person's first words.
import { type Metric, median } from './metric.ts'

export const timeToPerson: Metric = {
  id: 'time-to-person',
  label: 'Wait for a person',
  unit: 'ms',
  tells: 'Median time from the handoff to the first words of staff.',
  of(logs) {
    const waits: number[] = []
    for (const log of logs) {
      let since: number | undefined
      for (const event of log) {
        if (event.type === 'handoff-opened') since ??= event.at
        if (event.type === 'case-ended' || event.type === 'handed-back') since = undefined
        if (event.type === 'staff-message' && since !== undefined) {
          waits.push(event.at - since)
          since = undefined
        }
      }
    }
    return median(waits)
  },
}
