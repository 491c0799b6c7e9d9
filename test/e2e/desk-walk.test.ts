/** The desk as people of both sides walk through it: real browsers start, check, agree, sign; the public sees it; and what must not happen does not. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonical } from '../../contracts/jcs.ts'
import { verifyBundle } from '../../gateway/client/verify/index.ts'
import { assembleDocument, signDocument } from '../../gateway/identity/document.ts'
import { importPublicJwk } from '../../gateway/identity/jwk.ts'
import { KEY_LIST_TYP } from '../../gateway/identity/keys.ts'
import { WORDS } from '../../gateway/portal/browser/key-error.js'
import { DESK_CHECK } from '../../gateway/portal/words/desk-check.ts'
import { DESK_LIST } from '../../gateway/portal/words/desk-list.ts'
import { runCommand } from '../gateway/cli/run.ts'
import { keyList } from '../gateway/cli/running.ts'
import { barriers } from './axe.ts'
import { describeBrowser, launchBrowser, visit } from './browser.ts'
import { openPeople, type PeopleWorld, type Seat, WEEKS } from './desk-people.ts'
import { overflowing } from './in-page.ts'
import { shoot } from './shots.ts'

const MINUTE = 60_000
const [WALKED, STALE, ELSEWHERE, SWITCHED, OPEN, WITHOUT, AGREED] = WEEKS

describeBrowser('the desk, walked through', () => {
  let people: PeopleWorld
  let browser: Browser

  beforeAll(async () => {
    const opening = openPeople()
    browser = await launchBrowser()
    people = await opening
    // For those who only look: one under consultation with words of its own, one that both have agreed to.
    const open = await people.propose(OPEN)
    const edits = [
      {
        base: 0,
        cell: 'statement',
        reason: '拟写综述',
        take: 'own' as const,
        value: '川渝跨界断面水质总体平稳，金子断面与上周持平。',
      },
    ]
    await people.client('sc', 'operator').step(open, { type: 'revise', edits }, 2)
    const agreed = await people.propose(AGREED)
    for (const party of ['cq', 'sc'] as const) await people.client(party, 'reviewer').agree(agreed)
  }, MINUTE)
  afterAll(async () => {
    await browser?.close()
    await people?.close()
  })

  const shot = (page: Page, name: string): Promise<unknown> => shoot(page, name, { fullPage: true })
  const checkOf = (id: string): string => `/desk/${id}/check`

  /** Opens the check page, waits until the browser has computed the digest, and presses the one button. */
  async function press(seat: Seat, id: string, button: 'agree' | 'sign'): Promise<void> {
    await seat.go(checkOf(id))
    await seat.page.locator('#computed-same').waitFor()
    await seat.page.locator(`#${button}`).click()
    await seat.page.waitForURL(new RegExp(`done=${button}`))
  }

  test(
    'a drafter starts, both reviewers agree, both officers sign, and the public has a release that verifies offline',
    async () => {
      const id = `weekly-water-${WALKED}`
      const drafter = await people.sit(browser, 'cq', 'operator')
      const { page } = drafter
      await page.getByRole('link', { name: DESK_LIST.start.zh }).click()
      await page.getByRole('link', { name: '川渝水质断面周报' }).click()
      await page.locator('input[value=other]').check()
      await page.locator('#from').fill(WALKED)
      await page.locator('#to').fill('2025-11-08')
      await page.locator('button[type=submit]').click()
      // Six days are no week: told at the top, and by the field.
      await page.locator('[role=alert] a[href="#from"]').waitFor()
      await page.locator('#to').fill('2025-11-09')
      await page.locator('button[type=submit]').click()
      await page.locator('#send').click()
      await page.waitForURL(`${people.origin}/desk/${id}`)
      await page.locator('button[data-act=open]').click()
      await page.locator('#act-form button[type=submit]').click()
      await page.locator('button[data-act=open]').waitFor({ state: 'detached' })
      expect(drafter.wrong).toEqual([])

      // Somebody of the public has the release's page open before there is one.
      const reader = await visit(browser, people.origin, `/releases/${id}`)
      expect(await reader.page.locator('h1').textContent()).toBe('没有这一页')

      for (const party of ['sc', 'cq'] as const) {
        const seat = await people.sit(browser, party, 'reviewer')
        await seat.page.locator(`.task .button[href*="${id}"]`).click()
        await seat.page.waitForURL(new RegExp(`${id}/check`))
        await press(seat, id, 'agree')
        expect(await seat.page.locator('#outcome').innerText()).toContain(DESK_CHECK.doneAgree.zh)
        expect(seat.wrong).toEqual([])
        await seat.close()
      }
      for (const party of ['cq', 'sc'] as const) {
        const seat = await people.sit(browser, party, 'signatory', { lang: party === 'sc' ? 'en' : 'zh' })
        await press(seat, id, 'sign')
        if (party === 'sc') {
          const signed = Date.now()
          await expect
            .poll(async () => (await reader.page.goto(`${people.origin}/releases/${id}`))?.status(), { interval: 100 })
            .toBe(200)
          expect(Date.now() - signed).toBeLessThan(2000)
          expect(await seat.page.locator('#outcome').innerText()).toContain(DESK_CHECK.published.en)
          const [download] = await Promise.all([
            seat.page.waitForEvent('download'),
            seat.page.locator('#outcome a[download]').click(),
          ])
          const bundle = readFileSync((await download.path()) ?? '', 'utf8')
          expect(verifyBundle(bundle, people.trust)).toMatchObject({ ok: true })
          await seat.go(`/desk/${id}/minutes`)
          await shot(seat.page, 'desk-minutes-en-1280-light')
        }
        expect(seat.wrong).toEqual([])
        await seat.close()
      }
      expect(await reader.page.locator('h1').textContent()).toContain('川渝水质断面周报')
      await reader.close()
      await drafter.close()
    },
    2 * MINUTE,
  )

  test(
    'a tab left open while the content changed agrees to nothing: it is refused by digest, and shows what happened',
    async () => {
      const id = await people.propose(STALE)
      const seat = await people.sit(browser, 'sc', 'reviewer')
      await seat.go(checkOf(id))
      await seat.page.locator('#computed-same').waitFor()
      const edits = [{ base: 0, cell: 'statement', reason: '拟写综述', take: 'own' as const, value: '水质平稳。' }]
      expect(await seat.page.locator('#news').isVisible()).toBe(false)
      await people.client('cq', 'operator').step(id, { type: 'revise', edits }, 2)
      await seat.page.locator('#news').waitFor()
      await seat.page.locator('#agree').click()
      await seat.page.locator('#failure').waitFor()
      expect(await seat.page.locator('#failure-text').textContent()).toMatch(/^同意的不是当前内容/)
      await shot(seat.page, 'desk-check-stale-zh-1280-light')
      await seat.page.locator('#failure-moved a').click()
      await seat.page.locator('#since').waitFor()
      expect(await seat.page.locator('#since li').allTextContents()).toEqual([expect.stringMatching(/修改.*statement/)])
      expect(await seat.page.locator('[aria-labelledby=edits]').innerText()).toContain('水质平稳。')
      // A remark moves no digest: who is about to agree is told of it before they do.
      const remark = { type: 'comment', cell: null, revision: 0, text: '请再核一遍' } as const
      await people.client('cq', 'operator').step(id, remark, 3)
      await seat.page.locator('#news a').click()
      await seat.page.waitForURL(/since=/)
      expect(await seat.page.locator('#since').innerText()).toContain('请再核一遍')
      expect(await seat.page.locator('#news').isVisible()).toBe(false)
      await seat.page.locator('#agree').click()
      await seat.page.waitForURL(/done=agree/)
      // Second thoughts need a reason, and take the agreement back.
      await seat.page.locator('.objecting summary').click()
      await seat.page.locator('#object').click()
      await seat.page.locator('#objection-empty').waitFor()
      await seat.page.locator('#objection').fill('金子断面缺一天')
      await seat.page.locator('#object').click()
      await seat.page.waitForURL(/done=object/)
      expect(await seat.page.locator('#outcome').innerText()).toContain(DESK_CHECK.doneObject.zh)
      expect(await seat.page.locator('#agree').count()).toBe(0)
      await seat.close()
    },
    MINUTE,
  )

  test(
    'a key elsewhere signs the very text: pasted, or sent by the command while the page waits',
    async () => {
      const id = await people.propose(ELSEWHERE)
      const text = join(people.world.folder, 'text.json')
      const keyFile = (party: 'cq' | 'sc', post: 'reviewer' | 'signatory') =>
        people.world.keyFile(`elsewhere-${party}-${post}`, people.world.sides[party][post])
      const reviewer = await people.sit(browser, 'cq', 'reviewer')
      await reviewer.go(checkOf(id))
      await reviewer.page.locator('.elsewhere summary').click()
      writeFileSync(text, (await reviewer.page.locator('#elsewhere-text').textContent()) ?? '')
      const signed = await runCommand(['consult', 'jws', text, '--key', keyFile('cq', 'reviewer')])
      await reviewer.page.locator('#elsewhere-jws').fill('not a signature')
      await reviewer.page.locator('[data-paste] button').click()
      await reviewer.page.locator('#failure').waitFor()
      expect(await reviewer.page.locator('#failure-text').textContent()).toBe(WORDS['jws-malformed'].zh)
      await reviewer.page.locator('#elsewhere-jws').fill(signed.stdout)
      await reviewer.page.locator('[data-paste] button').click()
      await reviewer.page.waitForURL(/done=agree/)
      await reviewer.close()

      const waiting = await people.sit(browser, 'sc', 'reviewer')
      await waiting.go(checkOf(id))
      await waiting.page.locator('.elsewhere summary').click()
      const digest = (await waiting.page.locator('#check').getAttribute('data-digest')) ?? ''
      await waiting.page.waitForTimeout(500)
      const origin = ['--origin', people.world.origin]
      const agreed = await runCommand([
        'consult',
        'agree',
        id,
        ...origin,
        '--key',
        keyFile('sc', 'reviewer'),
        '--digest',
        digest,
      ])
      expect(agreed.code).toBe(0)
      await waiting.page.waitForURL(/done=agree/, { timeout: 10_000 })
      await waiting.close()

      // A draft that is made by command takes the page that waits for it to the new consultation.
      const drafter = await people.sit(browser, 'sc', 'operator')
      await drafter.go('/desk/new?product=weekly-water-bulletin&sent=1&about=2025-12-22_2025-12-28')
      await drafter.page.locator('.elsewhere summary').click()
      await drafter.page.waitForTimeout(500)
      const key = people.world.keyFile('elsewhere-sc-operator', people.world.sides.sc.operator)
      const days = ['--from', '2025-12-22', '--to', '2025-12-28']
      const product = ['--product', 'weekly-water-bulletin']
      expect(await runCommand(['consult', 'draft', ...origin, '--key', key, ...product, ...days])).toMatchObject({
        code: 0,
      })
      await drafter.page.waitForURL(`${people.origin}/desk/weekly-water-2025-12-22`, { timeout: 10_000 })
      await drafter.close()
    },
    MINUTE,
  )

  test(
    'who has no key in the browser signs in, and signs, with one that is elsewhere',
    async () => {
      const text = join(people.world.folder, 'sign-in.json')
      const key = people.world.keyFile('elsewhere-officer', people.world.sides.cq.signatory)
      const context = await browser.newContext()
      const page = await context.newPage()
      const jws = async (from: string): Promise<string> => {
        writeFileSync(text, (await page.locator(from).textContent()) ?? '')
        return (await runCommand(['consult', 'jws', text, '--key', key])).stdout
      }
      await page.goto(`${people.origin}/desk/sign-in?to=${encodeURIComponent(checkOf(`weekly-water-${AGREED}`))}`)
      await page.locator('details:has(#outside-ask) summary').click()
      await page.locator('#outside-ask').click()
      await page.locator('#outside-text').filter({ hasText: 'challenge' }).waitFor()
      await page.locator('#outside-jws').fill(await jws('#outside-text'))
      await page.locator('#outside-enter').click()
      await page.waitForURL(new RegExp(`${AGREED}/check`))
      await page.locator('#computed-same').waitFor()
      await page.locator('#sign').click()
      await page.locator('#failure').waitFor()
      expect(await page.locator('#failure-text').textContent()).toBe(WORDS['key-missing'].zh)
      await page.locator('.elsewhere summary').click()
      await page.locator('#elsewhere-jws').fill(await jws('#payload'))
      await page.locator('[data-paste] button').click()
      await page.waitForURL(/done=sign/)
      expect(await page.locator('#outcome').innerText()).toContain(DESK_CHECK.doneSign.zh)
      await context.close()
    },
    MINUTE,
  )

  test('people who share a browser each keep their key there, and change by choosing theirs', async () => {
    const seat = await people.sit(browser, 'sc', 'operator')
    await seat.go('/sandbox')
    await seat.page.locator('[data-act-as=sc-reviewer]').click()
    await seat.page.waitForURL(`${people.origin}/desk`)
    await seat.go('/desk/sign-in')
    const { operator, reviewer } = people.world.sides.sc
    expect(await seat.page.locator('#kid').textContent()).toBe(reviewer.kid)
    expect(await seat.page.locator('#other-keys li').allInnerTexts()).toEqual([
      expect.stringMatching(/^值班员 · sc-monitoring/),
    ])
    await seat.page.locator('#other-keys button').click()
    await expect.poll(() => seat.page.locator('#kid').textContent()).toBe(operator.kid)
    await seat.page.locator('#enter').click()
    await seat.page.waitForURL(`${people.origin}/desk`)
    expect(await seat.page.locator('.who').innerText()).toContain('值班员')
    expect(seat.wrong).toEqual([])
    await seat.close()
  })

  test(
    'nobody signs for another: not in a tab of before, not by a role, not with a copied or forged session, not with an answered challenge',
    async () => {
      const id = await people.propose(SWITCHED)
      const seat = await people.sit(browser, 'cq', 'reviewer')
      await seat.go(checkOf(id))
      await seat.page.locator('#computed-same').waitFor()
      // In another tab of the same browser somebody else takes over.
      const other = await seat.context.newPage()
      await other.goto(`${people.origin}/sandbox`)
      await other.locator('[data-act-as=cq-operator]').click()
      await other.waitForURL(`${people.origin}/desk`)
      await seat.page.locator('#agree').click()
      await seat.page.locator('#failure').waitFor()
      expect(await seat.page.locator('#failure-text').textContent()).toBe(WORDS['person-other'].zh)
      // Whose role it is not has no button, and is refused where they ask all the same.
      await seat.page.reload()
      await seat.page.locator('#computed-same').waitFor()
      expect(await seat.page.locator('#agree, #sign').count()).toBe(0)
      const forbidden = await seat.page.evaluate(
        `fetch('/v1/consultations/${id}/signatures', { method: 'POST', body: '{}', headers: { 'content-type': 'application/jose+json' } }).then(async (answer) => [answer.status, (await answer.json()).code])`,
      )
      expect(forbidden).toEqual([403, 'not-permitted'])
      // The key of the person before is still there, and what it signs is not taken from another's cookie.
      const foreign = people.world.sides.cq.reviewer
      const { digest, steps } = await people.client('cq', 'reviewer').draft(id)
      const step = canonical({
        act: { digest, type: 'agree' },
        consultation: id,
        nonce: 'a'.repeat(22),
        seen: steps,
        type: 'consultation-step',
        v: 1,
      })
      const jws = JSON.stringify(assembleDocument(step, [signDocument(step, { ...foreign, typ: 'chuanyu-step+jws' })]))
      const borrowed = await seat.page.evaluate(
        `fetch('/v1/consultations/${id}/steps', { method: 'POST', body: ${JSON.stringify(jws)}, headers: { 'content-type': 'application/jose+json' } }).then(async (answer) => [answer.status, (await answer.json()).code])`,
      )
      expect(borrowed).toEqual([403, 'other-signer'])
      expect((await people.client('cq', 'operator').draft(id)).steps).toBe(2)

      // A session with one letter changed opens nothing, and a person is led to sign in.
      const [cookie] = await seat.context.cookies()
      if (!cookie) throw new TypeError('expected a session')
      const [head = '', ...rest] = cookie.value.split('.')
      const forged = [head, ...rest.map((part) => part.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')))].join(
        '.',
      )
      await seat.context.addCookies([{ ...cookie, value: forged }])
      await seat.go(checkOf(id))
      expect(new URL(seat.page.url()).pathname).toBe('/desk/sign-in')
      expect(await seat.page.evaluate(`fetch('/v1/consultations').then((answer) => answer.status)`)).toBe(401)

      // A challenge is answered once: whoever saw the answer gains nothing by it.
      await seat.context.clearCookies()
      await seat.page.goto(`${people.origin}/desk/sign-in`)
      const sent = seat.page.waitForRequest(
        (request) => request.url().endsWith('/v1/session') && request.method() === 'POST',
      )
      await seat.page.locator('#enter').click()
      const body = (await sent).postData() ?? ''
      await seat.page.waitForURL(`${people.origin}/desk`)
      const replay = await fetch(`${people.origin}/v1/session`, {
        method: 'POST',
        body,
        headers: { origin: people.origin },
      })
      expect([replay.status, Object(await replay.json()).code]).toEqual([409, 'challenge-used'])
      await seat.close()
    },
    MINUTE,
  )

  test('the page holds what it signs: bytes that were changed on the way are not signed', async () => {
    const id = `weekly-water-${OPEN}`
    const seat = await people.sit(browser, 'sc', 'reviewer')
    await seat.page.route(`**${checkOf(id)}`, async (route) => {
      const answer = await route.fetch()
      const text = await answer.text()
      await route.fulfill({ response: answer, body: text.replace('&quot;v&quot;:1}</pre>', '&quot;v&quot;:2}</pre>') })
    })
    await seat.go(checkOf(id))
    await seat.page.locator('#failure').waitFor()
    expect(await seat.page.locator('#failure-text').textContent()).toBe(WORDS['digest-other'].zh)
    expect(await seat.page.locator('#computed-other').isVisible()).toBe(true)
    await seat.page.locator('#agree').click()
    await seat.page.locator('#failure').waitFor()
    expect((await people.client('sc', 'reviewer').draft(id)).steps).toBe(3)
    await seat.close()
  })

  test(
    'a browser without Ed25519 makes a P-256 key, which works once it is enrolled',
    async () => {
      const id = await people.propose(WITHOUT)
      const context = await browser.newContext()
      await context.addInitScript(`{
        const make = SubtleCrypto.prototype.generateKey
        SubtleCrypto.prototype.generateKey = function (algorithm, ...rest) {
          if (algorithm === 'Ed25519') return Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
          return make.call(this, algorithm, ...rest)
        }
      }`)
      const page = await context.newPage()
      await page.goto(`${people.origin}/desk/sign-in`)
      await page.locator('#create').click()
      await page.locator('#enter').waitFor()
      expect(await page.locator('#algorithm').textContent()).toBe('ES256')
      const { jwk, kid, alg } = importPublicJwk(JSON.parse((await page.locator('#public-key').textContent()) ?? ''))
      const { sides, running, client } = people.world
      const { digest, edition } = running().gateway.standing.keys().lists.get('sc') ?? { digest: null, edition: 0 }
      const { keys } = JSON.parse(keyList('sc', sides.sc).payload)
      const row = {
        agency: 'sc-monitoring',
        alg,
        jwk,
        kid,
        operator: '审核二岗',
        roles: ['reviewer'],
        status: 'active',
      }
      const payload = canonical({
        edition: edition + 1,
        issued: '2026-11-02T08:00:00+08:00',
        keys: [...keys, row],
        party: 'sc',
        previous: digest,
      })
      await client(sides.sc.signatory).putKeys(
        assembleDocument(payload, [signDocument(payload, { ...sides.sc.root, typ: KEY_LIST_TYP })]),
      )
      await page.locator('#enter').click()
      await page.waitForURL(`${people.origin}/desk`)
      await page.goto(people.origin + checkOf(id))
      await page.locator('#computed-same').waitFor()
      await page.locator('#agree').click()
      await page.waitForURL(/done=agree/)
      await context.close()
    },
    MINUTE,
  )

  test('where the browser offers no cryptography, every page that signs says so in plain words', async () => {
    const before = `Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })`
    const context = await browser.newContext()
    await context.addInitScript(before)
    const page = await context.newPage()
    await page.goto(`${people.origin}/sandbox`)
    await page.locator('#failure').waitFor()
    expect(await page.locator('#failure-text').textContent()).toBe(WORDS['crypto-missing'].zh)
    await context.close()
    const seat = await people.sit(browser, 'cq', 'reviewer')
    await seat.context.addInitScript(before)
    await seat.go(checkOf(`weekly-water-${OPEN}`))
    await seat.page.locator('#failure').waitFor()
    expect(await seat.page.locator('#failure-text').textContent()).toBe(WORDS['crypto-missing'].zh)
    await seat.page.locator('#agree').click()
    await seat.page.locator('#failure').waitFor()
    expect(await seat.page.locator('#failure-text').textContent()).toBe(WORDS['crypto-missing'].zh)
    await seat.close()
  })

  test('at an address that is not encrypted, on a network, a person is told why nothing can be signed there', async () => {
    const lan = await people.at((port) => `http://gateway.lan:${port}`)
    const mapped = await chromium.launch({
      executablePath: process.env.CHUANYU_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP gateway.lan 127.0.0.1'],
    })
    const page = await mapped.newPage()
    await page.goto(`${lan.origin}/desk`)
    expect(new URL(page.url()).pathname).toBe('/desk/sign-in')
    await page.locator('#failure').waitFor()
    expect(await page.locator('#failure-text').textContent()).toBe(WORDS['crypto-missing'].zh)
    expect((await page.goto(`${lan.origin}/sandbox`))?.status()).toBe(404)
    await mapped.close()
    await lan.close()
  })

  test('without scripts everything can be read, and how to sign by command', async () => {
    const seat = await people.sit(browser, 'cq', 'reviewer')
    const { cookies } = await seat.context.storageState()
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: { cookies, origins: [] } })
    const page = await context.newPage()
    await page.goto(`${people.origin}${checkOf(`weekly-water-${OPEN}`)}`)
    expect(await page.locator('[data-acts], [data-paste]').filter({ visible: true }).count()).toBe(0)
    await page.locator('.elsewhere summary').click()
    expect(await page.locator('.elsewhere').innerText()).toContain(`chuanyu consult agree weekly-water-${OPEN}`)
    expect(await page.locator('noscript').allInnerTexts()).toContainEqual(DESK_CHECK.noScripts.zh)
    await context.close()
    await seat.close()
  })

  test.each([
    ['zh', 1280, false],
    ['en', 1280, true],
    ['zh', 390, true],
    ['en', 390, false],
  ] as const)(
    'in %s at %i px, dark %s: every page fits and has no serious barrier',
    async (lang, width, dark) => {
      const shade = dark ? 'dark' : 'light'
      const seat = await people.sit(browser, 'cq', 'signatory', { lang, width, dark })
      const drafting = await people.sit(browser, 'cq', 'operator', { lang, width, dark })
      const pages = [
        [seat, 'sandbox', '/sandbox'],
        [seat, 'list', '/desk'],
        [seat, 'check', checkOf(`weekly-water-${OPEN}`)],
        [seat, 'check-signing', checkOf(`weekly-water-${AGREED}`)],
        [seat, 'minutes', `/desk/weekly-water-${AGREED}/minutes`],
        [drafting, 'new', '/desk/new'],
        [drafting, 'new-form', '/desk/new?product=weekly-water-bulletin&sent=1&about=other&from=2025-02-30'],
        [drafting, 'new-check', `/desk/new?product=weekly-water-bulletin&sent=1&about=2025-10-06_2025-10-12`],
      ] as const
      for (const [{ page, go }, name, path] of pages) {
        await go(path)
        await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)
        await shot(page, `desk-${name}-${lang}-${width}-${shade}`)
        expect({ name, over: await overflowing(page) }).toEqual({ name, over: [] })
        expect({ name, barriers: await barriers(page) }).toEqual({ name, barriers: [] })
      }
      expect([...seat.wrong, ...drafting.wrong]).toEqual([])
      await seat.close()
      await drafting.close()
    },
    2 * MINUTE,
  )

  test('the minutes print on A4, nothing of the page around them', async () => {
    const seat = await people.sit(browser, 'sc', 'operator')
    await seat.go(`/desk/weekly-water-${AGREED}/minutes`)
    await seat.page.emulateMedia({ media: 'print' })
    await seat.page.setViewportSize({ width: 794, height: 1123 })
    for (const hidden of ['.desk-bar', '.noprint', 'header.site nav'])
      expect(await seat.page.locator(hidden).first().isVisible()).toBe(false)
    expect(await overflowing(seat.page)).toEqual([])
    await shot(seat.page, 'desk-minutes-zh-print')
    await seat.close()
  })
})
