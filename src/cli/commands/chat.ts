// `baton chat`: a conversation in the terminal, with everything but the web around it.
import { type CliCommand, EXIT } from '../command.ts'
import { FOLDERS, problemLine, settings } from '../settings.ts'

export const chat: CliCommand = {
  name: 'chat',
  summary: 'Talk to the bot here. Nothing is stored.',
  usage: 'baton chat [--knowledge DIR] [--prompts DIR]\n\n/person asks for a person; Ctrl-D ends.',
  options: FOLDERS,
  async run(invocation) {
    const { config, secrets } = await settings(invocation)
    const { openTerminal } = await import('../../wire/offline.ts')
    const terminal = await openTerminal(config, secrets, process.stdin, process.stdout)
    for (const problem of terminal.files.status().problems) console.error(problemLine(problem))
    await terminal.ended
    await terminal.close()
    return EXIT.ran
  },
}
