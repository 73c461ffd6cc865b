// Whether messages can be taken, and how each part is. A dead model or an unlinked channel is a part, not a failure.
import type { App } from './app.ts'
import type { Needs } from './needs.ts'

/** Where the program is in its life, and the channels that could not be started, with the reason. */
export interface Life {
  phase: 'starting' | 'serving' | 'stopping'
  failed: Map<string, string>
}

export async function health(
  needs: Needs,
  files: ReturnType<App['files']>,
  life: Life,
): Promise<Awaited<ReturnType<App['health']>>> {
  const parts: Record<string, { state: string; detail?: string }> = {}
  let ready = life.phase === 'serving'
  try {
    await needs.store.settings.get('installation')
    parts['store'] = { state: 'ready' }
  } catch (error) {
    ready = false
    parts['store'] = { state: 'down', detail: error instanceof Error ? error.message : String(error) }
  }
  parts['wakeups'] = needs.wakeups.health()
  const refused = files.problems.filter((problem) => problem.severity === 'refused').length
  const detail = `${files.entries} entries in ${files.files} files${refused > 0 ? `, ${refused} refused` : ''}`
  parts['knowledge'] = { state: files.entries > 0 ? (refused > 0 ? 'degraded' : 'ready') : 'empty', detail }
  parts['model'] = model(needs)
  for (const channel of needs.channels) {
    const detail = life.failed.get(channel.name)
    parts[channel.name] = detail === undefined ? channel.health() : { state: 'down', detail }
  }
  return { ready, parts }
}

/** As it did when it was last needed: asking it now would cost money and time. */
function model({ model, tally }: Needs): { state: string; detail: string } {
  if (!model) return { state: 'none', detail: 'The best passage is quoted.' }
  const last = tally.lastOutcome('model')
  if (!last) return { state: 'configured', detail: model.name }
  return last.trouble === undefined ? { state: 'ready', detail: model.name } : { state: 'down', detail: last.trouble }
}
