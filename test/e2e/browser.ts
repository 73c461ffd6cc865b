// A real Chromium for the tests that look at pages, and pictures of what it saw.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'

const CHROMIUM = process.env.PUPPETEER_EXECUTABLE_PATH || '/usr/bin/chromium'
const found = existsSync(CHROMIUM)
if (!found)
  console.warn('Tests in a browser are skipped: Chromium is missing. Install it with: apt-get install chromium')

/** `describe`, or `describe.skip` on a machine without Chromium. */
export const describeInBrowser = found ? describe : describe.skip

/** One browser for a file's tests; each customer and each member of staff gets a context of its own. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        ...(process.env.CHROMIUM_ARGS ?? '').split(' ').filter(Boolean),
      ],
    })
  })
  afterAll(() => browser?.close())
  return () => {
    if (!browser) throw new Error('The browser has not been started yet.')
    return browser
  }
}

/** Keeps a picture in `test-artefacts/`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '../../test-artefacts')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
