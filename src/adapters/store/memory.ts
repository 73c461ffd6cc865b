// The store without a disk: the same contract, for tests and for what must not leave a trace.
import type { Store } from '../../ports/store.ts'
import { createMemoryAccounts } from './memory/accounts.ts'
import { createMemoryAgenda } from './memory/agenda.ts'
import { createMemoryLists } from './memory/lists.ts'
import { createMemoryLog } from './memory/log.ts'
import { createMemoryOutbox } from './memory/outbox.ts'
import { createRows } from './memory/rows.ts'
import { createMemoryAnswers, createMemorySettings, createMemoryVersions } from './memory/small.ts'

export function createMemoryStore(): Store {
  const rows = createRows()
  return {
    log: createMemoryLog(rows),
    outbox: createMemoryOutbox(rows),
    agenda: createMemoryAgenda(rows),
    lists: createMemoryLists(rows),
    accounts: createMemoryAccounts(rows),
    versions: createMemoryVersions(rows),
    answers: createMemoryAnswers(rows),
    settings: createMemorySettings(rows),
    async close() {
      rows.closed = true
    },
  }
}
