// Whether anybody had to ask for a person more than once: that is a defect.
import type { Metric } from './metric.ts'

export const askedTwice: Metric = {
  id: 'asked-twice',
  label: 'Asked for a person twice',
  unit: 'count',
  tells: 'Times a customer asked for a person again before staff had written. Should be zero.',
  of(logs) {
    let again = 0
    for (const log of logs) {
      let asked = false
      for (const event of log) {
        if (event.type === 'person-asked' || (event.type === 'customer-message' && event.asksForPerson)) {
          if (asked) again++
          asked = true
        }
        if (event.type === 'staff-message' || event.type === 'case-ended' || event.type === 'handed-back') asked = false
      }
    }
    return again
  },
}
