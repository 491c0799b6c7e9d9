/** A consultation's page from one day to the next, once both have agreed, and for a water bulletin: in a browser. */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PARTIES } from '../../contracts/types.ts'
import { jsonOf } from '../gateway/intake/files.ts'
import { TWO_DAYS } from '../gateway/release/air/forecasts.ts'
import { playWeek } from '../gateway/week.ts'
import { describeBrowser } from './browser.ts'
import { deskForEach } from './desk-each.ts'
import { forecastFile, type Sitting } from './desk-world.ts'
import { overflowing } from './in-page.ts'
import { shoot } from './shots.ts'

const MINUTE = 60_000
const SOON = 4500
const ID = 'daily-air-2026-11-15'
const LUZHOU = '510500/2026-11-16'

const says = (part: Locator, words: RegExp | string, timeout = SOON) =>
  part.filter({ hasText: words }).waitFor({ timeout })
const cell = (page: Page, consultation: string, id: string): Locator =>
  page.locator(`#matrix td:has(> a[href^="${consultation}/cells/${id}"])`)

describeBrowser('the desk, product by product', () => {
  const here = deskForEach()
  const { sit } = here

  async function daily(): Promise<void> {
    await here.place.send(
      'sc',
      'air-forecast',
      forecastFile([
        ['泸州市', '2026-11-16', '83~113', 'PM2.5'],
        ['泸州市', '2026-11-17', '95~125', 'PM2.5'],
      ]),
    )
    await here.place.send('cq', 'air-forecast', forecastFile([['重庆市', '2026-11-16', '61~91', 'PM2.5']]))
    await jsonOf(await here.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS }), 201)
  }

  test(
    'once both have agreed a draft cannot be sent, and the page says why; an objection opens it again',
    async () => {
      await daily()
      const sc = await sit('sc', 'operator')
      const { page } = sc
      await sc.go(`/desk/${ID}`)
      await cell(page, ID, LUZHOU).locator('> a').click()
      await page.locator('#edit input[value=own]').check()
      await page.locator('#edit-reason').fill('会商上调')
      await page.locator('#edit button[type=submit]').click()
      await says(page.locator('#send'), '发送 1 处修改')
      await here.desk.agreed(ID)
      await says(page.locator('#head'), '双方已同意，待签发')
      await page.locator('#send[disabled]').waitFor({ timeout: SOON })
      await cell(page, ID, LUZHOU).locator('> a').click()
      await says(page.locator('#edit-why'), '双方已同意，不能再改；提出异议后可以再改')
      await page.keyboard.press('Escape')
      const act = { type: 'object', cell: null, revision: 0, text: '有新的实况' }
      await jsonOf(await here.desk.step('cq', 'reviewer', ID, act), 201)
      await says(page.locator('#head'), '会商中')
      await page.locator('#send:not([disabled])').click()
      await says(page.locator('#news'), '已发送 1 处修改')
      expect(sc.wrong).toEqual([])
    },
    MINUTE,
  )

  test(
    'a signatory asks for more time on the page, and the other side’s signs the same',
    async () => {
      await daily()
      const [sc, cq] = [await sit('sc', 'signatory'), await sit('cq', 'signatory')]
      for (const { go } of [sc, cq]) await go(`/desk/${ID}`)
      await sc.page.locator('[data-act=extend]').click()
      await sc.page.locator('#act-text').fill('等 15 时实况')
      await sc.page.locator('#act-form button[type=submit]').click()
      await says(cq.page.locator('#head'), '一方已提出延期，待另一方签署')
      await cq.page.locator('[data-act=extend]').click()
      // What the other side has asked for is there to be signed.
      expect(await cq.page.locator('#act input[name=agreeBy]').inputValue()).toBe('2026-11-15T16:30')
      await cq.page.locator('#act-form button[type=submit]').click()
      await says(cq.page.locator('#act-fault'), '请填写内容')
      await cq.page.locator('#act-text').fill('同意')
      await cq.page.locator('#act-form button[type=submit]').click()
      await says(sc.page.locator('#head'), '同意期限 2026年11月15日 16:30')
      expect([...sc.wrong, ...cq.wrong]).toEqual([])
    },
    MINUTE,
  )

  test(
    'the next day starts from the last release where a cell has no value yet',
    async () => {
      const file = (issued: string) => forecastFile([['宜宾市', '2026-11-17', '70~100', 'PM2.5']], { issued })
      await here.place.send('cq', 'air-forecast', file('2026-11-15 14:30'))
      await daily()
      // Sichuan says nothing of its Yibin, and takes Chongqing's word.
      const value = { aqi: { max: 100, min: 70 }, class: { max: 2, min: 2 }, primary: ['pm25'] }
      const edit = { base: 0, cell: '511500/2026-11-17', reason: null, take: 'cq', value }
      await jsonOf(await here.desk.step('sc', 'operator', ID, { type: 'revise', edits: [edit] }), 201)
      await here.desk.agreed(ID)
      for (const party of PARTIES) await jsonOf(await here.desk.sign(party, ID), 201)
      here.place.wait(23 * 3600)
      await here.place.send('cq', 'air-forecast', file('2026-11-16 13:00').replace('70~100', '90~120'))
      const period = { start: '2026-11-17T00:00:00+08:00', end: '2026-11-19T00:00:00+08:00' }
      const { id } = await jsonOf(await here.desk.propose({ product: 'daily-air-forecast', period }), 201)

      const sc = await sit('sc', 'operator')
      const { page } = sc
      await sc.go(`/desk/${id}`)
      await says(cell(page, id, '511500/2026-11-17'), '无联合值')
      await says(page.locator('#from-yesterday'), `用 ${ID} 的值填 1 个没有值的格`)
      await page.locator('#from-yesterday').click()
      await says(cell(page, id, '511500/2026-11-17'), '草稿：良 70–100 PM2.5')
      expect(await page.locator('#from-yesterday').isVisible()).toBe(false)
      // A cell that has a value is offered the last release's in its own form.
      await cell(page, id, '510500/2026-11-17').locator('> a').click()
      await page.locator('#edit input[value=own]').check()
      await says(page.locator('#yesterday'), '沿用上一期 良～轻度污染 95–125 PM2.5')
      await page.locator('#edit input[name=min]').fill('1')
      await page.locator('#yesterday').click()
      expect(await page.locator('#edit input[name=min]').inputValue()).toBe('95')
      expect(await page.locator('#edit-reason').inputValue()).toBe(`沿用昨日（${ID}）`)
      await page.keyboard.press('Escape')
      await page.locator('#send').click()
      await says(cell(page, id, '511500/2026-11-17'), '良 70–100 PM2.5')
      await says(cell(page, id, '511500/2026-11-17'), '自定 r1')
      expect(sc.wrong).toEqual([])
    },
    MINUTE,
  )

  test(
    'a water bulletin: its statement is written by two, its sections remarked on',
    async () => {
      await playWeek(here.place.world)
      const period = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
      const { id } = await jsonOf(await here.desk.propose({ product: 'weekly-water-bulletin', period }), 201)
      const [sc, cq] = [await sit('sc', 'operator'), await sit('cq', 'operator', { width: 390 })]
      for (const { go } of [sc, cq]) await go(`/desk/${id}`)
      await shoot(cq.page, 'desk-water-zh-390-light', { fullPage: true })
      await shoot(sc.page, 'desk-water-zh-1280-light', { fullPage: true })
      expect(await overflowing(cq.page)).toEqual([])

      const write = async ({ page }: Sitting, text: string) => {
        if (!(await page.locator('#statement-text').isVisible())) await page.locator('#statement-edit summary').click()
        await page.locator('#statement-text').fill(text)
        await page.locator('#statement-form button[type=submit]').click()
      }
      await write(cq, '跨界断面水质稳定。')
      await write(sc, '本周跨界断面均达标。')
      await sc.page.locator('#send').click()
      await says(cq.page.locator('#c-statement'), '本周跨界断面均达标。')
      await says(cq.page.locator('#c-statement'), '该格已有变动')
      await cq.page.locator('#send').click()
      await says(cq.page.locator('#merge-rows tr'), /没有值.*本周跨界断面均达标。.*跨界断面水质稳定。/s)
      await cq.page.locator('#merge-rows input[value=theirs]').check()
      await cq.page.locator('#merge-form button[type=submit]').click()
      expect(await cq.page.locator('#draft').isVisible()).toBe(false)

      await cq.page.locator('#matrix td a').first().click()
      await cq.page.locator('#panel-remark textarea').fill('该断面周三停电')
      await cq.page.locator('#panel-remark button[value=comment]').click()
      await says(sc.page.locator('#news'), '重庆 值班员：发表意见')
      await says(sc.page.locator('#matrix td .count'), '1')
      expect(sc.wrong).toEqual([])
    },
    MINUTE,
  )
})
