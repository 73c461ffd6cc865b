// A customer in the web chat: answers with their source, reloads, a lost network, the same message twice.
import { expect, it } from 'vitest'
import { useBaton } from './baton.ts'
import { describeInBrowser, picture, useBrowser } from './browser.ts'
import { customer, PHONE } from './people.ts'

describeInBrowser('a customer on the shop page', () => {
  const baton = useBaton()
  const browser = useBrowser()

  it('asks, and gets the answer with its source by title, said to be automatic', async () => {
    const { page, chat, say, heard, speaker } = await customer(browser(), baton())
    expect(await page.getByText('This is Baton’s demo page').isVisible()).toBe(true)
    expect(await speaker.textContent()).toMatch(/automatic/i)
    await say('How long does delivery take?')
    const answer = heard('bot', /working days/)
    await answer.first().waitFor()
    expect(await chat.getByRole('log').textContent()).toMatch(/automatic assistant/i)
    const source = answer.first().locator('.source')
    expect(await source.count()).toBeGreaterThan(0)
    expect(await source.first().textContent()).not.toMatch(/\.(md|csv|json|txt|html)\b|[/\\#]|\d\.\d/)
    await picture(page, 'web-chat-answer')
    await page.context().close()
  })

  it('reloads the page, and everything is still there once', async () => {
    const { page, say, heard } = await customer(browser(), baton())
    await say('Which payment methods do you accept?')
    await heard('bot', /Visa/).first().waitFor()
    const before = await heard('bot', '').count()
    await page.reload()
    await heard('bot', /Visa/).first().waitFor()
    expect(await heard('customer', 'Which payment methods').count()).toBe(1)
    expect(await heard('bot', '').count()).toBe(before)
    await page.context().close()
  })

  it('loses the network, is told so, and nothing is lost when it is back', async () => {
    const { context, page, chat, say, heard } = await customer(browser(), baton())
    await say('How long does delivery take?')
    await heard('bot', /working days/)
      .first()
      .waitFor()
    await context.setOffline(true)
    await chat.getByText(/No connection/).waitFor()
    await say('Do you accept PayPal?')
    await chat
      .locator('.customer[data-state="sending"], .customer[data-state="failed"]')
      .filter({ hasText: 'PayPal' })
      .waitFor()
    await picture(page, 'web-chat-offline')
    await context.setOffline(false)
    await heard('bot', /PayPal/)
      .first()
      .waitFor()
    expect(await heard('customer', 'Do you accept PayPal?').count()).toBe(1)
    await expect.poll(() => chat.getByText(/No connection/).count()).toBe(0)
    await context.close()
  })

  it('a message whose answer was lost on the way is sent again with the same id, and stays one message', async () => {
    const { page, say, heard } = await customer(browser(), baton())
    const ids: string[] = []
    await page.route('**/webchat/messages', async (route) => {
      ids.push((route.request().postDataJSON() as { id: string }).id)
      if (ids.length > 1) return route.continue()
      // The server took it; the customer never hears so.
      await route.fetch()
      return route.abort('connectionreset')
    })
    await say('Which payment methods do you accept?')
    await heard('bot', /Visa/).first().waitFor()
    await expect.poll(() => ids.length).toBe(2)
    expect(new Set(ids).size).toBe(1)
    await page.reload()
    await heard('bot', /Visa/).first().waitFor()
    expect(await heard('customer', 'Which payment methods').count()).toBe(1)
    await page.context().close()
  })

  it('whose browser remembers a conversation that the server does not know begins a new one', async () => {
    const { page, say, heard, chat } = await customer(browser(), baton())
    const remembered = JSON.stringify({ token: 'not-a-token', unsent: [], draft: 'half a sent' })
    const frame = page.frames().find((one) => one.url().includes('/widget/'))
    await frame?.evaluate((kept) => localStorage.setItem('baton-webchat', kept), remembered)
    await page.reload()
    await expect.poll(() => chat.getByPlaceholder('Write a message').inputValue()).toBe('half a sent')
    await say('How long does delivery take?')
    await heard('bot', /working days/)
      .first()
      .waitFor()
    await page.context().close()
  })

  it('on a phone has the chat on the whole screen, and the shop behind it', async () => {
    const { page, chat, say, heard } = await customer(browser(), baton(), PHONE)
    // It slides into place: measured in motion it is a hair's breadth off.
    const frame = page.locator('#baton-chat iframe')
    await expect.poll(() => frame.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 })
    await say('How long does delivery take?')
    await heard('bot', /working days/)
      .first()
      .waitFor()
    await picture(page, 'web-chat-phone')
    await chat.getByRole('button', { name: 'Close chat' }).click()
    await page.getByRole('button', { name: 'Open chat' }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    await page.context().close()
  })

  it('reads Arabic, and the chat runs from right to left', async () => {
    const context = await browser().newContext({ locale: 'ar', viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.goto(baton().url)
    const chat = page.frameLocator('#baton-chat iframe')
    await chat.getByText('التحدث إلى شخص').waitFor()
    expect(await chat.locator('html').getAttribute('dir')).toBe('rtl')
    await picture(page, 'web-chat-arabic')
    await context.close()
  })
})
