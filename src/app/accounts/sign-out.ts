// The end of a token.
import type { AccountNeeds } from './needs.ts'
import { find } from './opened.ts'

/** Harmless for a token that is not good any more. */
export async function signOut(needs: AccountNeeds, token: string): Promise<void> {
  const found = await find(needs, token)
  if (found) await needs.accounts.endSession(found.kept)
}
