/** A consultation as both sides hold it at their browsers: they differ, talk, meet on one cell, and see at once what the other does. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { jsonOf } from '../gateway/intake/files.ts'
import { TWO_DAYS } from '../gateway/release/air/forecasts.ts'
import { barriers } from './axe.ts'
import { describeBrowser } from './browser.ts'
import { deskForEach } from './desk-each.ts'
import { handsOn, says, send } from './desk-hands.ts'
import { forecastFile, type Sitting } from './desk-world.ts'
import { overflowing } from './in-page.ts'
import { shoot } from './shots.ts'

const MINUTE = 60_000
const ID = 'daily-air-2026-11-15'
const PAGE = `/desk/${ID}`
const LUZHOU = '510500/2026-11-16'
const GUANGAN = '511600/2026-11-16'
const { cell, openCell, draftOwn, draftTake } = handsOn(ID)

describeBrowser('a consultation at two desks', () => {
  const here = deskForEach(async (place) => {
    const { send: sent } = place
    await sent(
      'sc',
      'air-forecast',
      forecastFile([
        ['泸州市', '2026-11-16', '83~113', 'PM2.5'],
        ['泸州市', '2026-11-17', '95~125', 'PM2.5'],
        ['广安市', '2026-11-16', '62~92', 'PM2.5'],
        ['自贡市', '2026-11-16', '70~100', 'PM2.5'],
        ['自贡市', '2026-11-17', '66~96', 'PM2.5'],
        ['重庆市', '2026-11-16', '65~95', 'PM2.5'],
        ['荣昌区', '2026-11-16', '151~181', 'PM2.5'],
      ]),
    )
    await sent(
      'cq',
      'air-forecast',
      forecastFile([
        ['重庆市', '2026-11-16', '61~91', 'PM2.5'],
        ['重庆市', '2026-11-17', '75~105', 'PM2.5'],
        ['泸州市', '2026-11-16', '131~161', 'PM10'],
        ['广安市', '2026-11-16', '101~131', 'PM10'],
        ['荣昌区', '2026-11-16', '81~111', 'PM2.5'],
      ]),
    )
    const guidance = forecastFile([['广安市', '2026-11-16', '151~181', 'PM2.5']], {
      office: '西南区域空气质量预测预报中心（示例）',
    })
    await sent('sc', 'air-forecast', guidance)
    await jsonOf(await place.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS }), 201)
  })

  const { sit } = here
  const at = async (...how: Parameters<typeof sit>): Promise<Sitting> => {
    const person = await sit(...how)
    await person.go(PAGE)
    return person
  }

  test(
    'what differs is loud and counted; a remark of one side reaches the other at once',
    async () => {
      const [sc, cq] = [await at('sc', 'operator'), await at('cq', 'operator')]
      expect(await cell(sc.page, LUZHOU).getAttribute('class')).toBe('loud')
      expect(await cell(sc.page, '510300/2026-11-16').getAttribute('class')).toBeNull()
      await says(cq.page.locator('#live-state'), '实时更新')

      await openCell(cq.page, LUZHOU)
      await cq.page.locator('#panel-remark textarea').fill('川南静稳，<b>建议上调</b>')
      await cq.page.locator('#panel-remark button[value=comment]').click()
      await says(sc.page.locator('#news'), '重庆 值班员：发表意见')
      await says(cell(sc.page, LUZHOU), '意见 1')
      await says(cq.page.locator('#panel-talk'), '川南静稳，<b>建议上调</b>')
      expect(await cq.page.locator('#panel-talk b').count()).toBe(0)

      // An objection is loud on both pages until who raised it says that it is settled.
      await cq.page.locator('#panel-remark textarea').fill('与本方会商意见不符')
      await cq.page.locator('#panel-remark button[value=object]').click()
      await says(sc.page.locator('#counts'), '1 条异议未解决')
      await says(cell(sc.page, LUZHOU), '⚑ 1 条异议未解决')
      expect(await sc.page.locator('[data-resolve]').count()).toBe(0)
      await cq.page.keyboard.press('Escape')
      await cq.page.locator('#discussion [data-resolve]').click()
      await cq.page.locator('#act-text').fill('已电话确认')
      await cq.page.locator('#act-form button[type=submit]').click()
      await says(sc.page.locator('#counts'), '0 条异议未解决')
      expect([...sc.wrong, ...cq.wrong]).toEqual([])
    },
    MINUTE,
  )

  test(
    'two who edit one cell are shown both, and the second chooses',
    async () => {
      const [sc, cq] = [await at('sc', 'operator'), await at('cq', 'operator')]
      await draftOwn(cq.page, LUZHOU, [110, 140], '静稳天气')
      await draftTake(cq.page, GUANGAN, 'union')
      await says(cell(cq.page, LUZHOU), '草稿：轻度污染 110–140 PM2.5')
      await says(cq.page.locator('#send'), '发送 2 处修改')

      await draftTake(sc.page, LUZHOU, 'cq')
      await send(sc.page)
      await says(sc.page.locator('#news'), '已发送 1 处修改')
      // The draft of the other side stays, and says that its cell has moved.
      await says(cell(cq.page, LUZHOU), '该格已有变动')
      await says(cell(cq.page, LUZHOU), '取重庆 r1')

      await send(cq.page)
      await cq.page.locator('#merge[open]').waitFor()
      const row = cq.page.locator('#merge-rows tr')
      expect(await row.count()).toBe(1)
      await says(row, '泸州市 11月16日 周一')
      await says(row, '良～轻度污染 83–113 PM2.5')
      await says(row, '轻度污染～中度污染 131–161 PM10')
      await says(row, '四川 值班员，2026年11月15日 15:00')
      await says(row, '轻度污染 110–140 PM2.5')
      await shoot(cq.page, 'desk-merge-zh-1280-light')
      expect(await barriers(cq.page)).toEqual([])
      // Nothing is chosen for anybody.
      await cq.page.locator('#merge-form button[type=submit]').click()
      expect(await cq.page.locator('#merge[open]').count()).toBe(1)
      await row.locator('input[value=mine]').check()
      await cq.page.locator('#merge-form button[type=submit]').click()

      await says(cell(sc.page, LUZHOU), '轻度污染 110–140 PM2.5')
      await says(cell(sc.page, LUZHOU), '自定 r2')
      await says(cell(sc.page, GUANGAN), '良～轻度污染 62–131 PM10、PM2.5')
      expect(await cq.page.locator('#draft').isVisible()).toBe(false)
      const { table } = await here.desk.show(ID)
      const stored = table.cells.find((one: { id: string }) => one.id === LUZHOU)
      expect(stored).toMatchObject({ take: 'own', revision: 2, reason: '静稳天气', by: { party: 'cq' } })
      expect(sc.wrong).toEqual([])
      // The refusal that led to the merge, and nothing else.
      expect(cq.wrong.filter((one) => !one.includes('409'))).toEqual([])
    },
    MINUTE,
  )

  test(
    'in the merge what is there can stay, or be edited anew',
    async () => {
      const cq = await at('cq', 'operator')
      await draftOwn(cq.page, LUZHOU, [110, 140], '静稳天气')
      await draftOwn(cq.page, GUANGAN, [90, 120], '静稳天气')
      const edit = (id: string, value: unknown) => ({ base: 0, cell: id, reason: '会商', take: 'own', value })
      const [one, other] = [
        { aqi: { max: 130, min: 101 }, class: { max: 3, min: 3 }, primary: ['pm25'] },
        { aqi: { max: 100, min: 71 }, class: { max: 2, min: 2 }, primary: ['pm25'] },
      ]
      const act = { type: 'revise', edits: [edit(LUZHOU, one), edit(GUANGAN, other)] }
      await jsonOf(await here.desk.step('sc', 'operator', ID, act), 201)
      await says(cell(cq.page, GUANGAN), '该格已有变动')
      await send(cq.page)
      const rows = cq.page.locator('#merge-rows tr')
      await rows.filter({ hasText: '泸州市' }).locator('input[value=theirs]').check()
      await rows.filter({ hasText: '广安市' }).locator('input[value=edit]').check()
      await cq.page.locator('#merge-form button[type=submit]').click()
      // The panel opens on what one wanted; what was kept has left the draft.
      await cq.page.locator('#panel[open]').waitFor()
      expect(await cq.page.locator('#edit input[name=max]').inputValue()).toBe('120')
      await cq.page.locator('#edit input[name=max]').fill('118')
      await cq.page.locator('#edit button[type=submit]').click()
      await says(cq.page.locator('#send'), '发送 1 处修改')
      await send(cq.page)
      await says(cell(cq.page, GUANGAN), '良～轻度污染 90–118 PM2.5')
      await says(cell(cq.page, LUZHOU), '轻度污染 101–130 PM2.5')
    },
    MINUTE,
  )

  test(
    'a draft outlasts a reload and a lost connection, in which it can be gone on with',
    async () => {
      const sc = await at('sc', 'operator')
      const { page } = sc
      await draftOwn(page, LUZHOU, [110, 140], '静稳天气')
      await page.reload()
      await says(page.locator('#send'), '发送 1 处修改')
      await says(cell(page, LUZHOU), '草稿：轻度污染 110–140')

      await here.place.cut()
      await says(page.locator('#lost'), '连接中断，正在重试', 10_000)
      await cell(page, GUANGAN).locator('> a').click()
      await says(page.locator('#panel-words'), '读不到（连接中断）')
      await page.locator('#edit input[value=union]').check()
      await page.locator('#edit button[type=submit]').click()
      await send(page)
      await says(page.locator('#lost'), '网关没有应答')
      await says(page.locator('#send'), '发送 2 处修改')
      await shoot(page, 'desk-lost-zh-1280-light')

      await here.place.mend()
      await says(page.locator('#news'), '连接已恢复', 15_000)
      await send(page)
      await says(page.locator('#news'), '已发送 2 处修改')
      await says(cell(page, LUZHOU), '自定 r1')
      await page.reload()
      await says(page.locator('#live-state'), '实时更新')
      expect(await page.locator('#draft').isVisible()).toBe(false)
    },
    MINUTE,
  )

  test(
    'two tabs of one person have one draft, which is kept once for each change',
    async () => {
      const { page, wrong } = await sit('sc', 'operator')
      await page.context().addInitScript(`{
        const put = IDBObjectStore.prototype.put
        window.kept = 0
        IDBObjectStore.prototype.put = function (...what) { window.kept += 1; return put.apply(this, what) }
      }`)
      await page.goto(here.place.origin + PAGE)
      const other = await page.context().newPage()
      await other.goto(here.place.origin + PAGE)
      await draftTake(page, LUZHOU, 'cq')
      await says(other.locator('#send'), '发送 1 处修改')
      await draftTake(other, GUANGAN, 'union')
      await says(page.locator('#send'), '发送 2 处修改')
      await page.waitForTimeout(300)
      expect([await page.evaluate('kept'), await other.evaluate('kept')]).toEqual([1, 1])
      await page.locator('#undo').click()
      await says(other.locator('#send'), '发送 1 处修改')
      await send(other)
      await page.locator('#draft').waitFor({ state: 'hidden' })
      expect((await here.desk.show(ID)).steps).toBe(3)
      expect(wrong).toEqual([])
    },
    MINUTE,
  )

  test(
    'a deadline that passes while the page is open ends what can be done there, though nobody did anything',
    async () => {
      const { page, go, wrong } = await sit('sc', 'operator')
      await page.clock.install()
      await go(PAGE)
      await says(page.locator('#head .countdown'), /剩 (?:30|29) 分/)
      await draftTake(page, LUZHOU, 'cq')
      here.place.wait(31 * 60)
      await page.clock.runFor(31 * MINUTE)
      await says(page.locator('#head'), '逾期未达成一致')
      await says(page.locator('#head .countdown'), '已过 1 分')
      expect(await page.locator('#send').isDisabled()).toBe(true)
      expect(wrong).toEqual([])
    },
    MINUTE,
  )

  test(
    'tabs left open in the background hold no connection: the next page opens, and one comes back to what happened',
    async () => {
      const { page, wrong } = await sit('cq', 'operator')
      await page.context().addInitScript(`{
        let seen = 'visible'
        Object.defineProperty(document, 'visibilityState', { get: () => seen })
        window.put = (state) => { seen = state; document.dispatchEvent(new Event('visibilitychange')) }
      }`)
      const tabs: Page[] = []
      // A browser gives one gateway six connections where there is no HTTP/2.
      for (let at = 0; at < 8; at++) {
        const tab = await page.context().newPage()
        await tab.goto(here.place.origin + PAGE, { timeout: 10_000 })
        await says(tab.locator('#live-state'), '实时更新')
        await tab.evaluate(`put('hidden')`)
        tabs.push(tab)
      }
      const act = { type: 'comment', cell: LUZHOU, revision: 0, text: '请看' }
      await jsonOf(await here.desk.step('sc', 'reviewer', ID, act), 201)
      const [first] = tabs
      if (!first) throw new TypeError('expected a tab')
      await first.evaluate(`put('visible')`)
      await says(first.locator('#news'), '四川 审核人：发表意见')
      await says(first.locator('#live-state'), '实时更新')
      await jsonOf(await here.desk.step('sc', 'reviewer', ID, { ...act, text: '再看' }), 201)
      await says(cell(first, LUZHOU), '意见 2')
      expect(wrong).toEqual([])
    },
    MINUTE,
  )

  test(
    'where the stream does not get through, the page looks every few seconds; an ended session is said',
    async () => {
      const cq = await sit('cq', 'operator')
      await cq.page.route('**/v1/consultations/events*', (route) => route.abort())
      await cq.go(PAGE)
      await says(cq.page.locator('#live-state'), '每 5 秒检查一次')
      const act = { type: 'comment', cell: LUZHOU, revision: 0, text: '请看' }
      await jsonOf(await here.desk.step('sc', 'reviewer', ID, act), 201)
      await says(cq.page.locator('#news'), '四川 审核人：发表意见', 8000)
      await says(cell(cq.page, LUZHOU), '意见 1')
      here.place.wait(9 * 3600)
      await says(cq.page.locator('#lost'), '会话已结束，草稿已保存', 8000)
      const onward = await cq.page.locator('#lost a').getAttribute('href')
      expect(onward).toBe(`/desk/sign-in?to=${encodeURIComponent(PAGE)}`)
    },
    MINUTE,
  )

  test(
    'by keyboard: one stop of the tab key, arrows, the next difference, the cell, undo, help',
    async () => {
      const { page, wrong } = await at('sc', 'operator')
      expect(await page.locator('#matrix a[tabindex="0"]').count()).toBe(1)
      await page.locator('#matrix a[tabindex="0"]').focus()
      const here = () => page.evaluate('document.activeElement.getAttribute("href")')
      expect(await here()).toContain('/rows/500000')
      await page.keyboard.press('ArrowRight')
      expect(await here()).toContain('/cells/500000/2026-11-16')
      await page.keyboard.press('End')
      expect(await here()).toContain('/cells/500000/2026-11-17')
      await page.keyboard.press('ArrowDown')
      expect(await here()).toContain('/cells/500153/2026-11-17')
      await page.keyboard.press('Home')
      expect(await here()).toContain('/rows/500153')
      const loud: readonly string[] = await page.evaluate(
        `[...document.querySelectorAll('#matrix td.loud > a')].map((one) => one.getAttribute('href'))`,
      )
      expect(loud.length).toBeGreaterThan(2)
      const reached: unknown[] = []
      for (const _ of loud) {
        await page.keyboard.press('j')
        reached.push(await here())
      }
      // Round to where it began; every one once.
      expect([...reached].sort()).toEqual([...loud].sort())
      await page.keyboard.press('k')
      expect(await here()).toBe(reached.at(-2))

      await page.keyboard.press('Enter')
      await page.locator('#panel[open]').waitFor()
      expect(await page.evaluate('document.activeElement.id')).toBe('panel-title')
      await page.keyboard.press('Escape')
      await page.locator('#panel').waitFor({ state: 'hidden' })
      expect(await here()).toBe(reached.at(-2))

      await draftTake(page, LUZHOU, 'cq')
      await says(page.locator('#send'), '发送 1 处修改')
      await cell(page, LUZHOU).locator('> a').focus()
      await page.keyboard.press('u')
      await says(page.locator('#news'), '已撤消')
      expect(await page.locator('#draft').isVisible()).toBe(false)
      await page.keyboard.press('?')
      await page.locator('#help[open]').waitFor()
      await page.keyboard.press('Escape')
      // Away from the table a letter is a letter.
      await page.locator('#show-help').focus()
      await page.keyboard.press('j')
      expect(await page.evaluate('document.activeElement.id')).toBe('show-help')
      expect(wrong).toEqual([])
    },
    MINUTE,
  )

  test(
    'class and suggested warnings follow what is typed; a take fills its group; the statement is drafted, too',
    async () => {
      const { page, wrong } = await at('sc', 'operator')
      await openCell(page, LUZHOU)
      await page.locator('#edit input[value=own]').check()
      await page.locator('#edit input[name=min]').fill('210')
      await page.locator('#edit input[name=max]').fill('260')
      await says(page.locator('#grade'), '重度污染')
      await says(page.locator('#suggestion-text'), /按渝府办发〔2022〕115号：.*按环大气〔2024〕6号：/s, 5000)
      await page.locator('#edit input[name=max]').fill('100')
      await says(page.locator('#edit-fault'), '下限不大于上限')
      await page.locator('#edit input[name=min]').fill('20')
      await page.locator('#edit input[name=max]').fill('50')
      await says(page.locator('#edit-fault'), 'AQI 不超过 50 时没有首要污染物')
      await page.locator('#edit input[name=max]').fill('80')
      await says(page.locator('#grade'), '优～良')
      await page.locator('#edit-reason').fill('')
      await page.locator('#edit button[type=submit]').click()
      await says(page.locator('#edit-fault'), '自定值须说明理由')
      await shoot(page, 'desk-panel-zh-1280-light')

      await page.locator('#edit input[value=sc]').check()
      await says(page.locator('#zone-choice'), '四川 · 片区未确定当日其他 2 行')
      await page.locator('#edit input[name=zone]').check()
      await page.locator('#edit button[type=submit]').click()
      await says(page.locator('#news'), '已放入草稿 3 格')

      await page.locator('#statement-edit summary').click()
      await page.locator('#statement-text').fill('16 日川南有轻度污染过程。')
      await page.locator('#statement-form button[type=submit]').click()
      await says(page.locator('#send'), '发送 4 处修改')
      await send(page)
      await says(page.locator('#c-statement'), '16 日川南有轻度污染过程。')
      expect(wrong).toEqual([])
    },
    MINUTE,
  )

  test(
    'without scripts all of it can be read: filters, cells, evidence',
    async () => {
      const signed = await sit('cq', 'reviewer')
      const context = await here.browser.newContext({
        javaScriptEnabled: false,
        storageState: await signed.page.context().storageState(),
      })
      const page = await context.newPage()
      await page.goto(here.place.origin + PAGE)
      expect(await page.locator('noscript .banner').innerText()).toMatch(/本页可读不可写/)
      expect(await page.locator('.acting, #draft, dialog').filter({ visible: true }).count()).toBe(0)
      await page.locator('#filters a[data-show=differing]').click()
      expect(new URL(page.url()).search).toBe('?show=differing')
      expect(await page.locator('#matrix tr[data-has]').filter({ visible: true }).count()).toBeLessThan(
        await page.locator('#matrix tr[data-has]').count(),
      )
      await cell(page, LUZHOU).locator('> a').click()
      expect(await page.locator('h1').innerText()).toContain('泸州市 11月16日 周一')
      expect(await page.locator('#words').innerText()).toMatch(/气象输入\s+未提供/)
      await page.locator('#words a[data-evidence]').click()
      expect(await page.locator('#words').innerText()).toContain('这 72 小时没有收到本区域的小时实况')
      await context.close()
    },
    MINUTE,
  )

  test(
    'the filters answer at once, and stay through a reload',
    async () => {
      const { page } = await at('cq', 'operator')
      const shown = () => page.locator('#matrix tr[data-has]').filter({ visible: true }).count()
      const all = await shown()
      await page.locator('#filters a[data-show=mine]').click()
      expect(await shown()).toBe(2)
      expect(await page.locator('#matrix tbody').filter({ visible: true }).count()).toBe(1)
      await page.reload()
      expect(await shown()).toBe(2)
      await page.locator('#filters a[data-show=objected]').click()
      expect(await page.locator('#none-shown').isVisible()).toBe(true)
      await page.locator('#filters a[data-show=all]').click()
      expect(await shown()).toBe(all)
    },
    MINUTE,
  )

  describe.each([
    ['zh', 1280, 'light'],
    ['en', 1280, 'dark'],
    ['zh', 390, 'dark'],
    ['en', 390, 'light'],
  ] as const)('in %s at %i px, %s', (lang, width, colorScheme) => {
    test(
      'the page and an open cell fit and have no serious barrier',
      async () => {
        const act = { type: 'object', cell: LUZHOU, revision: 0, text: '建议按中度污染上限会商' }
        await jsonOf(await here.desk.step('cq', 'reviewer', ID, act), 201)
        const { page, wrong, go } = await sit('sc', 'operator', { width, colorScheme, bypassCSP: true })
        await go(lang === 'zh' ? PAGE : `${PAGE}?lang=en`)
        const name = `${lang}-${width}-${colorScheme}`
        await shoot(page, `desk-${name}`, { fullPage: true })
        expect(await overflowing(page)).toEqual([])
        expect(await barriers(page)).toEqual([])
        await openCell(page, LUZHOU)
        await page.locator('#edit input[value=own]').check()
        await page.locator('#suggestion-text p').first().waitFor()
        await shoot(page, `desk-cell-${name}`)
        expect(await overflowing(page)).toEqual([])
        expect(await barriers(page)).toEqual([])
        expect(wrong).toEqual([])
      },
      MINUTE,
    )
  })
})
