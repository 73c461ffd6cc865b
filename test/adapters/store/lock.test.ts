// One server per data folder, and a killed one blocks nobody.
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSqliteStore, lockDataDir } from '../../../src/adapters/store/index.ts'
import { tempFolder } from './temp-folder.ts'

const folder = tempFolder()
const holder = join(import.meta.dirname, 'hold-lock.ts')

it('refuses a second server on one folder, in a clear sentence, until the first has given it back', async () => {
  const dir = join(folder, 'one')
  const release = await lockDataDir(dir)
  await expect(lockDataDir(dir)).rejects.toThrow(`Another Baton server is running on ${dir}. Stop that one first`)
  expect(readdirSync(dir)).toEqual(['server.lock'])
  await release()
  await release()
  await (await lockDataDir(dir))()
})

it('does not stop commands that open the store, nor servers on other folders', async () => {
  const dir = join(folder, 'two')
  const release = await lockDataDir(dir)
  const store = await createSqliteStore({ file: join(dir, 'baton.db') })
  expect(await store.settings.putOnce('a', 'b')).toBe('b')
  await store.close()
  await expect(lockDataDir(dir)).rejects.toThrow('Another Baton')
  await (await lockDataDir(join(folder, 'three')))()
  await release()
})

it('is held against another process, and is free the moment that one is killed', async () => {
  const dir = join(folder, 'four')
  mkdirSync(dir)
  for (let round = 0; round < 3; round++) {
    const child = spawn(process.execPath, [holder, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = new Promise((resolve) => child.once('exit', resolve))
    try {
      await new Promise((resolve) => child.stdout.once('data', resolve))
      await expect(lockDataDir(dir)).rejects.toThrow('Another Baton')
    } finally {
      child.kill('SIGKILL')
    }
    await gone
    await (await lockDataDir(dir))()
  }
})
