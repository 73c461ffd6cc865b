// A member of staff who signed in: their token, and how it is found again.
import type { StaffAccount } from '../../ports/store.ts'
import type { Signed } from '../app.ts'
import type { AccountNeeds } from './needs.ts'

const THIRTY_DAYS_MS = 30 * 24 * 3_600_000

export interface Opened {
  token: string
  staff: Signed
  expiresAt: number
}

/** Signs an account in. The token begins with the account's id; only a digest of it is kept. */
export async function open({ accounts, credentials, clock }: AccountNeeds, account: StaffAccount): Promise<Opened> {
  const token = `${account.id}.${credentials.token()}`
  const expiresAt = clock.now() + THIRTY_DAYS_MS
  await accounts.addSession({ token: kept(credentials, token, account), staffId: account.id, expiresAt })
  return { token, staff: signed(account), expiresAt }
}

/** The account of a token that is still good, and what is kept of the token. */
export async function find(
  { accounts, credentials, clock }: AccountNeeds,
  token: string,
): Promise<{ account: StaffAccount; kept: string } | undefined> {
  if (token.length > 200) return undefined
  const dot = token.indexOf('.')
  const account = dot > 0 ? await accounts.get(token.slice(0, dot)) : undefined
  if (!account) return undefined
  const digest = kept(credentials, token, account)
  const found = await accounts.session(digest, clock.now())
  return found?.staffId === account.id ? { account, kept: digest } : undefined
}

export function signed({ id, name, role }: StaffAccount): Signed {
  return { id, name, role }
}

// The stored password is part of it: a new password ends everything that was opened with the old one.
function kept(credentials: AccountNeeds['credentials'], token: string, account: StaffAccount): string {
  return credentials.digest(`${token} ${account.password}`)
}
