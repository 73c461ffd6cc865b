// How often the bot's turn ended in an answer from knowledge.
import { type Metric, share } from './metric.ts'

export const answered: Metric = {
  id: 'answered',
  label: 'Answered from knowledge',
  unit: 'share',
  tells: 'Share of the bot’s turns that were answered with a source, rather than asked back or handed off.',
  of(logs) {
    const turns = logs
      .flat()
      .filter(({ type }) => type === 'answered' || type === 'clarified' || type === 'handoff-opened')
    return share(turns.filter((event) => event.type === 'answered').length, turns.length)
  },
}
