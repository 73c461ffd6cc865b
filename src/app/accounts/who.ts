// Whose token this is.
import type { Signed } from '../app.ts'
import { CONSOLE_STAFF, isConsoleToken } from './console-token.ts'
import type { AccountNeeds } from './needs.ts'
import { find, signed } from './opened.ts'

/** The staff member of a token, or of the configured console token; undefined when it is none, ended or expired. */
export async function who(needs: AccountNeeds, token: string): Promise<Signed | undefined> {
  if (isConsoleToken(needs, token)) return CONSOLE_STAFF
  const found = await find(needs, token)
  return found && signed(found.account)
}
