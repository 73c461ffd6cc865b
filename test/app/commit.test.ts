// The one loop through which conversations change.
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../src/adapters/store/index.ts'
import { systemClock } from '../../src/adapters/system/clock.ts'
import { createMemoryWakeups } from '../../src/adapters/wakeups/index.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let test: TestApp
afterEach(() => test.bound.stop())

describe('many messages of one conversation at once', () => {
  it('are all stored, in order, without one trying again', async () => {
    const store = createMemoryStore()
    let appends = 0
    const counted = {
      ...store,
      log: {
        ...store.log,
        append: (unit: Parameters<typeof store.log.append>[0]) => {
          appends++
          return store.log.append(unit)
        },
      },
    }
    test = createTestApp({ store: counted, wakeups: createMemoryWakeups({ clock: systemClock }), clock: systemClock })
    await test.bound.start()
    await test.hear('a', 'I want to talk to a person')
    appends = 0
    await Promise.all(Array.from({ length: 300 }, (_, i) => test.hear('a', `message ${i}`)))
    const texts = (await store.log.read(test.idOf('a')))
      .filter((event) => event.type === 'customer-message')
      .map((event) => event.data['text'])
    expect(texts.slice(1)).toEqual(Array.from({ length: 300 }, (_, i) => `message ${i}`))
    expect(appends).toBe(300)
  })
})
