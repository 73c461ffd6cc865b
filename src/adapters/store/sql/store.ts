// The store's ports, filled from one SQL database, whichever it is.
import type { Store } from '../../../ports/store.ts'
import type { Database } from './database.ts'
import { createAccounts } from './queries/accounts.ts'
import { createAgenda } from './queries/agenda.ts'
import { createAnswers } from './queries/answers.ts'
import { createLists } from './queries/lists.ts'
import { createLog } from './queries/log.ts'
import { createOutbox } from './queries/outbox.ts'
import { createSettings } from './queries/settings.ts'
import { createVersions } from './queries/versions.ts'

export function createSqlStore(database: Database): Store {
  return {
    log: createLog(database),
    outbox: createOutbox(database),
    agenda: createAgenda(database),
    lists: createLists(database),
    accounts: createAccounts(database),
    versions: createVersions(database),
    answers: createAnswers(database),
    settings: createSettings(database),
    close: () => database.close(),
  }
}
