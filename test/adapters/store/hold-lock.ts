// A process that holds a data folder until it is killed.
import { lockDataDir } from '../../../src/adapters/store/sql/lock.ts'

await lockDataDir(process.argv[2] ?? '')
process.stdout.write('held\n')
setInterval(() => {}, 60_000)
