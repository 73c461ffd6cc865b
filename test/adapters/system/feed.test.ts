// The feed: whoever watches hears, and nobody disturbs another.
import { expect, it } from 'vitest'
import { createFeed } from '../../../src/adapters/system/feed.ts'
import type { Change } from '../../../src/ports/feed.ts'

const CHANGE: Change = { kind: 'conversation', conversationId: 'a', version: 1, owner: 'bot' }

it('tells everybody who watches, until they stop', () => {
  const feed = createFeed()
  const heard: string[] = []
  const stop = feed.watch(() => heard.push('one'))
  feed.watch(() => heard.push('two'))
  feed.publish(CHANGE)
  stop()
  stop()
  feed.publish({ kind: 'files' })
  expect(heard).toEqual(['one', 'two', 'two'])
})

it('goes on when a listener throws, and reports it', () => {
  const reported: unknown[] = []
  const feed = createFeed((error) => reported.push(error))
  const heard: Change[] = []
  feed.watch(() => {
    throw new Error('deaf')
  })
  feed.watch((change) => heard.push(change))
  feed.publish(CHANGE)
  expect(heard).toEqual([CHANGE])
  expect(reported).toHaveLength(1)
})

it('lets listeners come and go while it tells, and the same one watch twice', () => {
  const feed = createFeed()
  let heard = 0
  const listener = () => {
    heard++
  }
  const stopFirst = feed.watch(listener)
  feed.watch(listener)
  const stopAll = feed.watch(() => stopFirst())
  feed.publish(CHANGE)
  expect(heard).toBe(2)
  stopAll()
  feed.publish(CHANGE)
  expect(heard).toBe(3)
})
