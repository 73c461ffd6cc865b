// `baton doctor`: each part, whether it is configured and reachable, what is missing, and the remedy.
import { type Finding, probe } from '../../app/probe.ts'
import { type CliCommand, EXIT } from '../command.ts'
import { FOLDERS, settings } from '../settings.ts'

export const doctor: CliCommand = {
  name: 'doctor',
  summary: 'Check every part and say what is missing.',
  usage: 'baton doctor [--json]\n\nExit code 1 when something is broken. A part that is merely not configured is fine.',
  options: FOLDERS,
  async run(invocation) {
    const { config, secrets } = await settings(invocation)
    const { openOffline } = await import('../../wire/offline.ts')
    const offline = await openOffline(config, secrets)
    try {
      const findings = await probe(offline)
      if (invocation.json) console.log(JSON.stringify({ findings }))
      else for (const finding of findings) console.log(told(finding))
      return findings.some((finding) => finding.state === 'broken') ? EXIT.finding : EXIT.ran
    } finally {
      await offline.close()
    }
  },
}

const MARKS: Record<Finding['state'], string> = { ok: '✓', off: '·', hint: '!', broken: '✗' }

function told({ part, state, detail, remedy }: Finding): string {
  return `${MARKS[state]} ${part.padEnd(10)} ${detail}${remedy ? `\n             ${remedy}` : ''}`
}
