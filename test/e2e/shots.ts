/** Screenshots for people to look at, in `screenshots/`, which git leaves out. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page, PageScreenshotOptions } from 'playwright-core'
import { PROJECT } from './sandbox.ts'

/** Where the pictures and the printed page go. */
export const SHOTS = join(PROJECT, 'screenshots')
mkdirSync(SHOTS, { recursive: true })

/** Chromium on a busy machine now and then has no frame to give, and says so; it has one when asked again. */
const NO_FRAME = /Unable to capture screenshot/
const TRIES = 3

/** Takes a picture of a page, or of a part of it, as `screenshots/{name}.png`. */
export async function shoot(what: Page | Locator, name: string, options: PageScreenshotOptions = {}): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await what.screenshot({ path: join(SHOTS, `${name}.png`), ...options })
      return
    } catch (error) {
      if (tries === TRIES || !NO_FRAME.test(String(error))) throw error
    }
  }
}
