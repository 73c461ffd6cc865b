import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openFolder } from '../../../src/adapters/system/folder.ts'
import { folderContract } from '../../contracts/folder.ts'

const made: string[] = []

function temporary(): string {
  const path = mkdtempSync(join(tmpdir(), 'baton-folder-'))
  made.push(path)
  return path
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

folderContract('a folder on disk', async () => {
  const root = temporary()
  return {
    folder: openFolder(root),
    write: async (path, text) => put(root, path, text),
    remove: async (path) => rmSync(join(root, path)),
    takeAway: async () => rmSync(root, { recursive: true }),
  }
})

describe('a folder on disk', () => {
  it('follows links within it and none that lead out of it', async () => {
    const root = temporary()
    const outside = temporary()
    put(outside, 'secret.md', 'secret')
    put(root, 'real.md', 'x')
    symlinkSync(join(root, 'real.md'), join(root, 'inside.md'))
    symlinkSync(join(outside, 'secret.md'), join(root, 'leak.md'))
    symlinkSync(outside, join(root, 'leaks'))
    symlinkSync(join(root, 'nowhere.md'), join(root, 'dangling.md'))
    symlinkSync(root, join(root, 'loop'))
    expect((await openFolder(root).list())?.map((file) => file.path)).toEqual(['inside.md', 'real.md'])
  })

  it('notices a file that was swapped for one of the same size and date', async () => {
    const root = temporary()
    put(root, 'x.md', 'one')
    put(root, '.new', 'two')
    for (const path of ['x.md', '.new']) utimesSync(join(root, path), 1, 1)
    const before = await openFolder(root).list()
    renameSync(join(root, '.new'), join(root, 'x.md'))
    expect(await openFolder(root).list()).not.toEqual(before)
  })

  it('can be watched while it is not there', () => {
    const stop = openFolder(join(temporary(), 'not-yet')).watch(() => {})
    expect(stop).not.toThrow()
  })
})
