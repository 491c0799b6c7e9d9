/** A browser for the tests: the system's chromium, without a profile of anyone's; skipped with a plain word where there is none, failing in CI. */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { describe, test } from 'vitest'

const CHROMIUM = process.env.CHUANYU_CHROMIUM ?? '/usr/bin/chromium'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A suite that needs a browser. */
export function describeBrowser(title: string, suite: () => void): void {
  if (existsSync(CHROMIUM)) {
    describe(title, suite)
  } else if (process.env.CI) {
    test(`${title}: chromium is required in CI`, () => {
      throw new Error(`${CHROMIUM} is missing; in CI the pages must be opened in a browser`)
    })
  } else {
    describe.skip(
      `${title} (skipped: no ${CHROMIUM}; install chromium and fonts-noto-cjk, or set CHUANYU_CHROMIUM)`,
      suite,
    )
  }
}

/** Starts chromium with a new profile, which goes when it is closed. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

/** What goes wrong on a page from now on: console errors, broken policies, failed answers, requests to elsewhere. */
export function faultsOf(page: Page, origin: string): string[] {
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) wrong.push(`request to ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`)
  })
  return wrong
}

/** A page, and what went wrong on it: console errors, policy violations, failed answers, requests to elsewhere. */
export interface Visit {
  readonly page: Page
  readonly wrong: readonly string[]
  close(): Promise<void>
}

/** Opens an address of `origin` in a context of its own. */
export async function visit(
  browser: Browser,
  origin: string,
  path: string,
  { width = 1280, ...options }: Omit<BrowserContextOptions, 'viewport'> & { readonly width?: number } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
  const page = await context.newPage()
  const wrong = faultsOf(page, origin)
  page.on('requestfailed', (request) => wrong.push(`failed: ${request.url()}`))
  await page.goto(origin + path, { waitUntil: 'load' })
  return { page, wrong, close: () => context.close() }
}
