// The smallest index keeps the contract.
import { createMemoryIndex } from '../../../src/adapters/index/index.ts'
import { createLanguage } from '../../../src/adapters/language/language.ts'
import { passageIndexContract } from '../../contracts/passage-index.ts'

passageIndexContract('an index in memory', () => createMemoryIndex({ language: createLanguage() }))
