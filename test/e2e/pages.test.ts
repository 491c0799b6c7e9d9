/** The public pages in a real browser, over a sandbox started for real. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classGlyph } from '../../adapters/standards/water.ts'
import { freePort } from '../free-port.ts'
import { runCommand } from '../gateway/cli/run.ts'
import { barriers } from './axe.ts'
import { describeBrowser, launchBrowser, type Visit, visit } from './browser.ts'
import { correct } from './correct.ts'
import { boundariesDrawn, focused, overflowing, overlappingTexts, printedRows } from './in-page.ts'
import { readRelease } from './read-release.ts'
import { newFolder, type Sandbox, startSandbox } from './sandbox.ts'
import { SHOTS, shoot } from './shots.ts'

const RELEASE = 'weekly-water-2026-11-09'
const RELEASE_PAGE = `/releases/${RELEASE}`
const PAGES = [
  ['home', '/'],
  ['release', RELEASE_PAGE],
  ['comparison', '/standards/comparison'],
  ['credit', '/credit'],
  ['credit-found', `/credit?q=${encodeURIComponent('渝示')}`],
] as const
const LANGS = ['zh', 'en'] as const
const SCHEMES = ['light', 'dark'] as const
const ITEMS = ['pH', 'do', 'codMn', 'nh3n', 'tp'] as const
const MINUTE = 60_000
/** A first start plays thirty days, beside whatever else the machine does. */
const FIRST = 4 * MINUTE

