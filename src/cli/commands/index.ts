// The commands, in the order of the help.
import type { CliCommand } from '../command.ts'
import { ask } from './ask.ts'
import { chat } from './chat.ts'
import { doctor } from './doctor.ts'
import { evaluate } from './eval.ts'
import { ingest } from './ingest.ts'
import { ownerLink } from './owner-link.ts'
import { rebuild } from './rebuild.ts'
import { start } from './start.ts'

export const commands: readonly CliCommand[] = [start, chat, ask, evaluate, ingest, doctor, ownerLink, rebuild]
