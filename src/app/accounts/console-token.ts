// The configured token for scripts, and whom it acts as.
import type { Signed } from '../app.ts'
import type { AccountNeeds } from './needs.ts'

/** Also the id that no account may have: what scripts do is told apart from what people do. */
export const CONSOLE_STAFF: Signed = { id: 'owner', name: 'owner', role: 'owner' }

export function isConsoleToken({ consoleToken, credentials }: AccountNeeds, token: string): boolean {
  return consoleToken !== undefined && consoleToken !== '' && credentials.equal(token, consoleToken)
}
