/** Signing in as a person does it: a real browser makes the key, keeps it, signs with it, and holds a session that no script can read. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonical } from '../../contracts/jcs.ts'
import { assembleDocument, signDocument } from '../../gateway/identity/document.ts'
import { importPublicJwk } from '../../gateway/identity/jwk.ts'
import { KEY_LIST_TYP } from '../../gateway/identity/keys.ts'
import { keyList, type RunningWorld, startWorld } from '../gateway/cli/running.ts'
import { barriers } from './axe.ts'
import { describeBrowser, launchBrowser, visit } from './browser.ts'
import { overflowing } from './in-page.ts'
import { shoot } from './shots.ts'

const MINUTE = 60_000
const PATH = '/desk/sign-in?to=%2Fdesk%2Fc-1'

describeBrowser('signing in', () => {
  let world: RunningWorld
  let browser: Browser

  beforeAll(async () => {
    const starting = startWorld()
    browser = await launchBrowser()
    world = await starting
  }, MINUTE)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** What went wrong but for what was meant: nobody is signed in yet, the page behind is none, and leaving a page drops its icon. */
  const faults = (wrong: readonly string[]) =>
    wrong.filter(
      (one) => !/^401 .*\/v1\/session$|^404 .*\/desk(?:\/c-1)?$|status of 40[14]|^failed: .*\/assets\/icon-/.test(one),
    )

  /** Chongqing's next key list, with the key on the page as a reviewer's. */
  async function enrol(page: Page): Promise<string> {
    const shown: unknown = JSON.parse((await page.locator('#public-key').textContent()) ?? '')
    const { jwk, kid, alg } = importPublicJwk(shown)
    expect(await page.locator('#kid').textContent()).toBe(kid)
    const { digest, edition } = world.running().gateway.standing.keys().lists.get('cq') ?? { digest: null, edition: 0 }
    const { keys } = JSON.parse(keyList('cq', world.sides.cq).payload)
    const row = { agency: 'cq-monitoring', alg, jwk, kid, operator: '审核岗', roles: ['reviewer'], status: 'active' }
    const issued = '2026-11-02T08:00:00+08:00'
    const payload = canonical({ edition: edition + 1, issued, keys: [...keys, row], party: 'cq', previous: digest })
    const { root, signatory } = world.sides.cq
    const jws = assembleDocument(payload, [signDocument(payload, { ...root, typ: KEY_LIST_TYP })])
    await world.client(signatory).putKeys(jws)
    return kid
  }

  test(
    'with a key made in the browser: made, enrolled, used, ended',
    async () => {
      const { page, wrong, close } = await visit(browser, world.origin, PATH)
      await page.locator('#create').click()
      await page.locator('#enter').waitFor()
      // Before the side has listed it, the gateway says why not.
      await page.locator('#enter').click()
      await page.locator('#failure').waitFor()
      expect(await page.locator('#failure-text').textContent()).toMatch(/^密钥未登记：/)
      await shoot(page, 'sign-in-refused-zh-1280-light', { fullPage: true })

      const kid = await enrol(page)
      await page.reload()
      await page.locator('#enter').click()
      await page.waitForURL(`${world.origin}/desk/c-1`)

      const [cookie, ...others] = await page.context().cookies()
      expect(cookie).toMatchObject({ name: 'chuanyu-session', httpOnly: true, sameSite: 'Strict', path: '/' })
      expect(others).toEqual([])
      await page.goto(world.origin + PATH)
      await page.locator('#signed-in').waitFor()
      expect(await page.evaluate('document.cookie')).toBe('')
      expect(await page.locator('#person').textContent()).toBe('审核岗 · cq-monitoring')
      expect(await page.locator('#onward').getAttribute('href')).toBe('/desk/c-1')
      expect(await page.evaluate(`fetch('/v1/consultations').then((answer) => answer.status)`)).toBe(200)

      // The key itself stays: neither the page nor its storage gives it out.
      expect(await page.evaluate(KEPT)).toEqual({ kid, extractable: false, exported: 'InvalidAccessError' })

      await page.locator('#leave').click()
      await page.locator('#signed-in').waitFor({ state: 'hidden' })
      expect(await page.context().cookies()).toEqual([])
      expect(await page.evaluate(`fetch('/v1/session').then((answer) => answer.status)`)).toBe(401)
      await page.locator('details:has(#forget) summary').click()
      await page.locator('#forget').click()
      await page.locator('#create').waitFor()
      expect(faults(wrong)).toEqual([])
      await close()
    },
    MINUTE,
  )

  test(
    'with a sample key of the sandbox, from its file',
    async () => {
      const { page, wrong, close } = await visit(browser, world.origin, '/desk/sign-in?lang=en')
      await page.locator('#key-file').setInputFiles(world.keyFile('cq-operator', world.sides.cq.operator))
      await page.locator('#enter').waitFor()
      expect(await page.locator('#kid').textContent()).toBe(world.sides.cq.operator.kid)
      await page
        .locator('#key-file')
        .setInputFiles({ name: 'x.jwk', mimeType: 'text/plain', buffer: Buffer.from('no key') })
      await page.locator('#failure').waitFor()
      expect(await page.locator('#failure-text').textContent()).toMatch(/^This is no usable private key/)
      await page.locator('#enter').click()
      await page.waitForURL(`${world.origin}/desk`)
      expect(await page.context().cookies()).toHaveLength(1)
      expect(faults(wrong)).toEqual([])
      await close()
    },
    MINUTE,
  )

  test('says so where the browser offers no keys, and where the address is another', async () => {
    const context = await browser.newContext()
    await context.addInitScript(`Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })`)
    const page = await context.newPage()
    await page.goto(world.origin + PATH)
    await page.locator('#failure').waitFor()
    expect(await page.locator('#failure-text').textContent()).toMatch(/浏览器在此地址不提供密钥功能/)
    await page.goto(`${world.origin.replace('127.0.0.1', 'localhost')}/desk/sign-in`)
    await page.locator('#elsewhere').waitFor()
    expect(await page.locator('#elsewhere a').getAttribute('href')).toBe(`${world.origin}/desk/sign-in`)
    await context.close()
  })

  test('says why it needs scripts, where there are none', async () => {
    const { page, wrong, close } = await visit(browser, world.origin, PATH, { javaScriptEnabled: false })
    expect(await page.locator('noscript').innerText()).toMatch(/须允许本站运行脚本/)
    expect(await page.locator('#controls').isVisible()).toBe(false)
    expect(wrong).toEqual([])
    await close()
  })

  test.each([
    ['zh', 1280, 'light'],
    ['zh', 390, 'dark'],
    ['en', 390, 'light'],
    ['en', 320, 'light'],
  ] as const)(
    'in %s at %i px, %s: fits and has no serious barrier',
    async (lang, width, colorScheme) => {
      const path = lang === 'zh' ? PATH : `${PATH}&lang=en`
      const { page, wrong, close } = await visit(browser, world.origin, path, { width, colorScheme, bypassCSP: true })
      await page.locator('#create').click()
      await page.locator('#enter').waitFor()
      await page.locator('details:has(#forget) summary').click()
      await page.locator('details:has(#outside-ask) summary').click()
      await page.locator('#outside-ask').click()
      await page.locator('#outside-answer').waitFor()
      await shoot(page, `sign-in-${lang}-${width}-${colorScheme}`, { fullPage: true })
      expect(await overflowing(page)).toEqual([])
      expect(await barriers(page)).toEqual([])
      expect(faults(wrong)).toEqual([])
      await close()
    },
    MINUTE,
  )
})

/** What the site keeps, and what comes of asking for the private half. */
const KEPT = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('chuanyu')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const asking = opening.result.transaction('keys').objectStore('keys').get('own')
    asking.onsuccess = async () => {
      const { kid, privateKey } = asking.result
      const exported = await crypto.subtle.exportKey('pkcs8', privateKey).then(() => 'given out', (error) => error.name)
      opening.result.close()
      resolve({ kid, extractable: privateKey.extractable, exported })
    }
  }
})`
