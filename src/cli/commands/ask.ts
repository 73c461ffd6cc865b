// `baton ask TEXT`: what the bot would say, how sure it is, and why.

import type { Asked } from '../../app/app.ts'
import { type CliCommand, EXIT, WrongUse } from '../command.ts'
import { FOLDERS, problemLine, settings } from '../settings.ts'

export const ask: CliCommand = {
  name: 'ask',
  summary: 'Ask the bot one question and see why it answers so. Nothing is stored.',
  usage: 'baton ask TEXT [--knowledge DIR] [--prompts DIR] [--json]',
  options: FOLDERS,
  async run(invocation) {
    const text = invocation.words.join(' ').trim()
    if (text === '') throw new WrongUse('What should be asked? Give the text in quotation marks.')
    const { config, secrets } = await settings(invocation)
    const { openOffline } = await import('../../wire/offline.ts')
    const offline = await openOffline(config, secrets)
    try {
      for (const problem of offline.files.status().problems) console.error(problemLine(problem))
      const asked = await offline.ask(text)
      console.log(invocation.json ? JSON.stringify(asked) : told(asked))
      return EXIT.ran
    } finally {
      await offline.close()
    }
  },
}

function told(asked: Asked): string {
  const percent = `${Math.round(asked.confidence * 100)} %`
  const lines = [
    asked.decision === 'handoff' ? `A person of team “${asked.team}” would take over.` : asked.answer,
    '',
    `decision    ${asked.decision}`,
    `confidence  ${percent} that this answers it rightly`,
    ...asked.confidenceParts.map(
      (part) =>
        `            ${signed(part.effect)}  ${part.name}${part.value === undefined ? '' : ` (${part.value.toFixed(2)})`}`,
    ),
    ...asked.reasons.map((reason) => `reason      ${reason.trigger}: ${reason.evidence}`),
    ...asked.citations.map((one, i) => `${i === 0 ? 'sources     ' : '            '}${one.source}#${one.place}`),
    `language    ${asked.language}`,
  ]
  return lines.join('\n')
}

function signed(effect: number): string {
  return `${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(2)}`
}
