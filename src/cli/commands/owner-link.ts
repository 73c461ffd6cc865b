// `baton owner-link`: the way into the console, also after a lost password.
import { type CliCommand, EXIT } from '../command.ts'
import { settings } from '../settings.ts'

export const ownerLink: CliCommand = {
  name: 'owner-link',
  summary: 'Print a new one-time link that makes an owner account.',
  usage: 'baton owner-link [--json]\n\nThe link works once, for an hour. The server may be running.',
  options: {},
  async run(invocation) {
    const { config, secrets } = await settings(invocation)
    const { openStore } = await import('../../wire/offline.ts')
    const opened = await openStore(config, secrets)
    try {
      const link = await opened.accounts.ownerLink()
      console.log(invocation.json ? JSON.stringify(link) : link.url)
      return EXIT.ran
    } finally {
      await opened.close()
    }
  },
}
