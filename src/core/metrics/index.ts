// The metrics, in the order in which they are shown.
import { answered } from './answered.ts'
import { askedTwice } from './asked-twice.ts'
import { cases } from './cases.ts'
import { handoffRate } from './handoff-rate.ts'
import type { Metric } from './metric.ts'
import { timeToPerson } from './time-to-person.ts'

export const metrics: readonly Metric[] = [cases, answered, handoffRate, timeToPerson, askedTwice]
