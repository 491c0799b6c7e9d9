/** Edits by If-Match at the desk: they say what they were drafted from; what happened meanwhile is merged where it meets them, and read where not. */
import type { Page, Response } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { jsonOf } from '../gateway/intake/files.ts'
import { TWO_DAYS } from '../gateway/release/air/forecasts.ts'
import { describeBrowser } from './browser.ts'
import { deskForEach } from './desk-each.ts'
import { handsOn, says, send } from './desk-hands.ts'
import { forecastFile, type Sitting } from './desk-world.ts'

const MINUTE = 60_000
const ID = 'daily-air-2026-11-15'
const PAGE = `/desk/${ID}`
const LUZHOU = '510500/2026-11-16'
const GUANGAN = '511600/2026-11-16'
const { cell, openCell, draftOwn, draftTake } = handsOn(ID)
const luzhou = (aqi: string) => ['泸州市', '2026-11-16', aqi, 'PM2.5'] as const

describeBrowser('edits of a page that has not seen what happened', () => {
  const here = deskForEach(async (place) => {
    await place.send('sc', 'air-forecast', forecastFile([luzhou('83~113'), ['广安市', '2026-11-16', '62~92', 'PM2.5']]))
    await place.send('cq', 'air-forecast', forecastFile([['泸州市', '2026-11-16', '131~161', 'PM10']]))
    await jsonOf(await place.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS }), 201)
  })
  let drafter: Sitting
  let page: Page
  /** The steps the page has sent, each with its If-Match and what came of it. */
  let sent: { ifMatch: string | undefined; status: number }[]

  beforeEach(async () => {
    drafter = await here.sit('cq', 'operator')
    page = drafter.page
    sent = []
    page.on('response', note)
    await drafter.go(PAGE)
  }, MINUTE)

  function note(answer: Response): void {
    const request = answer.request()
    if (request.method() === 'POST' && request.url().endsWith(`/${ID}/steps`))
      sent.push({ ifMatch: request.headers()['if-match'], status: answer.status() })
  }

  /** From here on the page learns nothing but by asking itself: no stream, and no look of its own accord. */
  async function deafen(): Promise<void> {
    await page.route('**/v1/consultations/events*', (route) => route.abort())
    await page.addInitScript('window.setInterval = () => 0')
    await drafter.go(PAGE)
  }

  test(
    'name the state they were drafted from, as the gateway names it',
    async () => {
      await draftOwn(page, LUZHOU, [110, 140], '静稳天气')
      const tag = (await page.evaluate(
        `fetch('${PAGE}/table?lang=zh').then((answer) => answer.headers.get('etag'))`,
      )) as string
      await send(page)
      await says(page.locator('#news'), '已发送 1 处修改')
      expect(tag).toMatch(/^"[\w-]{16}\.[\w-]{16}"$/)
      expect(sent).toEqual([{ ifMatch: tag, status: 201 }])
      expect(drafter.wrong).toEqual([])
    },
    MINUTE,
  )

  test(
    'are sent again where something else happened, which is read first and said',
    async () => {
      await deafen()
      await draftOwn(page, LUZHOU, [110, 140], '静稳天气')
      const act = { type: 'comment', cell: GUANGAN, revision: 0, text: '请看广安' }
      await jsonOf(await here.desk.step('sc', 'reviewer', ID, act), 201)
      expect(await cell(page, GUANGAN).innerText()).not.toContain('意见 1')
      await send(page)
      await says(page.locator('#news'), '已发送 1 处修改。其间会商另有进展')
      await says(cell(page, GUANGAN), '意见 1')
      await says(cell(page, LUZHOU), '自定 r1')
      expect(sent.map(({ status }) => status)).toEqual([412, 201])
      expect(new Set(sent.map(({ ifMatch }) => ifMatch)).size).toBe(2)
    },
    MINUTE,
  )

  test(
    'are not sent over a cell that was revised: the refusal leads to the merge',
    async () => {
      await deafen()
      await draftOwn(page, LUZHOU, [110, 140], '静稳天气')
      const value = { aqi: { max: 130, min: 101 }, class: { max: 3, min: 3 }, primary: ['pm25'] }
      const edits = [{ base: 0, cell: LUZHOU, reason: '会商', take: 'own', value }]
      await jsonOf(await here.desk.step('sc', 'operator', ID, { type: 'revise', edits }), 201)
      await send(page)
      await page.locator('#merge[open]').waitFor()
      await says(page.locator('#merge-rows tr'), '轻度污染 101–130 PM2.5')
      expect(sent.map(({ status }) => status)).toEqual([412])
      await page.locator('#merge-rows input[value=mine]').check()
      await page.locator('#merge-form button[type=submit]').click()
      await says(cell(page, LUZHOU), '自定 r2')
      expect(sent.map(({ status }) => status)).toEqual([412, 201])
    },
    MINUTE,
  )

  test(
    'written in an open form while others revised the cell are not put over it: who writes goes by what they saw',
    async () => {
      await openCell(page, LUZHOU)
      await page.locator('#edit input[value=own]').check()
      await page.locator('#edit input[name=min]').fill('110')
      const value = { aqi: { max: 130, min: 101 }, class: { max: 3, min: 3 }, primary: ['pm25'] }
      const edits = [
        { base: 0, cell: LUZHOU, reason: '会商', take: 'own', value },
        { base: 0, cell: 'statement', reason: '综述', take: 'own', value: '四川写的综述。' },
      ]
      await jsonOf(await here.desk.step('sc', 'operator', ID, { type: 'revise', edits }), 201)
      await says(page.locator('#panel-words'), '101–130')
      await page.locator('#edit input[name=max]').fill('140')
      await page.locator('#edit-reason').fill('静稳天气')
      await page.locator('#edit button[type=submit]').click()
      await says(cell(page, LUZHOU), '该格已有变动')
      await send(page)
      await page.locator('#merge[open]').waitFor()
      await says(page.locator('#merge-rows tr'), '轻度污染 101–130 PM2.5')
      await page.locator('#merge-rows input[value=theirs]').check()
      await page.locator('#merge-form button[type=submit]').click()
      // Nobody was writing the statement: its form has what is there now.
      expect(await page.locator('#statement-text').inputValue()).toBe('四川写的综述。')

      await page.locator('#statement-edit summary').click()
      await page.locator('#statement-text').fill('重庆写的综述。')
      const again = [{ base: 1, cell: 'statement', reason: '综述', take: 'own', value: '四川改的综述。' }]
      await jsonOf(await here.desk.step('sc', 'operator', ID, { type: 'revise', edits: again }), 201)
      await says(page.locator('#c-statement'), '四川改的综述。')
      expect(await page.locator('#statement-text').inputValue()).toBe('重庆写的综述。')
      await page.locator('#statement-form button[type=submit]').click()
      await send(page)
      await page.locator('#merge[open]').waitFor()
      const [before, now, mine] = await page.locator('#merge-rows td').allInnerTexts()
      expect([before, now, mine].map((one) => one?.split('\n')[0])).toEqual([
        '四川写的综述。',
        '四川改的综述。',
        '重庆写的综述。',
      ])
    },
    MINUTE,
  )

  test(
    'of a cell that newer records have changed are shown with what the side says by now, which is what is taken',
    async () => {
      await deafen()
      await draftTake(page, LUZHOU, 'sc')
      await here.place.send('sc', 'air-forecast', forecastFile([luzhou('120~150')], { issued: '2026-11-15 14:50' }))
      const basis = here.place.world.gateway.log.head().size
      await jsonOf(await here.desk.step('sc', 'operator', ID, { type: 'rebase', basis }), 201)
      await send(page)
      await page.locator('#merge[open]').waitFor()
      const [began, now, mine] = await page.locator('#merge-rows td').allInnerTexts()
      expect(began).toContain('83–113')
      expect(now).toMatch(/120–150.*记录的原值/s)
      expect(mine).toContain('120–150')
      await page.locator('#merge-rows input[value=mine]').check()
      await page.locator('#merge-form button[type=submit]').click()
      await says(cell(page, LUZHOU), '取四川 r1')
      const { table } = await here.desk.show(ID)
      const stored = table.cells.find(({ id }: { id: string }) => id === LUZHOU)
      expect(stored).toMatchObject({ take: 'sc', joint: { aqi: { min: 120, max: 150 } } })
    },
    MINUTE,
  )

  test(
    'whose answer was lost are no draft any more once the page sees that they arrived',
    async () => {
      await draftOwn(page, LUZHOU, [110, 140], '静稳天气')
      await page.route(`**/${ID}/steps`, async (route) => {
        await route.fetch()
        await route.abort()
      })
      await send(page)
      await says(cell(page, LUZHOU), '自定 r1')
      await says(page.locator('#news'), '草稿中有 1 处已是会商现值')
      await page.locator('#draft').waitFor({ state: 'hidden' })
      expect(await page.locator('#lost').isVisible()).toBe(false)
      const { steps } = await here.desk.show(ID)
      await page.reload()
      await says(page.locator('#live-state'), '实时更新')
      expect(await page.locator('#draft').isVisible()).toBe(false)
      expect((await here.desk.show(ID)).steps).toBe(steps)
    },
    MINUTE,
  )
})
