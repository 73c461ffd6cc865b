// Who says "look at conversation X". Here is the list.
export { createBullWakeups } from './bullmq.ts'
export { createMemoryWakeups } from './memory.ts'
