// `baton start`: the server, in the foreground.
import type { CliCommand } from '../command.ts'

export const start: CliCommand = {
  name: 'start',
  summary: 'Serve the shop’s page, the web chat and the console.',
  usage: 'baton start\n\nStops in order on Ctrl-C or SIGTERM. Settings: .env.example.',
  options: {},
  run: async () => (await import('../../main.ts')).serve(),
}
