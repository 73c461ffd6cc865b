// `baton …`: finds the command, reads its words, runs it.
import { ConfigProblems } from '../config/config-problems.ts'
import { EXIT, readWords, WrongUse } from './command.ts'
import { commands } from './commands/index.ts'

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return help(name === undefined)
  const command = commands.find((one) => one.name === name)
  if (!command) {
    console.error(`There is no command “${name}”. Known are: ${commands.map((one) => one.name).join(', ')}.`)
    return EXIT.use
  }
  try {
    const invocation = readWords(command, rest)
    if (invocation.help) {
      console.log(`${command.summary}\n\n${command.usage}`)
      return EXIT.ran
    }
    return await command.run(invocation)
  } catch (error) {
    if (error instanceof WrongUse) {
      console.error(`${error.message}\n\n${command.usage}`)
      return EXIT.use
    }
    if (error instanceof ConfigProblems) {
      console.error(error.message)
      return EXIT.config
    }
    throw error
  }
}

function help(wrong: boolean): number {
  const width = Math.max(...commands.map((one) => one.name.length))
  const lines = commands.map((one) => `  ${one.name.padEnd(width)}  ${one.summary}`)
  const text = `Baton: customer service with the human handoff built in.\n\n${lines.join('\n')}\n\nEach has --help.`
  if (wrong) console.error(text)
  else console.log(text)
  return wrong ? EXIT.use : EXIT.ran
}

process.exitCode = await main(process.argv.slice(2))
