// The store in memory keeps the contract of every store.
import { createMemoryStore } from '../../../src/adapters/store/memory.ts'
import { storeContract } from '../../contracts/store.ts'

storeContract('memory', async () => createMemoryStore())
