// How the tables came to be what they are. Here is the list; a released step is never changed, only followed.
import { first } from './first.ts'

export const migrations = [first]
