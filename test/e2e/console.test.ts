// The console when things are not as they should be: hostile words, broken files, a lost line.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBaton } from './baton.ts'
import { describeInBrowser, picture, useBrowser } from './browser.ts'
import { customer, line, type Member, signUp, waiting } from './people.ts'

const HOSTILE =
  '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script> \u202eevil\u202c I want to talk to a person'

/** Collects what a page's own rules refused, and dialogs that nobody asked for. */
function watchForHarm(page: Page): string[] {
  const harm: string[] = []
  page.on('dialog', (dialog) => {
    harm.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) harm.push(message.text())
  })
  page.on('pageerror', (error) => harm.push(error.message))
  return harm
}

describeInBrowser('the console', () => {
  const baton = useBaton()
  const browser = useBrowser()
  let owner: Member

  it('shows markup, script and direction tricks as the plain words they are, on both sides', async () => {
    owner = await signUp(browser(), baton().ownerLink, '<b>Marta</b>')
    const harm = watchForHarm(owner.page)
    const eve = await customer(browser(), baton())
    harm.push(...watchForHarm(eve.page))
    await eve.say(HOSTILE)
    await waiting(owner.page, 'Asked for a person').click()
    const said = line(owner.page, 'customer', '<script>')
    await said.waitFor()
    expect(await said.textContent()).not.toContain('\u202e')
    expect(await owner.page.locator('img[src="x"]').count()).toBe(0)
    await owner.page.getByLabel('Reply to the customer').fill('<i>Hello</i> https://example.com/ok javascript:alert(1)')
    await owner.page.getByLabel('Reply to the customer').press('Enter')
    const reply = eve.heard('staff', '<i>Hello</i>')
    await reply.waitFor()
    expect(await reply.textContent()).toContain('<b>Marta</b>')
    expect(await reply.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'https://example.com/ok',
    ])
    expect(await eve.chat.locator('img').count()).toBe(0)
    expect(await owner.page.title()).not.toBe('owned')
    expect(harm).toEqual([])
    await picture(owner.page, 'console-hostile')
    await eve.context.close()
  })

  it('names a broken file with its line and reason on every page, until it is whole again', async () => {
    const { page } = owner
    const file = join(baton().knowledge, 'broken.csv')
    writeFileSync(file, 'question,answer\n"Where is my order?,It is on its way\n')
    await page.getByText(/has a problem|problems in your files/).waitFor()
    await page.getByRole('link', { name: /See which/ }).click()
    const problem = page.getByRole('listitem').filter({ hasText: 'knowledge/broken.csv' })
    await problem.waitFor()
    expect(await problem.textContent()).toMatch(/line \d/)
    await picture(page, 'console-broken-file')
    writeFileSync(file, 'question,answer\nDo you repair umbrellas?,"Yes, in our workshop in Ruzafa, within a week."\n')
    await expect.poll(() => problem.count(), { timeout: 10_000 }).toBe(0)
    const rain = await customer(browser(), baton())
    await rain.say('Do you repair umbrellas?')
    await rain
      .heard('bot', /workshop in Ruzafa/)
      .first()
      .waitFor()
    await rain.context.close()
  })

  it('says when it has no live line, and catches up when the line is back', async () => {
    const { page } = owner
    await page.getByRole('link', { name: 'Queue' }).click()
    await page.context().setOffline(true)
    await page.getByText('No live connection').waitFor()
    const late = await customer(browser(), baton())
    await late.say('A person please, I want to talk to a human')
    await late.heard('bot', /passing you to a colleague/).waitFor()
    await page.context().setOffline(false)
    await waiting(page, 'Asked for a person').first().waitFor()
    await expect.poll(() => page.getByText('No live connection').count()).toBe(0)
    await late.context.close()
  })

  it('two tabs share one live line, and one goes on when the other is closed', async () => {
    const tab = await owner.page.context().newPage()
    const lines: string[] = []
    tab.on('request', (request) => request.url().endsWith('/api/v1/events') && lines.push(request.url()))
    await tab.goto(`${baton().url}/console/conversations`)
    const list = tab.getByRole('list', { name: /Conversations/ })
    await list.getByRole('link').first().waitFor()
    const first = await customer(browser(), baton())
    await first.say('Do you have gift cards? One')
    await list.getByText('gift cards? One').waitFor()
    expect(lines).toEqual([])
    await owner.page.close()
    await expect.poll(() => lines.length).toBe(1)
    await first.say('And which are the sizes of the gift cards? Two')
    await list
      .getByText(/gift cards\? Two|Bot:/)
      .first()
      .waitFor()
    await first.context.close()
    owner = { ...owner, page: tab }
  })

  it('keeps what was begun and not sent, for each conversation', async () => {
    const { page } = owner
    await page.getByRole('link', { name: 'Queue' }).click()
    await waiting(page, 'Asked for a person').first().click()
    await page.getByLabel('Reply to the customer').fill('Half a sentence')
    await page.reload()
    await expect.poll(() => page.getByLabel('Reply to the customer').inputValue()).toBe('Half a sentence')
  })

  it('is worked by keyboard: every key in the help, every command by name', async () => {
    const { page } = owner
    await page.getByRole('link', { name: 'Queue' }).click()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.getByRole('button', { name: 'Take over' }).waitFor()
    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'Give back' }).waitFor()
    await page.getByLabel('Reply to the customer').blur()
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(/What do you want/).fill('close the')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Close the case' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('signs out, sends strangers to the door, and lets them back to where they wanted to go', async () => {
    const { page, name } = owner
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goto(`${baton().url}/console/knowledge`)
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Password').fill('not this one')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText(/wrong/).waitFor()
    await page.getByLabel('Password').fill(`four words of ${name}`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Knowledge' }).waitFor()
  })
})
