// Looks at every part: is it configured, can it be reached, what is missing, and what to do about it.
import type { LanguageModel } from '../ports/language-model.ts'
import type { Wakeups } from '../ports/wakeups.ts'
import type { Files } from './files.ts'

/** `off`: not configured, and nothing is wrong with that. `hint`: works, and could be better. */
export interface Finding {
  part: string
  state: 'ok' | 'off' | 'hint' | 'broken'
  detail: string
  remedy?: string
}

export interface Probed {
  files: Files
  model: LanguageModel | undefined
  /** Name of the embedding model, if one is set. */
  embeddings: string | undefined
  /** Wake-ups on Redis, if they are set. */
  redis: Wakeups | undefined
  dataDir: string
}

/** How long a part may take to answer; ms. */
const PATIENCE = 5_000

export async function probe(probed: Probed): Promise<Finding[]> {
  return [
    { part: 'data', state: 'ok', detail: `kept in ${probed.dataDir}` },
    ...knowledge(probed.files),
    ...prompts(probed.files),
    await model(probed.model),
    embeddings(probed.embeddings),
    await redis(probed.redis),
  ]
}

function knowledge(files: Files): Finding[] {
  const { entries, files: count, sample, problems } = files.status()
  const findings: Finding[] = problems.map(({ folder, source, line, severity, reason }) => ({
    part: folder,
    state: severity === 'refused' ? 'broken' : 'hint',
    detail: `${source}${line === undefined ? '' : `:${line}`}  ${reason}`,
  }))
  if (entries === 0) {
    const remedy = 'Put files into the knowledge folder: .md, .txt, .csv, .tsv, .json, .jsonl or .html.'
    return [{ part: 'knowledge', state: 'broken', detail: 'nothing to answer from', remedy }, ...findings]
  }
  const found: Finding = { part: 'knowledge', state: 'ok', detail: `${entries} entries in ${count} files` }
  const remedy = 'Replace the files in knowledge/ by your own, and delete about-olive-and-oak.md.'
  const own: Finding[] = sample ? [{ part: 'knowledge', state: 'hint', detail: 'still the sample shop', remedy }] : []
  return [found, ...own, ...findings]
}

function prompts(files: Files): Finding[] {
  const missing = files.missing()
  if (missing.length === 0) return [{ part: 'prompts', state: 'ok', detail: 'complete' }]
  const names = missing.map(({ file, language, key }) => [file, language, key].filter(Boolean).join(' › '))
  return [{ part: 'prompts', state: 'hint', detail: `the shipped defaults serve: ${names.join(', ')}` }]
}

async function model(model: LanguageModel | undefined): Promise<Finding> {
  if (!model) {
    const remedy = 'To have answers written, set OPENAI_API_KEY, OPENAI_BASE_URL or MODEL in .env.'
    return { part: 'model', state: 'off', detail: 'none: the best passage is quoted', remedy }
  }
  try {
    await model.check(AbortSignal.timeout(PATIENCE))
    return { part: 'model', state: 'ok', detail: `${model.name} answers` }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      part: 'model',
      state: 'broken',
      detail: `${model.name}: ${why}`,
      remedy: 'Until it works, every question goes to a person.',
    }
  }
}

function embeddings(name: string | undefined): Finding {
  return name
    ? { part: 'embeddings', state: 'ok', detail: `${name}, fused with the words` }
    : { part: 'embeddings', state: 'off', detail: 'none: found by words alone' }
}

async function redis(wakeups: Wakeups | undefined): Promise<Finding> {
  if (!wakeups) return { part: 'redis', state: 'off', detail: 'not set: wake-ups are made in the program' }
  await wakeups.cancel('doctor', 'survey')
  const { state, detail } = wakeups.health()
  if (state === 'ready') return { part: 'redis', state: 'ok', detail: 'reached' }
  return {
    part: 'redis',
    state: 'broken',
    detail: detail ?? 'not reached',
    remedy: 'Start Redis, or remove REDIS_URL: the sweep finds everybody meanwhile.',
  }
}
