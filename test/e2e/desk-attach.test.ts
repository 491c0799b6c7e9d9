/** Documents attached at the desk by their digest, and suggestions as figures are typed for outlooks and warnings, in a browser. */
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jsonOf } from '../gateway/intake/files.ts'
import { TWO_DAYS } from '../gateway/release/air/forecasts.ts'
import { barriers } from './axe.ts'
import { describeBrowser } from './browser.ts'
import { type DeskEach, deskForEach } from './desk-each.ts'
import { forecastFile } from './desk-world.ts'
import { overflowing } from './in-page.ts'

const MINUTE = 60_000
const DAILY = 'daily-air-2026-11-15'
const OUTLOOK = 'weekly-outlook-2026-11-16'
const WARNING = 'warning-2026-11-15'
const WEEK = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-23T00:00:00+08:00' }
/** Nothing of it must ever leave the browser. */
const SECRET = 'SEALED-CONTENT-8c1f'
const sealed = Buffer.from(`%PDF-1.7 ${SECRET}`)
const DIGEST = createHash('sha256').update(sealed).digest('hex')
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })

describeBrowser('at the desk', () => {
  const here = deskForEach((place) =>
    place.send(
      'sc',
      'air-forecast',
      forecastFile([
        ['泸州市', '2026-11-16', '83~113', 'PM2.5'],
        ['泸州市', '2026-11-17', '95~125', 'PM2.5'],
        ['川南', '2026-11-16', '87~117', 'PM2.5'],
      ]),
    ),
  )
  afterEach(() => {
    for (const one of here.people) expect(one.wrong).toEqual([])
  })

  const at = async (path: string, ...how: Parameters<DeskEach['sit']>) => {
    const person = await here.sit(...how)
    await person.go(path)
    return person.page
  }
  const sound = async (page: Page): Promise<void> => {
    expect(await overflowing(page)).toEqual([])
    expect(await barriers(page)).toEqual([])
  }

  describe('a sealed document', () => {
    beforeEach(async () => {
      await jsonOf(await here.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS }), 201)
    })

    test(
      'is hashed where it is, shown, signed, and known again by either side; its bytes go nowhere',
      async () => {
        const page = await at(`/desk/${DAILY}`, 'sc', 'operator')
        const sent: string[] = []
        page.on('request', (request) => sent.push(request.postData() ?? ''))
        await page.locator('[data-act=attach]').click()
        // Without a file there is nothing to sign.
        await page.locator('#act-form button[type=submit]').click()
        expect(await page.locator('#act-fault').textContent()).toContain('请选择文件')
        await page.locator('#act-file').setInputFiles(file('签发单（盖章）.pdf', sealed))
        await page.locator('[data-fact=digest]').filter({ hasText: DIGEST }).waitFor()
        const shown = await page.locator('#act-file-facts').innerText()
        for (const one of ['签发单（盖章）.pdf', `${sealed.length} B`, 'application/pdf']) expect(shown).toContain(one)
        await sound(page)
        await page.locator('#act-form button[type=submit]').click()
        await page.locator(`#attached [data-attached="${DIGEST}"]`).waitFor()
        expect(sent.some((body) => body.includes('signatures'))).toBe(true)
        expect(sent.join()).not.toContain(SECRET)
        expect(sent.join()).not.toContain(sealed.toString('base64').slice(0, 20))
        const { attachments } = await here.desk.show(DAILY, 'cq')
        expect(attachments).toEqual([
          {
            bytes: sealed.length,
            digest: DIGEST,
            mediaType: 'application/pdf',
            name: '签发单（盖章）.pdf',
            party: 'sc',
          },
        ])

        for (const path of [`/desk/${DAILY}`, `/desk/${DAILY}/check`]) {
          const other = await at(path, 'cq', 'reviewer', { width: 390 })
          await other.locator('#file-check summary').click()
          await other.locator('#check-file').setInputFiles(file('renamed.bin', sealed))
          await other.locator('[data-outcome=found]').filter({ hasText: 'renamed.bin' }).waitFor()
          expect(await other.locator('[data-outcome=computed]').innerText()).toContain(DIGEST)
          await other.locator('#check-file').setInputFiles(file('other.pdf', Buffer.concat([sealed, Buffer.from(' ')])))
          await other.locator('[data-outcome=unknown]').waitFor()
          expect(await other.locator('[data-outcome=found]').isVisible()).toBe(false)
          await sound(other)
        }
      },
      MINUTE,
    )
  })

  test(
    'an outlook’s own value has its suggestions as it is typed',
    async () => {
      await jsonOf(await here.desk.propose({ product: 'weekly-zone-outlook', period: WEEK }), 201)
      const page = await at(`/desk/${OUTLOOK}`, 'sc', 'operator')
      await page.locator(`#matrix td > a[href^="${OUTLOOK}/cells/${encodeURIComponent('sc-川南')}"]`).click()
      await page.locator('#panel-words table').waitFor()
      const text = page.locator('#suggestion-text')
      // Read from one day alone, and below 150: nothing is suggested.
      await page.locator('#edit input[value=sc]').check()
      await text.filter({ hasText: '环大气〔2024〕6号：不建议预警' }).waitFor()
      await page.locator('#edit input[value=own]').check()
      await page.locator('#own-min').fill('151')
      await page.locator('#own-max').fill('190')
      // Above 150 for 72 hours and more, on all seven days.
      await text.filter({ hasText: '环大气〔2024〕6号：建议橙色预警' }).waitFor()
      await page.locator('#own-max').fill('150')
      await page.locator('#edit-fault:not([hidden])').waitFor()
      expect(await page.locator('#suggestion').isVisible()).toBe(false)
    },
    MINUTE,
  )

  test(
    'a suggested warning is tried with other figures, which stay when something happens, and are recorded nowhere',
    async () => {
      await jsonOf(await here.desk.propose({ product: 'warning-suggestion', period: TWO_DAYS }), 201)
      const page = await at(`/desk/${WARNING}`, 'sc', 'operator', { width: 390 })
      const { steps } = await here.desk.show(WARNING)
      await page.locator(`#matrix td > a[href*="/cells/510500/"]`).first().click()
      const answer = page.locator('[data-what-if-answer]')
      await answer.filter({ hasText: '环大气〔2024〕6号：不建议预警' }).waitFor()
      const rows = page.locator('form[data-what-if] tr[data-day]')
      for (const at of [0, 1]) {
        await rows.nth(at).locator('[name=min]').fill('201')
        await rows.nth(at).locator('[name=max]').fill('230')
      }
      await answer.filter({ hasText: '环大气〔2024〕6号：建议橙色预警' }).waitFor()
      await sound(page)
      // A remark of the other side brings the panel anew.
      const said = { cell: '510500/warning-national-2024', revision: 0, text: '请看实况', type: 'comment' }
      await jsonOf(await here.desk.step('cq', 'reviewer', WARNING, said, { seen: steps }), 201)
      await page.locator('#news').filter({ hasText: '意见' }).waitFor()
      await page.waitForTimeout(600)
      expect(await rows.nth(0).locator('[name=max]').inputValue()).toBe('230')
      await answer.filter({ hasText: '建议橙色预警' }).waitFor()
      await page.locator('form[data-what-if] button[type=reset]').click()
      expect(await rows.nth(0).locator('[name=max]').inputValue()).toBe('113')
      await answer.filter({ hasText: '环大气〔2024〕6号：不建议预警' }).waitFor()
      await rows.nth(0).locator('[name=min]').fill('300')
      await page.locator('[data-what-if-fault]:not([hidden])').waitFor()
      expect((await here.desk.show(WARNING)).steps).toBe(steps + 1)
    },
    MINUTE,
  )
})
