// An append that resolved has been handed to the disk: the one thing that killing a process cannot show.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const STRACE = '/usr/bin/strace'
const noStrace = existsSync(STRACE) ? '' : ' (strace is missing: apt-get install strace)'
const folder = tempFolder()

it.skipIf(noStrace !== '')(`syncs the file at least once for each of fifty appends${noStrace}`, () => {
  const trace = join(folder, 'trace')
  const program = join(import.meta.dirname, 'append-fifty.ts')
  const calls = 'trace=fsync,fdatasync,write'
  spawnSync(STRACE, ['-f', '-e', calls, '-o', trace, process.execPath, program, join(folder, 'baton.db')])
  const [, appending = ''] = readFileSync(trace, 'utf8').split('"opened\\n"')
  expect(appending.match(/\bf(data)?sync\(/g)?.length ?? 0).toBeGreaterThanOrEqual(50)
})
