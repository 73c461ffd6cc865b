// Here is the list: the passage indexes.
export { createLexicalIndex } from './lexical/lexical.ts'
export { createMemoryIndex } from './memory.ts'
