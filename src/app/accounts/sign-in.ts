// Name and password for a token.
import { cleanLine } from '../../core/message.ts'
import { MOST_NAME } from './judge.ts'
import type { AccountNeeds } from './needs.ts'
import { type Opened, open } from './opened.ts'

/** Undefined when name or password is wrong, which is not told apart: an unknown name takes the same time. */
export type SignIn = (name: string, password: string) => Promise<Opened | undefined>

export function createSignIn(needs: AccountNeeds): SignIn {
  const { accounts, credentials } = needs
  let nobodys: Promise<string> | undefined
  return async (name, password) => {
    const account = await accounts.byName(cleanLine(name, MOST_NAME))
    nobodys ??= credentials.hashPassword(credentials.token())
    const right = await credentials.verifyPassword(password, account?.password ?? (await nobodys))
    return account && right ? open(needs, account) : undefined
  }
}
