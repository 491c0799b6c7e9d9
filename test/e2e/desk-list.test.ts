/** The desk's list as an officer leaves it open: what comes to wait for them is there by itself. */
import { expect, test } from 'vitest'
import { jsonOf } from '../gateway/intake/files.ts'
import { TWO_DAYS } from '../gateway/release/air/forecasts.ts'
import { barriers } from './axe.ts'
import { describeBrowser } from './browser.ts'
import { deskForEach } from './desk-each.ts'
import { says } from './desk-hands.ts'
import { forecastFile } from './desk-world.ts'
import { overflowing } from './in-page.ts'

const MINUTE = 60_000
const ID = 'daily-air-2026-11-15'

describeBrowser('the list left open', () => {
  const here = deskForEach((place) =>
    place.send('sc', 'air-forecast', forecastFile([['泸州市', '2026-11-16', '83~113', 'PM2.5']])),
  )

  const propose = () => here.desk.propose({ product: 'daily-air-forecast', period: TWO_DAYS })

  test(
    'shows each post what waits for it as it comes, and no more once it was done elsewhere',
    async () => {
      const reviewer = await here.sit('cq', 'reviewer', { bypassCSP: true })
      const signatory = await here.sit('cq', 'signatory', { width: 390 })
      for (const { page } of [reviewer, signatory]) {
        await says(page.locator('#live'), '实时更新')
        await says(page.locator('#tasks'), '眼下没有等您办理的事项')
      }
      await jsonOf(await propose(), 201)
      await says(reviewer.page.locator('#tasks'), /川渝空气质量联合预报.*核对并同意/s)
      await says(reviewer.page.locator('#live'), '现有 1 项待您办理')
      await says(signatory.page.locator('#consultations'), '川渝空气质量联合预报')
      expect(await signatory.page.locator('.task').count()).toBe(0)
      // The focus stays on what it was on, though its part is put in place anew.
      await reviewer.page.locator('#tasks .button').focus()
      await here.desk.agreed(ID)
      await says(reviewer.page.locator('#tasks'), '眼下没有等您办理的事项')
      await says(signatory.page.locator('#tasks'), /核对并签发/)
      expect(await overflowing(signatory.page)).toEqual([])
      expect(await barriers(reviewer.page)).toEqual([])
      expect([...reviewer.wrong, ...signatory.wrong]).toEqual([])
      await Promise.all([reviewer.close(), signatory.close()])
    },
    MINUTE,
  )

  test(
    'says whom to turn to once the deadline has passed, by the clock alone',
    async () => {
      await jsonOf(await propose(), 201)
      const { page, go } = await here.sit('sc', 'reviewer')
      await page.clock.install()
      await go('/desk')
      await says(page.locator('.task .countdown'), /剩 (?:30|29) 分/)
      here.place.wait(31 * 60)
      await page.clock.runFor(31 * MINUTE)
      await says(page.locator('#tasks'), /期限已过.*请报/s)
    },
    MINUTE,
  )

  test(
    'says when nobody is signed in any more',
    async () => {
      const { page } = await here.sit('sc', 'reviewer')
      await says(page.locator('#live'), '实时更新')
      here.place.wait(9 * 3600)
      await page.evaluate(`dispatchEvent(new Event('online'))`)
      await says(page.locator('#live'), '会话已结束')
      expect(await page.locator('#live a').getAttribute('href')).toBe('/desk/sign-in?to=%2Fdesk')
    },
    MINUTE,
  )
})