const at = (path: string, lang: (typeof LANGS)[number]): string =>
  lang === 'zh' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=en`

describeBrowser('the pages of a sandbox', () => {
  const folder = newFolder()
  const data = join(folder.path, 'data')
  let sandbox: Sandbox
  let browser: Browser

  beforeAll(async () => {
    const starting = startSandbox({ args: ['--data', data, '--port', String(await freePort())] })
    browser = await launchBrowser()
    sandbox = await starting
  }, FIRST)

  afterAll(async () => {
    await browser?.close()
    await sandbox?.stop()
    folder.remove()
  })

  const open = (path: string, options?: Parameters<typeof visit>[3]): Promise<Visit> =>
    visit(browser, sandbox.origin, path, options)

  describe.each(PAGES)('%s', (name, path) => {
    const looks = LANGS.flatMap((lang) =>
      [1280, 390].flatMap((width) => SCHEMES.map((colorScheme) => ({ lang, width, colorScheme }))),
    )

    test.each(looks)(
      'in $lang, $width px wide, $colorScheme: fits, asks nothing elsewhere, breaks no policy',
      async ({ lang, width, colorScheme }) => {
        const { page, wrong, close } = await open(at(path, lang), { width, colorScheme })
        await shoot(page, `${name}-${lang}-${width}-${colorScheme}`, { fullPage: true })
        expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en')
        expect(await overflowing(page)).toEqual([])
        expect(wrong).toEqual([])
        await close()
      },
      MINUTE,
    )

    test.each(LANGS)('in %s fits 320 px', async (lang) => {
      const { page, wrong, close } = await open(at(path, lang), { width: 320 })
      expect(await overflowing(page)).toEqual([])
      expect(wrong).toEqual([])
      await close()
    })

    test('says the same without scripts', async () => {
      const read = async (javaScriptEnabled: boolean): Promise<string> => {
        const { page, wrong, close } = await open(path, { javaScriptEnabled })
        const text = await page.locator('body').innerText()
        expect(wrong).toEqual([])
        await close()
        return text
      }
      const plain = await read(false)
      expect(plain.length).toBeGreaterThan(400)
      expect(plain).toBe(await read(true))
    })

    test.each(LANGS.flatMap((lang) => SCHEMES.map((colorScheme) => ({ lang, colorScheme }))))(
      'has no serious barrier in $lang, $colorScheme',
      async ({ lang, colorScheme }) => {
        for (const width of [1280, 390]) {
          const { page, close } = await open(at(path, lang), { width, colorScheme, bypassCSP: true })
          expect(await barriers(page)).toEqual([])
          await close()
        }
      },
      MINUTE,
    )

    test('the language link keeps the path, there and back', async () => {
      const { page, close } = await open(path)
      await page.locator('a.language').click()
      await page.waitForURL(sandbox.origin + at(path, 'en'))
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await page.locator('a.language').click()
      await page.waitForURL((url) => url.searchParams.get('lang') !== 'en')
      expect(page.url()).toBe(sandbox.origin + path)
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
      await close()
    })
  })

  test('an enterprise is looked up by typing, without scripts, in either language', async () => {
    const { page, wrong, close } = await open('/credit', { javaScriptEnabled: false })
    await page.getByLabel('企业名称或统一社会信用代码').fill(' 91000000ma00010690 ')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/credit\?q=/)
    // What is shown depends on the day; it is what the data of the day says. The sample is rated by the municipality and by a district.
    const { enterprises } = JSON.parse(await (await fetch(`${sandbox.origin}/v1/credit?q=91000000MA00010690`)).text())
    const rows: { title: { zh: string }; setAsideBy: string | null }[] = enterprises.flatMap(
      ({ sides }: { sides: { cq: object[]; sc: object[] } }) => [...sides.sc, ...sides.cq],
    )
    expect(await page.locator('.enterprise .plate').allInnerTexts()).toEqual(rows.map(({ title }) => title.zh))
    expect(await page.locator('.enterprise .aside').count()).toBe(rows.filter((row) => row.setAsideBy !== null).length)
    if (Date.now() < Date.parse('2027-08-13T00:00:00+08:00'))
      expect(rows.map(({ title }) => title.zh)).toEqual(['环保不良企业', '环保警示企业'])
    await page.locator('a.language').click()
    await page.getByLabel('Name or unified social credit code').fill('91350100M000100Y44')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL(/lang=en/)
    expect(await page.getByRole('alert').innerText()).toContain('the last should be 3')
    expect(await page.getByRole('searchbox').getAttribute('aria-invalid')).toBe('true')
    expect(wrong).toEqual([])
    await close()
  })

  test(
    'the keyboard reaches the skip link first, then navigation, language, contents and every download',
    async () => {
      const { page, close } = await open(RELEASE_PAGE)
      await page.keyboard.press('Tab')
      expect(await focused(page)).toMatchObject({ href: '#main', shown: true })
      await page.keyboard.press('Enter')
      expect((await focused(page)).id).toBe('main')

      await page.goto(sandbox.origin + RELEASE_PAGE)
      const reached: string[] = []
      const links = await page.locator('a[href], summary').count()
      for (let press = 0; press < links + 5; press++) {
        await page.keyboard.press('Tab')
        const { href, shown } = await focused(page)
        if (href === null) continue
        expect(shown, `${href} is seen when it has the focus`).toBe(true)
        reached.push(href)
      }
      const base = `/v1/releases/${RELEASE}`
      const wanted = [
        '#main',
        '/',
        '/releases',
        `${RELEASE_PAGE}?lang=en`,
        '#rivers',
        `${base}.csv`,
        `${base}.xlsx`,
        `${base}.json`,
        `${base}.geojson`,
        `${base}.html`,
        `${base}.jws`,
        `${base}/proof`,
      ]
      expect(wanted.filter((href) => !reached.includes(href))).toEqual([])
      expect(wanted.map((href) => reached.indexOf(href))).toEqual(
        wanted.map((href) => reached.indexOf(href)).sort((a, b) => a - b),
      )
      await close()
    },
    MINUTE,
  )

  test(
    'every link on every page answers, and every anchor is there',
    async () => {
      const { page, close } = await open('/')
      const { origin } = sandbox
      const waiting = ['/', '/?lang=en', RELEASE_PAGE]
      const asked = new Map<string, number>()
      // Pages of one kind are alike: so many of each are read, and every link on them is asked.
      const read = new Map<string, number>()
      const follows = ({ pathname, searchParams }: URL): boolean => {
        if (searchParams.has('size') && pathname !== '/') return false
        const kind = `${pathname.replace(/^\/(releases|cities|rivers|contracts|errors)\/.+$/, '/$1/…')} ${searchParams.get('lang')}`
        const before = read.get(kind) ?? 0
        read.set(kind, before + 1)
        return before < (kind.startsWith('/errors/') ? 1 : 6)
      }
      for (const path of waiting) {
        await page.goto(origin + path)
        const hrefs = await page
          .locator('[href]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
        expect(hrefs.length, path).toBeGreaterThan(5)
        for (const href of hrefs) {
          const url = new URL(href, origin + path)
          expect(url.origin, `${href} on ${path}`).toBe(origin)
          if (href.startsWith('#')) expect(await page.locator(`[id="${href.slice(1)}"]`).count(), href).toBe(1)
          const target = url.pathname + url.search
          if (asked.has(target)) continue
          const answer = await page.request.get(url.href, { headers: { accept: 'text/html' } })
          asked.set(target, answer.status())
          const { 'content-type': type, 'content-disposition': saved } = answer.headers()
          if (type?.startsWith('text/html') && saved === undefined && follows(url)) waiting.push(target)
        }
      }
      expect([...asked].filter(([, status]) => status >= 400)).toEqual([])
      expect([...asked.keys()]).toEqual(
        expect.arrayContaining([
          ...['/releases', '/errors', `/v1/releases/${RELEASE}/proof`, '/v1/registry', '/releases.atom'],
          ...['/cities/500000', '/rivers', '/contracts/water-section-quality', '/verify', '/about', '/?size=large'],
        ]),
      )
      await close()
    },
    4 * MINUTE,
  )

  test.each([
    '/releases',
    '/cities',
    '/cities/500000',
    '/rivers',
    `/rivers/${encodeURIComponent('长江')}`,
    '/contracts',
    '/contracts/air-forecast',
    '/verify',
    '/about',
    '/errors',
    '/errors/section-unknown',
    '/no-such-page',
    '/credit?q=91000000MA00010690',
    '/credit?q=91000000MA00000157',
    '/credit?q=91350100M000100Y44',
  ])(
    '%s fits and has no serious barrier',
    async (path) => {
      for (const lang of LANGS) {
        for (const width of [1280, 320]) {
          const { page, close } = await open(at(path, lang), { width, bypassCSP: true })
          if (width === 1280 || lang === 'zh')
            await shoot(page, `${path.slice(1).replace(/\W+/g, '-')}-${lang}-${width}-light`, { fullPage: true })
          expect(await overflowing(page)).toEqual([])
          expect(await barriers(page)).toEqual([])
          expect(Buffer.byteLength(await page.content())).toBeLessThan(100_000)
          await close()
        }
      }
    },
    2 * MINUTE,
  )

  test('a page that is not there says so, with 404', async () => {
    const answer = await fetch(`${sandbox.origin}/no-such-page`, { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).toContain('<html')
  })

  describe('downloads', () => {
    async function save(href: string): Promise<{ name: string; bytes: Buffer; path: string }> {
      const { page, close } = await open(RELEASE_PAGE)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`#downloads a[href="${href}"]`).click(),
      ])
      const name = download.suggestedFilename()
      const path = join(folder.path, name)
      await download.saveAs(path)
      await close()
      return { name, path, bytes: await readFile(path) }
    }
    const base = `/v1/releases/${RELEASE}`

    test('the JSON opens in the browser', async () => {
      const { page, close } = await open(RELEASE_PAGE)
      await page.locator(`#downloads a[href="${base}.json"]`).click()
      await page.waitForURL(`${sandbox.origin}${base}.json`)
      expect(JSON.parse(await page.locator('body').innerText())).toMatchObject({ release: { id: RELEASE } })
      await close()
    })

    test('the JWS is the same text under two signatures', async () => {
      const { name, bytes } = await save(`${base}.jws`)
      expect(name).toBe(`${RELEASE}.jws`)
      const { payload, signatures } = JSON.parse(bytes.toString('utf8'))
      expect(signatures).toHaveLength(2)
      const { release } = await readRelease(sandbox.origin, RELEASE)
      expect(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).toEqual(release)
    })

    test('the CSV has its byte order mark, its origin and a line a section', async () => {
      const { name, bytes } = await save(`${base}.csv`)
      expect(name).toBe(`${RELEASE}.csv`)
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const lines = bytes.toString('utf8').slice(1).trimEnd().split(/\r?\n/)
      const { release, digest } = await readRelease(sandbox.origin, RELEASE)
      expect(lines.filter((line) => line.includes('#')).join('\n')).toContain(digest)
      expect(lines.filter((line) => !/^"?#/.test(line))).toHaveLength(release.sections.length + 1)
    })

    test('the GeoJSON has a feature a section and no invented place', async () => {
      const { name, bytes } = await save(`${base}.geojson`)
      expect(name).toBe(`${RELEASE}.geojson`)
      const { type, features } = JSON.parse(bytes.toString('utf8'))
      const { release } = await readRelease(sandbox.origin, RELEASE)
      expect(type).toBe('FeatureCollection')
      expect(
        features.map((feature: { id: string; geometry: unknown }) => [feature.id, feature.geometry === null]),
      ).toEqual(release.sections.map(({ id, coordinates }) => [id, coordinates === null]))
    })

    test('the workbook and the page to paste name the release', async () => {
      const workbook = await save(`${base}.xlsx`)
      expect(workbook.name).toBe(`${RELEASE}.xlsx`)
      expect(workbook.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
      const { name, bytes } = await save(`${base}.html`)
      expect(name).toBe(`${RELEASE}.html`)
      const { digest } = await readRelease(sandbox.origin, RELEASE)
      expect(bytes.toString('utf8')).toContain(digest.slice(0, 16))
    })

    test(
      'the proof bundle verifies with the sandbox’s trust file',
      async () => {
        const { name, path } = await save(`${base}/proof`)
        expect(name).toBe(`${RELEASE}.bundle.json`)
        const { code, stdout } = await runCommand(['verify', path, '--trust', join(data, 'trust.json')])
        expect(code, stdout).toBe(0)
      },
      MINUTE,
    )
  })

  test('the table says what the JSON says', async () => {
    const { page, close } = await open(RELEASE_PAGE)
    const rows = [...(await printedRows(page))]
    const { release } = await readRelease(sandbox.origin, RELEASE)
    expect(rows).toHaveLength(release.sections.length)
    for (const { id, name, class: found, target, means, records } of release.sections) {
      const expected = {
        name,
        class: found === null ? '无结果' : classGlyph(found),
        target: target === null ? '' : classGlyph(target),
        held: records.held === 0 ? `无记录（应有 ${records.expected} 条）` : `${records.held} / ${records.expected}`,
        means: found === null ? [] : ITEMS.map((item) => means[item] ?? ''),
      }
      // Two sections of one name are told apart by their figures.
      const at = rows.findIndex((row) => isDeepStrictEqual(row, expected))
      expect(at, `${id} in ${JSON.stringify(rows.filter((row) => row.name === name))}`).toBeGreaterThanOrEqual(0)
      rows.splice(at, 1)
    }
    await close()
  })

  test.each([
    ['across', 1280],
    ['down', 390],
  ] as const)('the river is drawn %s at %i px, with the province boundary', async (kind, width) => {
    const { page, close } = await open(RELEASE_PAGE, { width })
    const boundaries = await boundariesDrawn(page)
    expect(boundaries.length).toBeGreaterThan(5)
    expect(boundaries.map(({ drawing }) => drawing)).toContain(kind)
    for (const { both, drawing, length, label } of boundaries) {
      // A river of one or two sections is as narrow as a phone and drawn down alone.
      expect(drawing).toBe(both ? kind : 'down')
      expect(length).toBeGreaterThan(30)
      expect(label).toMatch(/川→渝|渝→川|界河/)
    }
    expect(await overlappingTexts(page)).toEqual([])
    await page.goto(`${sandbox.origin}${RELEASE_PAGE}?lang=en`)
    expect(await overlappingTexts(page)).toEqual([])
    await page.goto(sandbox.origin + RELEASE_PAGE)
    await shoot(page.locator('#rivers'), `rivers-zh-${width}-light`)
    await close()
  })

  test('it prints: a PDF of several pages, with nothing that only a screen can do', async () => {
    const { page, close } = await open(RELEASE_PAGE)
    const pdf = await page.pdf({ path: join(SHOTS, 'release-zh-print.pdf'), preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header.site nav, a.language, nav.toc').filter({ visible: true }).count()).toBe(0)
    await close()
  })

  test(
    'a correction published while a page is open: reloaded, the old page says so, and the list has the new one',
    async () => {
      const reader = await open(RELEASE_PAGE)
      expect(await reader.page.locator('.banner.alert').count()).toBe(0)
      const corrected = await correct({ origin: sandbox.origin, data, release: RELEASE, reason: '高锰酸盐指数复核' })
      expect(await reader.page.locator('.banner.alert').count()).toBe(0)
      await reader.page.reload()
      const banner = reader.page.locator('.banner.alert')
      expect(await banner.innerText()).toContain('本期已被更正')
      await shoot(reader.page, 'superseded-zh-1280-light')
      await banner.locator('a').click()
      await reader.page.waitForURL(`${sandbox.origin}/releases/${corrected}`)
      const notice = reader.page.locator('.banner.notice')
      expect(await notice.innerText()).toContain('高锰酸盐指数复核')
      expect(await notice.locator('table.changes tbody tr').count()).toBeGreaterThan(0)
      for (const lang of LANGS) {
        for (const width of [1280, 390]) {
          const { page, wrong, close } = await open(at(`/releases/${corrected}`, lang), { width, bypassCSP: true })
          await shoot(page, `correction-${lang}-${width}-light`, { fullPage: true })
          expect(await overflowing(page)).toEqual([])
          if (lang === 'zh' && width === 1280) expect(await barriers(page)).toEqual([])
          expect(wrong).toEqual([])
          await close()
        }
      }
      await reader.page.goto(`${sandbox.origin}/releases`)
      expect(await reader.page.locator(`a[href="/releases/${corrected}"]`).count()).toBeGreaterThan(0)
      await shoot(reader.page, 'releases-corrected-zh-1280-light', { fullPage: true })
      expect(reader.wrong).toEqual([])
      await reader.close()
    },
    2 * MINUTE,
  )
})
