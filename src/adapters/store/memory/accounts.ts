// Staff accounts, links and sessions in memory.
import { type Accounts, NameTaken, type Role, type StaffAccount } from '../../../ports/store.ts'
import { nameKey } from '../name-key.ts'
import { assertOpen, by, copy, type Rows } from './rows.ts'

interface Link {
  kind: 'owner' | 'invite'
  role: Role
  expiresAt: number
  spent: boolean
}

export function createMemoryAccounts(rows: Rows): Accounts {
  const accounts = new Map<string, StaffAccount>()
  const links = new Map<string, Link>()
  const sessions = new Map<string, { staffId: string; expiresAt: number }>()
  const named = (name: string) => [...accounts.values()].find((account) => nameKey(account.name) === nameKey(name))
  const put = (account: StaffAccount) => {
    const namesake = named(account.name)
    if (namesake && namesake.id !== account.id)
      throw new NameTaken(`There is a staff member named ${account.name} already.`)
    accounts.set(account.id, copy(account))
  }
  const valid = (token: string, now: number) => {
    const link = links.get(token)
    return link && !link.spent && link.expiresAt > now ? link : undefined
  }
  const opened = <T>(answer: T): T => {
    assertOpen(rows)
    return answer
  }
  return {
    count: async () => opened(accounts.size),
    list: async () => opened(copy([...accounts.values()].sort(oldest))),
    get: async (id) => opened(copyOf(accounts.get(id))),
    byName: async (name) => opened(copyOf(named(name))),
    async put(account) {
      assertOpen(rows)
      put(account)
    },
    async addLink({ token, ...link }) {
      assertOpen(rows)
      if (links.has(token)) throw new Error('there is a link with this token already')
      links.set(token, { ...link, spent: false })
    },
    async link(token, now) {
      const link = opened(valid(token, now))
      return link && { kind: link.kind, role: link.role }
    },
    async redeem(token, now, account) {
      const link = opened(valid(token, now))
      if (!link) return false
      put(account)
      link.spent = true
      return true
    },
    async addSession({ token, ...session }) {
      assertOpen(rows)
      if (sessions.has(token)) throw new Error('there is a session with this token already')
      sessions.set(token, session)
    },
    async session(token, now) {
      const session = opened(sessions.get(token))
      return session && session.expiresAt > now ? { staffId: session.staffId } : undefined
    },
    async endSession(token) {
      assertOpen(rows)
      sessions.delete(token)
    },
  }
}

function copyOf<T>(value: T | undefined): T | undefined {
  return value === undefined ? undefined : copy(value)
}

const oldest = by<StaffAccount>(
  (account) => account.createdAt,
  (account) => account.id,
)
