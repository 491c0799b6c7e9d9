/** The page of scores in a browser: at 390 px and wide, light and dark, without scripts, and as axe sees it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PARTIES } from '../../contracts/types.ts'
import { jsonOf } from '../gateway/intake/files.ts'
import { value } from '../gateway/release/air/fixture.ts'
import { TWO_DAYS } from '../gateway/release/air/forecasts.ts'
import { barriers } from './axe.ts'
import { describeBrowser, launchBrowser } from './browser.ts'
import { type DeskWorld, forecastFile, type Looking, openDeskWorld, type Sitting } from './desk-world.ts'
import { overflowing } from './in-page.ts'
import { shoot } from './shots.ts'

const PATH = '/desk/scores?from=2026-11-16&to=2026-11-17&group=horizon'
const DAYS = '城市,日期,SO2,NO2,CO,O3_8h,PM10,PM2.5,审核状态'

describeBrowser('the page of scores', () => {
  let place: DeskWorld
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
    place = await openDeskWorld()
    await place.send(
      'sc',
      'air-forecast',
      forecastFile([
        ['泸州市', '2026-11-16', '83~113', 'PM2.5'],
        ['广安市', '2026-11-16', '62~92', 'PM2.5'],
        ['广安市', '2026-11-17', '62~92', 'PM2.5'],
      ]),
    )
    await place.send(
      'cq',
      'air-forecast',
      forecastFile([
        ['重庆市', '2026-11-16', '61~91', 'PM2.5'],
        ['广安市', '2026-11-16', '101~131', 'PM10'],
      ]),
    )
    const { id } = await jsonOf(await place.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS }), 201)
    const union = { base: 0, cell: '511600/2026-11-16', reason: '双方会商：静稳天气，取双方范围的并集', take: 'union' }
    const edits = [{ ...union, value: value([62, 131], [2, 3], ['pm10', 'pm25']) }]
    await jsonOf(await place.desk.step('sc', 'operator', id, { type: 'revise', edits }), 201)
    await place.desk.agreed(id)
    for (const party of PARTIES) await jsonOf(await place.desk.sign(party, id), 201)
    place.wait(3 * 86_400)
    const day = (city: string, pm25: number, review: string) => `${city},2026-11-16,10,20,0.8,60,40,${pm25},${review}\n`
    await place.send('sc', 'air-observation', `${DAYS}\n${day('泸州市', 75, '已审核')}${day('广安市', 60, '终审')}`)
    await place.send('cq', 'air-observation', `${DAYS}\n${day('重庆市', 50, '未审核')}`)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await place?.close()
    expect(place?.failures).toEqual([])
  })

  async function look(looking: Looking, see: (sitting: Sitting) => Promise<void>): Promise<void> {
    const sitting = await place.sit(browser, 'sc', 'operator', looking)
    try {
      await see(sitting)
      expect(sitting.wrong).toEqual([])
    } finally {
      await sitting.close()
    }
  }

  test.each([
    [390, 'light', 'zh'],
    [390, 'dark', 'en'],
    [1280, 'light', 'zh'],
    [1280, 'dark', 'en'],
  ] as const)(
    'at %d px, %s, in %s nothing runs over, and axe finds nothing',
    async (width, colorScheme, lang) => {
      await look({ width, colorScheme }, async ({ page }) => {
        await page.goto(`${place.origin}${PATH}${lang === 'en' ? '&lang=en' : ''}`)
        await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
        expect(await overflowing(page)).toEqual([])
        expect(await barriers(page)).toEqual([])
        await shoot(page, `desk-scores-${lang}-${width}-${colorScheme}`, { fullPage: true })
      })
    },
    60_000,
  )

  test('the form asks by its address, and the keyboard reaches it', async () => {
    await look({}, async ({ page }) => {
      await page.goto(`${place.origin}/desk`)
      await page.locator('.desk-bar a[href="/desk/scores"]').click()
      await page.waitForURL(`${place.origin}/desk/scores`)
      await page.locator('#f-party').selectOption('sc')
      await page.locator('#f-group').selectOption('area')
      await page.locator('#f-group').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL(/party=sc.*group=area/)
      expect(await page.locator('#f-party').inputValue()).toBe('sc')
      const rows = await page.locator('section[aria-labelledby=each] tbody tr').allTextContents()
      expect(rows.some((row) => row.includes('泸州市') && row.includes('-16.0'))).toBe(true)
      expect(rows.some((row) => row.includes('重庆 本方'))).toBe(false)
    })
  }, 60_000)
})
