// What every folder promises to whoever follows it.
import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type { Folder } from '../../src/ports/folder.ts'

export interface GivenFolder {
  folder: Folder
  /** Writes as a merchant would, making folders on the way. */
  write(path: string, text: string): Promise<void>
  remove(path: string): Promise<void>
  /** Takes the whole folder away. */
  takeAway(): Promise<void>
}

export function folderContract(name: string, given: () => Promise<GivenFolder>): void {
  const paths = async (folder: Folder) => (await folder.list())?.map((file) => file.path)

  describe(`${name} as a folder`, () => {
    it('lists every file below it, with forward slashes, in one order', async () => {
      const { folder, write } = await given()
      await write('b.md', 'b')
      await write('sub/deep/c.csv', 'c')
      await write('a file, with ünïcode.txt', 'a')
      expect((await paths(folder))?.sort()).toEqual(['a file, with ünïcode.txt', 'b.md', 'sub/deep/c.csv'])
      expect(await paths(folder)).toEqual(await paths(folder))
    })

    it('tells an empty folder from a missing one', async () => {
      const { folder, takeAway } = await given()
      expect(await folder.list()).toEqual([])
      await takeAway()
      expect(await folder.list()).toBeUndefined()
    })

    it('reads bytes as they are, with their hash', async () => {
      const { folder, write } = await given()
      await write('x.md', 'héllo\r\n')
      const { bytes, hash } = await folder.read('x.md')
      expect(new TextDecoder().decode(bytes)).toBe('héllo\r\n')
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect((await folder.list())?.[0]?.size).toBe(bytes.length)
    })

    it('rejects reading what is gone', async () => {
      const { folder, write, remove } = await given()
      await write('x.md', 'x')
      await remove('x.md')
      await expect(folder.read('x.md')).rejects.toThrow()
      expect(await folder.list()).toEqual([])
    })

    it('shows a change in size or time', async () => {
      const { folder, write } = await given()
      await write('x.md', 'one')
      const before = await folder.list()
      await write('x.md', 'two and a half')
      expect(await folder.list()).not.toEqual(before)
    })

    it('passes over what editors and systems leave behind', async () => {
      const { folder, write } = await given()
      for (const path of [
        '.hidden.md',
        '.git/config',
        'x.md~',
        '~$x.docx',
        '.x.md.swp',
        'x.tmp',
        'Thumbs.db',
        'x.md.part',
      ])
        await write(path, 'x')
      await write('x.md', 'x')
      expect(await paths(folder)).toEqual(['x.md'])
    })

    it('hints at changes until it is told to stop', async () => {
      const { folder, write } = await given()
      let hints = 0
      const stop = folder.watch(() => hints++)
      // Watching may begin a moment later, and is lossy: keep writing until it is heard.
      await vi.waitFor(async () => {
        await write('x.md', String(Math.random()))
        expect(hints).toBeGreaterThan(0)
      })
      stop()
      stop()
    })
  })
}
