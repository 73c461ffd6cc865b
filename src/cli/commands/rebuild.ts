// `baton rebuild`: makes every list anew from the log.
import { rebuild as rebuildAll } from '../../app/rebuild.ts'
import { type CliCommand, EXIT } from '../command.ts'
import { settings } from '../settings.ts'

export const rebuild: CliCommand = {
  name: 'rebuild',
  summary: 'Make the lists of conversations and the queue anew from the log.',
  usage: 'baton rebuild [--json]\n\nChanges nothing that customers or staff have said.',
  options: {},
  async run(invocation) {
    const { config, secrets } = await settings(invocation)
    const { openStore } = await import('../../wire/offline.ts')
    const opened = await openStore(config, secrets)
    try {
      const conversations = await rebuildAll(opened)
      console.log(invocation.json ? JSON.stringify({ conversations }) : `${conversations} conversations made anew`)
      return EXIT.ran
    } finally {
      await opened.close()
    }
  },
}
