// The people of the tests in a browser: customers on the shop's page, staff in the console.
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core'
import type { Baton } from './baton.ts'

export const DESKTOP = { viewport: { width: 1280, height: 800 } } as const
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

export interface Customer {
  context: BrowserContext
  page: Page
  chat: FrameLocator
  /** Writes and sends. */
  say(text: string): Promise<void>
  /** What one voice said that has these words in it. */
  heard(from: 'customer' | 'bot' | 'staff', text: string | RegExp): Locator
  /** What the header says of who speaks. */
  speaker: Locator
}

/** A new visitor on the shop's page, in English unless told otherwise. */
export async function customer(
  browser: Browser,
  baton: Baton,
  options: BrowserContextOptions = DESKTOP,
): Promise<Customer> {
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(baton.url)
  const chat = page.frameLocator('#baton-chat iframe')
  const field = chat.getByPlaceholder('Write a message')
  await field.waitFor()
  return {
    context,
    page,
    chat,
    async say(text) {
      await field.fill(text)
      await field.press('Enter')
    },
    heard: (from, text) => chat.locator(`[data-from="${from}"]`).filter({ hasText: text }),
    speaker: chat.locator('header').getByRole('status'),
  }
}

export interface Member {
  page: Page
  name: string
}

/** Follows a one-time link, sets name and password, and is in the console. */
export async function signUp(
  browser: Browser,
  link: string,
  name: string,
  options: BrowserContextOptions = DESKTOP,
): Promise<Member> {
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(`four words of ${name}`)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('heading', { name: /^Queue/ }).waitFor()
  return { page, name }
}

/** A colleague whom the owner invites in the console. */
export async function invite(browser: Browser, owner: Member, name: string): Promise<Member> {
  const { page } = owner
  const before = page.url()
  await page.getByRole('link', { name: 'Staff' }).click()
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('Invitation link').inputValue()
  await page.goto(before)
  return signUp(browser, link, name)
}

/** The row of the queue that has these words in it. */
export const waiting = (page: Page, text: string | RegExp): Locator =>
  page
    .getByRole('list', { name: /Waiting conversations/ })
    .getByRole('link')
    .filter({ hasText: text })

/** A line of the transcript in the console. */
export const line = (
  page: Page,
  from: 'customer' | 'bot' | 'staff' | 'note' | 'system',
  text: string | RegExp,
): Locator => page.getByRole('log').locator(`[data-from="${from}"]`).filter({ hasText: text })
