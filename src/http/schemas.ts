// The pieces that request schemas are made of.
import { z } from 'zod'
import { cleanLine, cleanText, MAX_TEXT } from '../core/message.ts'

/** For what takes no parameters, no query or an empty body. */
export const nothing = z.strictObject({})

export const idParams = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/) })
export const tokenParams = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_.-]{1,200}$/) })

/** Words that somebody will read: cleaned of what cannot be seen, and never empty after that. */
export const words = z
  .string()
  .min(1)
  .max(MAX_TEXT)
  .transform((text) => cleanText(text))
  .pipe(z.string().min(1, 'has no visible characters'))

export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .transform((text) => cleanLine(text, max))
    .pipe(z.string().min(1, 'has no visible characters'))

export const messageId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 of A-Z a-z 0-9 _ -')

/** Query strings carry numbers as digits. */
export const digits = (min: number, max: number) => z.coerce.number<string>().int().min(min).max(max)

export const role = z.enum(['owner', 'staff', 'viewer'])
