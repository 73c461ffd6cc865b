// Ids: sortable by time, unguessable, of a plain alphabet.
import { expect, it } from 'vitest'
import { createIds } from '../../../src/adapters/system/ids.ts'
import { createManualClock } from '../../../src/adapters/system/manual-clock.ts'

it('makes ids of 25 digits and small letters', () => {
  const ids = createIds(createManualClock())
  for (let n = 0; n < 1000; n++) expect(ids.next()).toMatch(/^[0-9a-z]{25}$/)
})

it('makes ids that sort by the time they were made, across all lengths of time', () => {
  const clock = createManualClock(0)
  const ids = createIds(clock)
  const made = [
    0,
    1,
    35,
    36,
    Date.UTC(2001, 8, 9),
    Date.UTC(2026, 0, 1),
    Date.UTC(2059, 5, 1),
    Date.UTC(5000, 0, 1),
  ].map((time) => {
    clock.set(time)
    return ids.next()
  })
  expect([...made].sort()).toEqual(made)
})

it('never makes the same one twice in a moment, and uses every digit about equally', () => {
  const ids = createIds(createManualClock())
  const made = Array.from({ length: 20_000 }, () => ids.next())
  expect(new Set(made).size).toBe(made.length)
  const counts = new Map<string, number>()
  for (const id of made) for (const digit of id.slice(9)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  expect(counts.size).toBe(36)
  const fair = (made.length * 16) / 36
  // Six standard deviations.
  for (const count of counts.values()) expect(Math.abs(count - fair)).toBeLessThan(6 * Math.sqrt(fair))
})
