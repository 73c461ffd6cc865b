// Schemas at the door: what does not fit is refused with each wrong field by name.
import type { z } from 'zod'
import { BadInput } from '../core/errors.ts'

/** Throws `BadInput` that names every wrong, missing or unknown field. */
export function validate<T extends z.ZodType>(schema: T, value: unknown, what: 'body' | 'query'): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .slice(0, 20)
        .map((key) => ({ field: [...path, key.slice(0, 80)].join('.'), reason: 'is not known here' }))
    }
    return [{ field: path.join('.') || what, reason: issue.message }]
  })
  const names = problems.map((problem) => problem.field).join(', ')
  throw new BadInput(`The ${what} cannot be taken: see ${names.slice(0, 300)}.`, problems)
}
