// A policy for tests: the shipped one, with what a test cares about changed.
import type { Policy } from '../../../src/core/handoff/policy.ts'
import type { TriggerInput } from '../../../src/core/handoff/trigger.ts'

export const POLICY: Policy = {
  hash: 'test',
  shop: { name: 'Olive & Oak', defaultLanguage: 'en' },
  confidence: { answerFrom: 0.7, clarifyFrom: 0.65, below: 'fallback-chain' },
  limits: { fallbacks: 2, rephrasings: 3 },
  triggers: {
    'explicit-request': { enabled: true, priority: 2 },
    'fallback-limit': { enabled: true, priority: 3 },
    'low-confidence': { enabled: true, priority: 3 },
    rephrasing: { enabled: true, priority: 2 },
    'dependency-failure': { enabled: true, priority: 2 },
    unreadable: { enabled: true, priority: 3 },
  },
  words: {},
  teams: [{ id: 'care', name: 'customer care' }],
  defaultTeam: 'care',
  handoff: { claimMinutes: 5, returnMinutes: 30 },
  caseQuietHours: 24,
  rootCauses: [],
}

/** A first question, with nothing special about it. */
export function turn(changes: Partial<TriggerInput> = {}): TriggerInput {
  return {
    policy: POLICY,
    texts: ['Do you have linen curtains?'],
    language: 'en',
    offered: false,
    fallbacks: 0,
    missed: [],
    rephrasings: 0,
    said: [],
    unread: [],
    failed: [],
    ...changes,
  }
}
