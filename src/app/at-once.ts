// What is noticed the moment a message arrives, before anybody waits for quiet, knowledge or a model.
import { openCase, type Case, type State } from '../core/conversation/state.ts'
import type { Policy } from '../core/handoff/policy.ts'
import type { Reason } from '../core/handoff/reason.ts'
import { capitalsOf } from '../core/handoff/signals.ts'
import type { Grounds } from '../core/handoff/verdict.ts'
import { lookThrough } from '../core/handoff/triggers/index.ts'
import { asksForPerson } from '../core/handoff/words/match.ts'
import { confidenceOf } from '../core/answer/confidence.ts'
import { citationsOf, passagesOf } from '../core/conversation/judge.ts'
import { NOTHING_FOUND } from '../core/knowledge/evidence.ts'
import type { Needs } from './needs.ts'

export interface AtOnce {
  reasons: readonly Reason[]
  grounds: Grounds
}

/** A notice must not wait: the remote part of the search gets this many ms. */
const SEARCH_LIMIT = 50
