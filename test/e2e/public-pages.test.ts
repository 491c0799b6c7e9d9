/** The public pages in a real browser over releases both sides made in a test world: barriers, overflow, weight, large type, paper. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTIES } from '../../contracts/types.ts'
import { jsonOf } from '../gateway/intake/files.ts'
import { CITIES } from '../gateway/portal/air-fixture.ts'
import { type AirWorld, openAir } from '../gateway/release/air/forecasts.ts'
import { playWeek } from '../gateway/week.ts'
import { MONDAY, WEEK } from '../gateway/world.ts'
import { wcagBreaches } from './axe.ts'
import { describeBrowser, launchBrowser, type Visit, visit } from './browser.ts'
import { focused, overflowing } from './in-page.ts'
import { shoot } from './shots.ts'

const DAILY = 'daily-air-2026-11-15'
const DAYS = ['2026-11-16', '2026-11-17', '2026-11-18']
const PERIOD = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-19T00:00:00+08:00' }
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home-forecast', '/'],
  ['forecast', `/releases/${DAILY}`],
  ['water-part', '/releases/weekly-water-2026-11-02/sections/1'],
  ['releases', '/releases?product=daily-air-forecast'],
  ['cities', '/cities?day=2026-11-17'],
  ['city', '/cities/510500'],
  ['rivers', '/rivers'],
  ['river', `/rivers/${encodeURIComponent('长江')}`],
  ['contracts', '/contracts'],
  ['contract', '/contracts/water-section-quality/1.0.0'],
  ['verify', `/verify?q=${DAILY}`],
  ['about', '/about'],
]
const LANGS = ['zh', 'en'] as const
const MINUTE = 60_000

const asked = (path: string, ...more: readonly string[]): string =>
  more.reduce((left, part) => `${left}${left.includes('?') ? '&' : '?'}${part}`, path)
const inLang = (path: string, lang: (typeof LANGS)[number]): string => (lang === 'zh' ? path : asked(path, 'lang=en'))

/** Forecasts of every city for three days, from light to heavy. */
async function release(air: AirWorld): Promise<void> {
  const rows = CITIES.flatMap(({ name, party }, index) =>
    DAYS.map((day, at) => {
      const low = 30 + ((index * 23 + at * 31) % 200)
      return { party, row: [name, day, `${low}~${low + 30}`, low + 30 > 50 ? 'PM2.5' : '无'] }
    }),
  )
  for (const party of PARTIES)
    await air.send(
      party,
      rows.flatMap((one) => (one.party === party ? [one.row] : [])),
    )
  await jsonOf(await air.desk.propose({ product: 'daily-air-forecast', period: PERIOD }), 201)
  await air.desk.agreed(DAILY)
  for (const party of PARTIES) await jsonOf(await air.desk.sign(party, DAILY), 201)
}

