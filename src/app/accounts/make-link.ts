// A one-time link to the page where name and password are set.
import type { Role } from '../../ports/store.ts'
import type { AccountNeeds } from './needs.ts'

const HOUR_MS = 3_600_000

/** How long each kind may be used: an owner is at the terminal, a new colleague may be away for some days. */
export const LINK_LIFE_MS = { owner: HOUR_MS, invite: 72 * HOUR_MS } as const

export async function makeLink(
  { accounts, credentials, clock, publicUrl }: AccountNeeds,
  kind: 'owner' | 'invite',
  role: Role,
): Promise<{ url: string; expiresAt: number }> {
  const token = credentials.token()
  const expiresAt = clock.now() + LINK_LIFE_MS[kind]
  await accounts.addLink({ token: credentials.digest(token), kind, role, expiresAt })
  return { url: `${publicUrl()}/console/welcome?link=${token}`, expiresAt }
}
