// Accounts, one-time links and sessions.
import { describe, expect, it } from 'vitest'
import { NameTaken } from '../../src/ports/store.ts'
import { account, NOON } from './given-units.ts'
import type { MakeStore } from './store.ts'
import { withStore } from './with-store.ts'

const HOUR = 3_600_000

export function storeAccountsContract(make: MakeStore): void {
  describe('accounts', () => {
    const store = withStore(make)
    const link = (token: string) =>
      store().accounts.addLink({ token, kind: 'invite', role: 'staff', expiresAt: NOON + HOUR })

    it('keeps accounts, in the order in which they came', async () => {
      expect(await store().accounts.count()).toBe(0)
      await store().accounts.put(account('b', { createdAt: NOON + 1 }))
      await store().accounts.put(account('a', { createdAt: NOON + 2, role: 'owner' }))
      expect(await store().accounts.count()).toBe(2)
      expect((await store().accounts.list()).map((one) => one.id)).toEqual(['b', 'a'])
      expect(await store().accounts.get('a')).toEqual(account('a', { createdAt: NOON + 2, role: 'owner' }))
      expect(await store().accounts.get('c')).toBeUndefined()
    })

    it('compares names without case and without differences that nobody sees', async () => {
      await store().accounts.put(account('a', { name: 'Zoë Ångström' }))
      expect((await store().accounts.byName('zoe\u0308 ÅNGSTRÖM'))?.id).toBe('a')
      await expect(store().accounts.put(account('b', { name: 'ZOË ångström' }))).rejects.toThrow(NameTaken)
      expect(await store().accounts.get('b')).toBeUndefined()
      await store().accounts.put(account('a', { name: 'zoë ångström', role: 'owner' }))
      expect(await store().accounts.get('a')).toMatchObject({ name: 'zoë ångström', role: 'owner' })
    })

    it('spends a link once when twenty redeem it', async () => {
      await link('t')
      expect(await store().accounts.link('t', NOON)).toEqual({ kind: 'invite', role: 'staff' })
      const redeemed = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store().accounts.redeem('t', NOON, account(`a${n}`))),
      )
      expect(redeemed.filter(Boolean)).toHaveLength(1)
      expect(await store().accounts.count()).toBe(1)
      expect(await store().accounts.link('t', NOON)).toBeUndefined()
    })

    it('does not know links that have expired or never were', async () => {
      await link('t')
      expect(await store().accounts.link('t', NOON + HOUR)).toBeUndefined()
      expect(await store().accounts.redeem('t', NOON + HOUR, account('a'))).toBe(false)
      expect(await store().accounts.redeem('u', NOON, account('a'))).toBe(false)
      expect(await store().accounts.count()).toBe(0)
    })

    it('leaves the link unspent when the name is taken', async () => {
      await store().accounts.put(account('a', { name: 'Ada' }))
      await link('t')
      await expect(store().accounts.redeem('t', NOON, account('b', { name: 'ADA' }))).rejects.toThrow(NameTaken)
      expect(await store().accounts.redeem('t', NOON, account('b', { name: 'Bea' }))).toBe(true)
    })

    it('knows a session until it ends or expires', async () => {
      await store().accounts.addSession({ token: 's', staffId: 'a', expiresAt: NOON + HOUR })
      expect(await store().accounts.session('s', NOON)).toEqual({ staffId: 'a' })
      expect(await store().accounts.session('s', NOON + HOUR)).toBeUndefined()
      expect(await store().accounts.session('t', NOON)).toBeUndefined()
      await store().accounts.endSession('s')
      expect(await store().accounts.session('s', NOON)).toBeUndefined()
      await store().accounts.endSession('s')
    })
  })
}
