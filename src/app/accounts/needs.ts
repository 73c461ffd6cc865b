// What accounts are made of.
import type { Credentials } from '../../ports/credentials.ts'
import type { Accounts } from '../../ports/store.ts'
import type { Clock, Ids } from '../../ports/system.ts'

export interface AccountNeeds {
  accounts: Accounts
  credentials: Credentials
  clock: Clock
  ids: Ids
  /** A bearer token that acts as the staff member `owner`, for scripts. */
  consoleToken?: string
  /** Where people reach us, without a slash at the end: links begin with it. */
  publicUrl(): string
}
