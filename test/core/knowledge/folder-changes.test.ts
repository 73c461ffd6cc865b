import { describe, expect, it } from 'vitest'
import { NOTHING_WATCHED, stepFolder, type Watched } from '../../../src/core/knowledge/folder-changes.ts'

const file = (path: string, changed = 1, size = 10) => ({ path, size, changed })
const names = (count: number) => Array.from({ length: count }, (_, i) => file(`f${i}.md`))

/** Looks at the listings one after another; each with its time. */
function look(...looks: [number, ReturnType<typeof file>[]][]) {
  let watched: Watched = NOTHING_WATCHED
  return looks.map(([now, listing]) => {
    const step = stepFolder(watched, listing, now)
    watched = step.next
    return step
  })
}

describe('a folder that changes', () => {
  it('a file is read when it has been still for 300 ms', () => {
    const [first, early, still] = look([0, [file('a')]], [299, [file('a')]], [300, [file('a')]])
    expect([first?.changed, early?.changed, still?.changed]).toEqual([[], [], ['a']])
    expect([first?.again, still?.again]).toEqual([true, false])
  })

  it('one that goes on changing is waited for', () => {
    const steps = look(
      [0, [file('a', 1)]],
      [200, [file('a', 2)]],
      [400, [file('a', 3)]],
      [699, [file('a', 3)]],
      [700, [file('a', 3)]],
    )
    expect(steps.map((step) => step.changed)).toEqual([[], [], [], [], ['a']])
  })

  it('one that vanished for a moment, as editors do, never went away', () => {
    const steps = look(
      [0, [file('a')]],
      [300, [file('a')]],
      [400, []],
      [1399, []],
      [1400, [file('a', 2)]],
      [1700, [file('a', 2)]],
    )
    expect(steps.flatMap((step) => step.gone)).toEqual([])
    expect(steps.at(-1)?.changed).toEqual(['a'])
  })

  it('one that is gone for a second is gone', () => {
    const steps = look([0, [file('a')]], [300, [file('a')]], [400, []], [1400, []])
    expect(steps.map((step) => step.gone)).toEqual([[], [], [], ['a']])
  })

  it('more than half of at least six at once is an accident: nothing goes, and it is told', () => {
    const steps = look([0, names(6)], [300, names(6)], [400, names(2)], [9000, names(2)], [9100, names(6)])
    expect(steps.flatMap((step) => step.gone)).toEqual([])
    expect(steps.map((step) => step.vanished)).toEqual([0, 0, 4, 4, 0])
    const few = look([0, names(5)], [300, names(5)], [400, names(1)], [1400, names(1)])
    expect(few.at(-1)?.gone).toHaveLength(4)
  })

  it('but a merchant who takes the sample shop out means it', () => {
    const sample = [...names(6), file('about-olive-and-oak.md')]
    const steps = look([0, sample], [300, sample], [400, [file('mine.md')]], [1400, [file('mine.md')]])
    expect(steps.at(-1)).toMatchObject({ vanished: 0, changed: ['mine.md'] })
    expect(steps.at(-1)?.gone).toHaveLength(7)
  })
})
