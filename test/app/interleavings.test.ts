// Customer, model, two members of staff, several processes, redelivery and crashes, in every order that a scheduler can think of.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaled } from '../scale.ts'
import { createWorld, type Step } from './world.ts'

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), message: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'ask-person' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write-request' as const), message: fc.nat({ max: 5 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('take-over' as const, 'reply' as const, 'hand-back' as const),
      staff: fc.constantFrom('ana', 'ben'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), staff: fc.constantFrom('ana', 'ben') }) },
  { weight: 2, arbitrary: fc.constant({ do: 'crash' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'join' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'look' as const }) },
)

const RUNS = scaled({ quick: 1_500, ci: 10_000, long: 100_000 })

describe('two voices never answer one customer', () => {
  it(`[S6] [R18] [C26] in ${RUNS.toLocaleString('en')} scheduled interleavings`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { minLength: 2, maxLength: 9 }), async (scheduler, steps) => {
        const world = createWorld(scheduler)
        await world.play(steps)
        await world.settle()
        expect(await world.violations()).toEqual([])
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 3_000_000 },
    )
  })
})
