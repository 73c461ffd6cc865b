// The triggers, in the order in which they are asked.
import type { Trigger } from '../trigger.ts'
import { dependencyFailure } from './dependency-failure.ts'
import { explicitRequest } from './explicit-request.ts'
import { fallbackLimit } from './fallback-limit.ts'
import { lowConfidence } from './low-confidence.ts'
import { rephrasing } from './rephrasing.ts'
import { understoodRequest } from './understood-request.ts'
import { unreadable } from './unreadable.ts'

export const triggers: readonly Trigger[] = [
  explicitRequest,
  unreadable,
  understoodRequest,
  dependencyFailure,
  fallbackLimit,
  rephrasing,
  lowConfidence,
]
