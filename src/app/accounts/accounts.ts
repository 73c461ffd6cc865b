// The verbs of accounts, bound to their needs.
import type { App } from '../app.ts'
import { link } from './link.ts'
import { makeLink } from './make-link.ts'
import type { AccountNeeds } from './needs.ts'
import { signed } from './opened.ts'
import { redeem } from './redeem.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { who } from './who.ts'

export function createAccounts(needs: AccountNeeds): App['accounts'] {
  return {
    who: (token) => who(needs, token),
    signIn: (name, password) => signIn(needs, name, password),
    signOut: (token) => signOut(needs, token),
    link: (token) => link(needs, token),
    redeem: (token, name, password) => redeem(needs, token, name, password),
    invite: (role) => makeLink(needs, 'invite', role),
    ownerLink: () => makeLink(needs, 'owner', 'owner'),
    any: async () => (await needs.accounts.count()) > 0,
    list: async () => {
      const accounts = await needs.accounts.list()
      return accounts.map((account) => ({ ...signed(account), createdAt: account.createdAt }))
    },
  }
}
