// Accounts: links that work once, names that are unique, passwords that end what was opened with the old one.
import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../../src/adapters/store/memory.ts'
import { credentials } from '../../../src/adapters/system/credentials.ts'
import { createIds } from '../../../src/adapters/system/ids.ts'
import { createManualClock } from '../../../src/adapters/system/manual-clock.ts'
import { createAccounts } from '../../../src/app/accounts/accounts.ts'
import { BadInput } from '../../../src/core/errors.ts'
import { NameTaken } from '../../../src/ports/store.ts'

const PASSWORD = 'ten letters'
const HOUR = 3_600_000

function open(consoleToken?: string) {
  const clock = createManualClock()
  const { accounts: kept } = createMemoryStore()
  const accounts = createAccounts({
    accounts: kept,
    credentials,
    clock,
    ids: createIds(clock),
    publicUrl: () => 'https://shop.example',
    ...(consoleToken === undefined ? {} : { consoleToken }),
  })
  const tokenOf = ({ url }: { url: string }) => url.split('=').at(-1) ?? ''
  const owner = async (name = 'Boss') => accounts.redeem(tokenOf(await accounts.ownerLink()), name, PASSWORD)
  return { accounts, kept, clock, tokenOf, owner }
}

describe('the first owner', () => {
  it('comes by a link that works once, for an hour', async () => {
    const { accounts, clock, tokenOf } = open()
    expect(await accounts.any()).toBe(false)
    const link = await accounts.ownerLink()
    expect(link.url).toMatch(/^https:\/\/shop\.example\/console\/welcome\?link=[\w-]{43}$/)
    expect(await accounts.link(tokenOf(link))).toEqual({ kind: 'owner', role: 'owner' })
    const opened = await accounts.redeem(tokenOf(link), ' Boss ', PASSWORD)
    expect(opened?.staff).toMatchObject({ name: 'Boss', role: 'owner' })
    expect(await accounts.any()).toBe(true)
    expect(await accounts.link(tokenOf(link))).toBeUndefined()
    expect(await accounts.redeem(tokenOf(link), 'Eve', PASSWORD)).toBeUndefined()
    const late = await accounts.ownerLink()
    clock.advance(HOUR + 1)
    expect(await accounts.redeem(tokenOf(late), 'Late', PASSWORD)).toBeUndefined()
  })

  it('is one, however many spend the link in the same moment', async () => {
    const { accounts, tokenOf } = open()
    const token = tokenOf(await accounts.ownerLink())
    const ends = await Promise.all(['A', 'B', 'C'].map((name) => accounts.redeem(token, name, PASSWORD)))
    expect(ends.filter(Boolean)).toHaveLength(1)
    expect(await accounts.list()).toHaveLength(1)
  })

  it('who lost the password sets a new one by a new link, which ends what was opened before', async () => {
    const { accounts, owner, tokenOf } = open()
    const before = await owner()
    const again = await accounts.redeem(tokenOf(await accounts.ownerLink()), 'boss', 'another password')
    expect(again?.staff.id).toBe(before?.staff.id)
    expect(await accounts.who(before?.token ?? '')).toBeUndefined()
    expect(await accounts.who(again?.token ?? '')).toEqual(again?.staff)
    expect(await accounts.signIn('Boss', PASSWORD)).toBeUndefined()
    expect(await accounts.signIn('Boss', 'another password')).toBeDefined()
  })
})

describe('a colleague', () => {
  it('comes by an invite, with the role that it names', async () => {
    const { accounts, tokenOf } = open()
    const opened = await accounts.redeem(tokenOf(await accounts.invite('viewer')), 'Vic', PASSWORD)
    expect(opened?.staff.role).toBe('viewer')
    expect(await accounts.list()).toMatchObject([{ name: 'Vic', role: 'viewer', createdAt: expect.any(Number) }])
  })

  it('cannot take a name that somebody has, in whatever case, nor the account of an owner', async () => {
    const { accounts, owner, tokenOf } = open()
    await owner('Boss')
    const invite = tokenOf(await accounts.invite('staff'))
    await expect(accounts.redeem(invite, 'BOSS', PASSWORD)).rejects.toBeInstanceOf(NameTaken)
    expect((await accounts.redeem(invite, 'Mia', PASSWORD))?.staff.role).toBe('staff')
    await expect(accounts.redeem(tokenOf(await accounts.ownerLink()), 'Mia', PASSWORD)).rejects.toBeInstanceOf(
      NameTaken,
    )
  })

  it.each([
    ['', PASSWORD, ['name']],
    ['\u202e\u200b', PASSWORD, ['name']],
    ['x'.repeat(61), PASSWORD, ['name']],
    ['Mia', 'nine char', ['password']],
    ['', '', ['name', 'password']],
  ])('is not made of the name %j and the password %j', async (name, password, fields) => {
    const { accounts, kept, tokenOf } = open()
    const token = tokenOf(await accounts.invite('staff'))
    const error = await accounts.redeem(token, name, password).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(BadInput)
    expect((error as BadInput).problems.map(({ field }) => field)).toEqual(fields)
    expect(await kept.count()).toBe(0)
    expect(await accounts.link(token)).toBeDefined()
  })
})

describe('being signed in', () => {
  it('lasts 30 days, or until one signs out', async () => {
    const { accounts, clock, owner } = open()
    await owner()
    const one = await accounts.signIn('Boss', PASSWORD)
    const two = await accounts.signIn('boss', PASSWORD)
    await accounts.signOut(one?.token ?? '')
    expect(await accounts.who(one?.token ?? '')).toBeUndefined()
    expect(await accounts.who(two?.token ?? '')).toEqual(two?.staff)
    clock.advance(30 * 24 * HOUR + 1)
    expect(await accounts.who(two?.token ?? '')).toBeUndefined()
    await accounts.signOut(two?.token ?? '')
  })

  it('needs the right password and the whole token', async () => {
    const { accounts, owner } = open()
    const opened = await owner()
    expect(await accounts.signIn('Boss', `${PASSWORD}!`)).toBeUndefined()
    expect(await accounts.signIn('Nobody', PASSWORD)).toBeUndefined()
    const token = opened?.token ?? ''
    for (const bad of [
      '',
      '.',
      token.slice(0, -1),
      `${token}x`,
      token.split('.')[0] ?? '',
      `x${token}`,
      'y'.repeat(9999),
    ]) {
      expect(await accounts.who(bad)).toBeUndefined()
    }
  })

  it('is the staff member owner for who has the configured token, and only if there is one', async () => {
    const { accounts } = open('a-configured-token')
    expect(await accounts.who('a-configured-token')).toEqual({ id: 'owner', name: 'owner', role: 'owner' })
    expect(await accounts.who('a-configured-tokeN')).toBeUndefined()
    expect(await open().accounts.who('')).toBeUndefined()
    expect(await open('').accounts.who('')).toBeUndefined()
  })
})

it('keeps no token and no password as it is', async () => {
  const { kept, owner } = open()
  const opened = await owner()
  const [account] = await kept.list()
  const written = JSON.stringify(account)
  expect(written).not.toContain(PASSWORD)
  expect(await kept.session(credentials.digest(opened?.token ?? ''), 0)).toBeUndefined()
})
