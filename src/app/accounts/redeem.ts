// A one-time link becomes an account, or gives an owner who lost the password a new one.
import { NameTaken, type StaffAccount } from '../../ports/store.ts'
import { judged } from './judge.ts'
import { link } from './link.ts'
import type { AccountNeeds } from './needs.ts'
import { type Opened, open } from './opened.ts'

/**
 * Undefined when the link is spent, expired or unknown. Throws `BadInput`, and `NameTaken`; the link stays good then.
 * An owner link with the name of an owner sets that account's password.
 */
export async function redeem(
  needs: AccountNeeds,
  token: string,
  name: string,
  password: string,
): Promise<Opened | undefined> {
  const { accounts, credentials, clock, ids } = needs
  const found = await link(needs, token)
  if (!found) return undefined
  const clean = judged(name, password)
  const namesake = await accounts.byName(clean)
  const isLostPassword = found.kind === 'owner' && namesake?.role === 'owner'
  if (namesake && !isLostPassword) throw new NameTaken(`the name ${clean} is taken`)
  const hash = await credentials.hashPassword(password)
  const account: StaffAccount = namesake
    ? { ...namesake, password: hash }
    : { id: ids.next(), name: clean, role: found.role, password: hash, createdAt: clock.now() }
  return (await accounts.redeem(credentials.digest(token), clock.now(), account)) ? open(needs, account) : undefined
}
