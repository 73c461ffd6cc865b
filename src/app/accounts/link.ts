// What a one-time link is for.
import type { App } from '../app.ts'
import type { AccountNeeds } from './needs.ts'

/** Undefined when it is spent, expired or unknown. */
export function link(
  { accounts, credentials, clock }: AccountNeeds,
  token: string,
): ReturnType<App['accounts']['link']> {
  return accounts.link(credentials.digest(token), clock.now())
}
