// The worker thread: builds shards with a language of its own and hands them over.
import { parentPort, workerData } from 'node:worker_threads'
import type { Language } from '../../../ports/language.ts'
import { buildShard } from './build.ts'
import type { Order } from './builder.ts'
import { buffersOf } from './shard.ts'

const { module, groups } = workerData as Order
const { createLanguage } = (await import(module)) as { createLanguage(): Language }
const language = createLanguage()
const shards = groups.map((group) => buildShard(group.language, group.passages, group.docs, language.analyse))
parentPort?.postMessage(shards, shards.flatMap(buffersOf))
