// Everything that is wrong with the environment, in one error.
import { BatonError } from '../core/errors.ts'

export interface ConfigProblem {
  /** The variable. */
  name: string
  /** What is wrong with it and what to do; continues the name. */
  reason: string
}

export class ConfigProblems extends BatonError {
  override name = 'ConfigProblems'
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, reason }) => `  ${name} ${reason}`)
    super('config', `Baton cannot start with these settings (environment or .env):\n${lines.join('\n')}`)
    this.problems = problems
  }
}