describeBrowser('the public pages', () => {
  let air: AirWorld
  let server: ReturnType<typeof serve>
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    air = await openAir({ datasets: ['air-forecast', 'air-observation', 'enterprise-credit'] })
    await playWeek(air.world)
    await air.world.publish(MONDAY - WEEK)
    await air.world.publish(MONDAY)
    await release(air)
    await new Promise<void>((listening) => {
      server = serve({ fetch: air.calls.app.fetch, port: 0, hostname: '127.0.0.1' }, () => listening())
    })
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchBrowser()
  }, 2 * MINUTE)

  afterAll(async () => {
    await browser?.close()
    server?.close()
    await air?.close()
  })

  const open = (path: string, options?: Parameters<typeof visit>[3]): Promise<Visit> =>
    visit(browser, origin, path, options)

  describe.each(PAGES)('%s', (name, path) => {
    test.each(LANGS)(
      'in %s fits wide, narrow and narrowest, and has no serious barrier, light or dark',
      async (lang) => {
        const looks = [
          [1280, 'light'],
          [390, 'dark'],
          [320, 'light'],
        ] as const
        for (const [width, colorScheme] of looks) {
          const { page, wrong, close } = await open(inLang(path, lang), { width, colorScheme, bypassCSP: true })
          await shoot(page, `public-${name}-${lang}-${width}`, { fullPage: true })
          expect(await overflowing(page), `${width} px`).toEqual([])
          if (width > 320) expect(await wcagBreaches(page), `${width} px`).toEqual([])
          expect(wrong).toEqual([])
          await close()
        }
      },
      2 * MINUTE,
    )

    test('weighs less than 100 KB, runs nothing, and says the same without scripts', async () => {
      const answer = await fetch(origin + path)
      expect(Buffer.byteLength(await answer.text())).toBeLessThan(100_000)
      const { page, wrong, close } = await open(path, { javaScriptEnabled: false })
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(100)
      expect(wrong).toEqual([])
      await close()
    })

    test(
      'in large type is larger, fits, and keeps it on the way',
      async () => {
        for (const width of [1280, 390]) {
          const { page, close } = await open(asked(path, 'size=large'), { width, bypassCSP: true })
          const size = await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)')
          expect(Number(size)).toBeGreaterThan(21)
          expect(await overflowing(page)).toEqual([])
          if (width === 390) {
            expect(await wcagBreaches(page)).toEqual([])
            await page.locator('header nav a').nth(1).click()
            expect(page.url()).toContain('size=large')
          }
          await close()
        }
      },
      MINUTE,
    )

    test(
      'fits the width of A4 on paper',
      async () => {
        // 210 mm less margins of 12 mm, at 96 px an inch.
        const { page, close } = await open(path, { width: 703 })
        await page.emulateMedia({ media: 'print' })
        expect(await overflowing(page)).toEqual([])
        expect(await page.locator('header.site nav').isVisible()).toBe(false)
        const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
        expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
        await close()
      },
      MINUTE,
    )
  })

  test(
    'releases are filtered by keyboard alone, without scripts, keeping the language',
    async () => {
      const { page, close } = await open('/releases?lang=en', { javaScriptEnabled: false })
      await page.getByLabel('Kind').selectOption('weekly-water-bulletin')
      await page.getByLabel('only those that stand').press('Space')
      await page.getByRole('button', { name: 'Apply' }).press('Enter')
      await page.waitForURL(/product=weekly-water-bulletin/)
      expect(new URL(page.url()).searchParams.get('lang')).toBe('en')
      expect(await page.locator('.releases li').count()).toBe(2)
      await close()
    },
    MINUTE,
  )

  test('a digest as it is printed finds its release by typing', async () => {
    const { digest } = await jsonOf(await air.calls.get(`/v1/releases/${DAILY}.json`))
    const { page, close } = await open('/verify', { javaScriptEnabled: false })
    await page.getByLabel('发布编号或摘要').fill(`${digest.slice(0, 16)}…`)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/verify\?q=/)
    expect(await page.locator('[role=status]').innerText()).toContain(DAILY)
    await close()
  })

  test('the tile map and its table say the same of every city', async () => {
    const { page, close } = await open('/')
    const tiles = await page.locator('.tile').evaluateAll((all) => all.map((one) => one.className + one.textContent))
    const rows = await page.locator('table.cities tbody tr').allInnerTexts()
    expect(tiles).toHaveLength(22)
    expect(rows).toHaveLength(22)
    for (const row of rows) {
      const [name = '', range = ''] = [row.split(/\s/)[0], /\d+–\d+/.exec(row)?.[0]]
      expect(
        tiles.some((tile) => tile.includes(name) && tile.includes(range)),
        row,
      ).toBe(true)
    }
    await close()
  })

  test('the first key press reaches the way past the navigation', async () => {
    const { page, close } = await open('/cities/510500')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toMatchObject({ href: '#main', shown: true })
    await close()
  })
})
