// Which names and passwords are taken.
import { BadInput } from '../../core/errors.ts'
import { cleanLine } from '../../core/message.ts'

/** Longest name, in characters. */
export const MOST_NAME = 60
const LEAST_PASSWORD = 10

/** The name as it is kept. Throws `BadInput` that names both fields when both are wrong. */
export function judged(name: string, password: string): string {
  const clean = cleanLine(name, MOST_NAME + 1)
  const problems = [
    ...(clean === '' ? [{ field: 'name', reason: 'is empty' }] : []),
    ...(clean.length > MOST_NAME ? [{ field: 'name', reason: `is longer than ${MOST_NAME} characters` }] : []),
    ...([...password].length < LEAST_PASSWORD
      ? [{ field: 'password', reason: `must have at least ${LEAST_PASSWORD} characters` }]
      : []),
  ]
  if (problems.length > 0) throw new BadInput('Name or password cannot be taken.', problems)
  return clean
}
