// A process that appends fifty times, one after another.
import { createSqliteStore } from '../../../src/adapters/store/sql/sqlite.ts'
import { unit } from '../../contracts/given-units.ts'

const store = await createSqliteStore({ file: process.argv[2] ?? '' })
process.stderr.write('opened\n')
for (let version = 0; version < 50; version++) await store.log.append(unit('a', version))
// No orderly end, which would sync once more.
process.kill(process.pid, 'SIGKILL')
