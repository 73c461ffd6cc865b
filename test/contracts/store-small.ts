// File versions, idempotency answers and settings.
import { describe, expect, it } from 'vitest'
import { NOON } from './given-units.ts'
import type { MakeStore } from './store.ts'
import { withStore } from './with-store.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

export function storeSmallContract(make: MakeStore): void {
  describe('versions, answers and settings', () => {
    const store = withStore(make)
    const keep = (path: string, hash: string, kind = 'knowledge') =>
      store().versions.keep({ kind, path, hash, bytes: bytes(hash), at: NOON })

    it('serves the version that was kept last, byte for byte, also when an old one comes back', async () => {
      await keep('b.md', 'h1')
      await keep('b.md', 'h2')
      await keep('a.md', 'h1')
      await keep('a.md', 'p1', 'prompts')
      expect(await store().versions.current('knowledge')).toEqual([
        { path: 'a.md', hash: 'h1', bytes: bytes('h1') },
        { path: 'b.md', hash: 'h2', bytes: bytes('h2') },
      ])
      await keep('b.md', 'h1')
      expect((await store().versions.current('knowledge'))[1]).toEqual({ path: 'b.md', hash: 'h1', bytes: bytes('h1') })
      await store().versions.retire('knowledge', 'b.md')
      await store().versions.retire('knowledge', 'never.md')
      expect((await store().versions.current('knowledge')).map((version) => version.path)).toEqual(['a.md'])
    })

    it('keeps bytes that are no text, and none at all', async () => {
      const all = Uint8Array.from({ length: 256 }, (_, n) => n)
      await store().versions.keep({ kind: 'knowledge', path: 'all', hash: 'a', bytes: all, at: NOON })
      await store().versions.keep({ kind: 'knowledge', path: 'none', hash: 'n', bytes: new Uint8Array(), at: NOON })
      const kept = await store().versions.current('knowledge')
      expect(kept.map((version) => version.bytes)).toEqual([all, new Uint8Array()])
    })

    it('remembers an answer until it expires', async () => {
      const answer = { fingerprint: 'f', status: 202, body: '{"id":"é"}' }
      await store().answers.put('k', { ...answer, expiresAt: NOON + 10 })
      expect(await store().answers.get('k', NOON)).toEqual(answer)
      expect(await store().answers.get('k', NOON + 10)).toBeUndefined()
      expect(await store().answers.get('l', NOON)).toBeUndefined()
      await store().answers.put('k', { ...answer, status: 201, expiresAt: NOON + 20 })
      expect(await store().answers.get('k', NOON + 10)).toEqual({ ...answer, status: 201 })
    })

    it('writes a setting once, whoever comes first', async () => {
      expect(await store().settings.get('secret')).toBeUndefined()
      const stored = await Promise.all(['a', 'b', 'c'].map((value) => store().settings.putOnce('secret', value)))
      expect(new Set(stored).size).toBe(1)
      expect(await store().settings.putOnce('secret', 'd')).toBe(stored[0])
      expect(await store().settings.get('secret')).toBe(stored[0])
    })
  })
}
