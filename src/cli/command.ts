// What a command is, and how it reads its words.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** It ran · a finding where one was asked for · wrong use · wrong configuration. */
export const EXIT = { ran: 0, finding: 1, use: 2, config: 78 } as const

export interface Invocation {
  /** Words that are no options. */
  words: readonly string[]
  options: Readonly<Record<string, string | boolean | undefined>>
  /** One JSON document on standard output; everything else goes to standard error. */
  json: boolean
}

export interface CliCommand {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** Shown by `--help`, after the summary. */
  usage: string
  options: ParseArgsOptionsConfig
  run(invocation: Invocation): Promise<number>
}

/** Wrong use: said on standard error with the usage, exit code 2. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}

/** Every command knows `--json` and `--help`. */
export function readWords(command: CliCommand, args: readonly string[]): Invocation & { help: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    const options: Record<string, string | boolean | undefined> = {}
    for (const [name, value] of Object.entries(values)) if (!Array.isArray(value)) options[name] = value
    return { words: positionals, options, json: values['json'] === true, help: values['help'] === true }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** An option that names something, as text. */
export function textOption(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name]
  return typeof value === 'string' ? value : undefined
}
