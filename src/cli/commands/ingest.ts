// `baton ingest`: reads knowledge/ and prompts/, names every mistake with its line.
import { type CliCommand, EXIT } from '../command.ts'
import { FOLDERS, problemLine, settings } from '../settings.ts'

export const ingest: CliCommand = {
  name: 'ingest',
  summary: 'Read the knowledge and name every refused file with line and reason.',
  usage:
    'baton ingest [--knowledge DIR] [--prompts DIR] [--json]\n\nExit code 1 when a file was refused. A running server reads files by itself.',
  options: FOLDERS,
  async run(invocation) {
    const { config, secrets } = await settings(invocation)
    const { openOffline } = await import('../../wire/offline.ts')
    const offline = await openOffline(config, secrets)
    try {
      const { entries, files, sample, problems } = offline.files.status()
      const refused = problems.filter((problem) => problem.severity === 'refused').length
      if (invocation.json) console.log(JSON.stringify({ entries, files, sample, problems }))
      else {
        for (const problem of problems) console.log(`${problem.severity}  ${problemLine(problem)}`)
        console.log(`${entries} entries in ${files} files${refused > 0 ? `, ${refused} refused` : ''}`)
      }
      return refused > 0 ? EXIT.finding : EXIT.ran
    } finally {
      await offline.close()
    }
  },
}
