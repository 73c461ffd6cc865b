// Name and password for a token.
import { cleanLine } from '../../core/message.ts'
import { MOST_NAME } from './judge.ts'
import type { AccountNeeds } from './needs.ts'
import { type Opened, open } from './opened.ts'

/** Undefined when name or password is wrong, which is not told apart: an unknown name takes the same time. */
export async function signIn(needs: AccountNeeds, name: string, password: string): Promise<Opened | undefined> {
  const { accounts, credentials } = needs
  const account = await accounts.byName(cleanLine(name, MOST_NAME))
  const right = await credentials.verifyPassword(password, account?.password ?? '')
  return account && right ? open(needs, account) : undefined
}
