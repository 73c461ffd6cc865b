// Where conversations are kept. Here is the list.
export { createMemoryStore } from './memory.ts'
export { lockDataDir } from './sql/lock.ts'
export { createSqliteStore } from './sql/sqlite.ts'
