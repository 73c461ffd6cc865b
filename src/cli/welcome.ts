// What the terminal says when the server is up: where to look, and what is wrong with the files.
import type { App } from '../app/app.ts'
import { problemLine } from './settings.ts'

type Status = ReturnType<App['files']>

export function welcome(url: string, ownerLink: string | undefined, files: Status): string {
  const refused = files.problems.filter((problem) => problem.severity === 'refused')
  const lines = [
    '',
    `  Baton is ready: ${url}`,
    `  Console:        ${url}/console`,
    ...(ownerLink
      ? ['', '  Nobody has an account yet. Make yours with this link (it works once, for an hour):', `  ${ownerLink}`]
      : []),
    '',
    `  ${files.entries} entries in ${files.files} knowledge files${files.sample ? ' (the sample shop)' : ''}`,
    ...refused.map((problem) => `  refused: ${problemLine(problem)}`),
    '',
  ]
  return lines.join('\n')
}
