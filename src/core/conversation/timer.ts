// The named moments at which somebody must look at a conversation again.

/** Timers are rows: a wake-up may be lost, the sweep finds the row. */
export type TimerName =
  | 'brief' // the model's part of a brief
  | 'claim-deadline' // nobody took the handoff in time
  | 'next-alert'
  | 'wait-update'
  | 'return' // staff fell silent
  | 'survey'
  | 'case-end' // quiet, with nothing owed

/** 1 first. What a customer waits for goes before what a clock wants. */
export const TIMER_PRIORITY: Record<TimerName, number> = {
  'claim-deadline': 1,
  'next-alert': 1,
  return: 2,
  brief: 2,
  'wait-update': 3,
  survey: 4,
  'case-end': 5,
}

export type TimerChange = { name: TimerName; at: number } | { name: TimerName; cancel: true }
