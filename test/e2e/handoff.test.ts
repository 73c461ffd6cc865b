// One conversation through all hands: bot, queue, staff, bot again; and two of staff who want the same one.
import { expect, it } from 'vitest'
import { useBaton } from './baton.ts'
import { describeInBrowser, picture, useBrowser } from './browser.ts'
import { type Customer, customer, invite, line, type Member, PHONE, signUp, waiting } from './people.ts'

describeInBrowser('a conversation that the bot cannot carry', () => {
  const baton = useBaton()
  const browser = useBrowser()
  let owner: Member
  let colleague: Member
  let ana: Customer

  it('the one-time link makes the first owner, who invites a colleague; a spent link says what to do', async () => {
    owner = await signUp(browser(), baton().ownerLink, 'Marta')
    expect(await owner.page.getByText('Nobody is waiting').isVisible()).toBe(true)
    colleague = await invite(browser(), owner, 'Jonas')
    const late = await browser().newPage()
    await late.goto(baton().ownerLink)
    await late.getByText('npx baton owner-link').waitFor()
    await late.close()
  })

  it('asks for a person: one notice at once, and the console shows it live with its reason', async () => {
    ana = await customer(browser(), baton())
    await ana.say('How long does delivery take?')
    await ana
      .heard('bot', /working days/)
      .first()
      .waitFor()
    await ana.say('I want to talk to a person')
    await ana.heard('bot', /passing you to a colleague/).waitFor()
    expect(await ana.heard('bot', /passing you to a colleague/).count()).toBe(1)
    await expect.poll(() => ana.speaker.textContent()).toMatch(/colleague will answer/)
    await waiting(owner.page, 'Asked for a person').waitFor()
    await waiting(colleague.page, 'Asked for a person').waitFor()
    await expect.poll(() => owner.page.title()).toContain('(1)')
    await picture(owner.page, 'console-queue')
  })

  it('[C1] [C2] [C4] [C5] [S9] opening it shows the brief first, then every word', async () => {
    const { page } = owner
    await waiting(page, 'Asked for a person').click()
    const brief = page.getByRole('region', { name: 'Brief' })
    await brief.getByText('Why it came here').waitFor()
    expect(await brief.textContent()).toContain('I want to talk to a person')
    expect(await brief.textContent()).toMatch(/How long does delivery take/)
    await line(page, 'customer', 'How long does delivery take?').waitFor()
    await line(page, 'bot', /working days/)
      .first()
      .waitFor()
    await picture(page, 'console-brief')
    await brief.getByRole('button', { name: 'Use it' }).click()
    expect(await page.getByLabel('Reply to the customer').inputValue()).not.toBe('')
    await page.getByLabel('Reply to the customer').fill('')
  })

  it('[S6] two take it: one has it, the other is told who', async () => {
    const { page } = colleague
    await waiting(page, 'Asked for a person').click()
    const take = page.getByRole('button', { name: 'Take over' })
    await take.waitFor()
    // The colleague's page has not heard yet that it was taken.
    await page.route('**/api/v1/conversations/*', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    )
    await owner.page.getByRole('button', { name: 'Take over' }).click()
    await owner.page.getByRole('button', { name: 'Give back' }).waitFor()
    await take.click()
    await page.unrouteAll()
    await page.getByText('Marta has it').first().waitFor()
    expect(await page.getByRole('button', { name: 'Take it anyway' }).count()).toBe(0)
    await picture(page, 'console-taken')
  })

  it('[C26] staff replies, and the customer sees the words with the name; the bot is silent', async () => {
    const { page } = owner
    await page.getByLabel('Reply to the customer').fill('Hello, this is Marta. How can I help?')
    await page.getByLabel('Reply to the customer').press('Enter')
    const reply = ana.heard('staff', 'this is Marta')
    await reply.waitFor()
    expect(await reply.textContent()).toContain('Marta')
    await expect.poll(() => ana.speaker.textContent()).toContain('Marta')
    await expect.poll(() => page.getByText('Sending', { exact: true }).count()).toBe(0)
    expect(await line(page, 'staff', 'this is Marta').count()).toBe(1)
    const before = await ana.heard('bot', '').count()
    await ana.say('Which payment methods do you accept?')
    await line(page, 'customer', 'Which payment methods').waitFor()
    await page.getByRole('tab', { name: 'Note' }).click()
    await page.getByLabel('Note to colleagues').fill('Asks about payment')
    await page.getByLabel('Note to colleagues').press('Enter')
    await line(page, 'note', 'Asks about payment').waitFor()
    await picture(page, 'console-staff')
    await picture(ana.page, 'web-chat-staff')
    expect(await ana.heard('bot', '').count()).toBe(before)
    expect(await ana.chat.getByRole('log').textContent()).not.toContain('Asks about payment')
  })

  it('[B1] [B2] gives it back: the customer is told, and the bot answers again', async () => {
    const { page } = owner
    await page.getByLabel('Note to colleagues').blur()
    await page.keyboard.press('g')
    await page.getByRole('button', { name: 'Give back and tell the customer' }).click()
    await ana.heard('bot', /Marta/).first().waitFor()
    await ana.heard('bot', /Visa/).first().waitFor()
    await expect.poll(() => ana.speaker.textContent()).toMatch(/automatic/i)
  })

  it('the customer reloads, and the whole conversation is there once, in order', async () => {
    await ana.page.reload()
    await ana.heard('bot', /Visa/).first().waitFor()
    expect(await ana.heard('customer', '').count()).toBe(3)
    expect(await ana.heard('staff', '').count()).toBe(1)
    expect(await ana.heard('bot', /passing you to a colleague/).count()).toBe(1)
  })

  it('[S2] [S10] staff steps in unasked, and closes with a root cause', async () => {
    const { page } = colleague
    await page.getByRole('link', { name: 'All conversations' }).click()
    await page.getByRole('link', { name: 'With the bot' }).click()
    await page
      .getByRole('list', { name: /Conversations/ })
      .getByRole('link')
      .first()
      .click()
    await page.getByLabel('Reply to the customer').fill('Jonas here, one more thing.')
    await page.getByLabel('Reply to the customer').press('Enter')
    await ana.heard('staff', 'Jonas here').waitFor()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('radio', { name: 'The answer was not in the knowledge' }).click()
    await page.getByRole('button', { name: 'Close the case' }).click()
    await page.getByText('The case is closed').waitFor()
    await ana.context.close()
  })

  it('the control beside the input does the same as the words, on a phone as well', async () => {
    const ben = await customer(browser(), baton(), PHONE)
    await ben.chat.getByRole('button', { name: 'Talk to a person' }).click()
    await ben.heard('bot', /passing you to a colleague/).waitFor()
    await waiting(owner.page, 'Asked for a person').first().waitFor()
    const phone = await browser().newContext({ ...PHONE, storageState: await owner.page.context().storageState() })
    const page = await phone.newPage()
    await page.goto(`${baton().url}/console/queue`)
    await waiting(page, 'Asked for a person').first().click()
    await page.getByRole('region', { name: 'Brief' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await picture(page, 'console-phone')
    await page.getByRole('button', { name: 'Take over' }).click()
    await page.getByLabel('Reply to the customer').fill('Hello from the phone')
    await page.getByRole('button', { name: 'Send' }).click()
    await ben.heard('staff', 'Hello from the phone').waitFor()
    await phone.close()
    await ben.context.close()
  })
})
