// What every store must do: what survives, who was first, and what must be looked at.
import { describe } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { storeAccountsContract } from './store-accounts.ts'
import { storeAgendaContract } from './store-agenda.ts'
import { storeListsContract } from './store-lists.ts'
import { storeLogContract } from './store-log.ts'
import { storeOutboxContract } from './store-outbox.ts'
import { storeSmallContract } from './store-small.ts'

/** Makes an empty store; the test closes it. */
export type MakeStore = () => Promise<Store>

export function storeContract(name: string, make: MakeStore): void {
  describe(`${name} as a store`, () => {
    storeLogContract(make)
    storeOutboxContract(make)
    storeAgendaContract(make)
    storeListsContract(make)
    storeAccountsContract(make)
    storeSmallContract(make)
  })
}
