// A process that appends without end and says what was acknowledged: `conversation version`, a line each.
import { writeSync } from 'node:fs'
import { createSqliteStore } from '../../../src/adapters/store/sql/sqlite.ts'
import { row, unit } from '../../contracts/given-units.ts'

const [file = '', run = ''] = process.argv.slice(2)
const store = await createSqliteStore({ file })

async function converse(id: string): Promise<void> {
  for (let version = (await store.log.read(id)).length; ; version++) {
    const inbox = { channel: 'webchat', id: `${id} ${version + 1}` }
    const outbox = [row(id, `${id}-${version + 1}`, { seq: version + 1 })]
    if ((await store.log.append(unit(id, version, { inbox, outbox }))) !== 'stored')
      throw new Error('nobody else writes here')
    // Unbuffered: a line that was written is a promise that was given.
    writeSync(1, `${id} ${version + 1}\n`)
  }
}

writeSync(1, 'ready\n')
await Promise.all(Array.from({ length: 8 }, (_, n) => converse(`${run}-${n}`)))
