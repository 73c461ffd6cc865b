// Gives each test a store of its own and closes it afterwards.
import { afterEach, beforeEach } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import type { MakeStore } from './store.ts'

export function withStore(make: MakeStore): () => Store {
  let store: Store | undefined
  beforeEach(async () => {
    store = await make()
  })
  afterEach(() => store?.close())
  return () => {
    if (!store) throw new Error('there is a store only inside a test')
    return store
  }
}
