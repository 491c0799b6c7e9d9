import { describe, expect, test } from 'vitest'
import type { Bilingual } from '../../../contracts/types.ts'
import { aboutPage } from '../../../gateway/portal/about-page/page.ts'
import { apartPage } from '../../../gateway/portal/apart/page.ts'
import { citiesPage } from '../../../gateway/portal/city-page/list.ts'
import { cityPage } from '../../../gateway/portal/city-page/page.ts'
import { changesPage } from '../../../gateway/portal/contract-page/changes.ts'
import { contractsPage } from '../../../gateway/portal/contract-page/list.ts'
import { contractPage } from '../../../gateway/portal/contract-page/page.ts'
import {
  comparisonPage,
  creditPage,
  errorPage,
  errorsPage,
  FORM_HEADERS,
  type Html,
  homePage,
  type Lang,
  langOf,
  notFoundPage,
  PAGE_HEADERS,
  type PageOptions,
  PORTAL_ASSETS,
  releasePage,
  releasesPage,
} from '../../../gateway/portal/index.ts'
import { riversPage } from '../../../gateway/portal/river-page/list.ts'
import { riverPage } from '../../../gateway/portal/river-page/page.ts'
import { verifyPage } from '../../../gateway/portal/verify-page/page.ts'
import { waterPartPage } from '../../../gateway/portal/water-parts/page.ts'
import { partsOf } from '../../../gateway/portal/water-parts/split.ts'
import * as aboutWords from '../../../gateway/portal/words/about.ts'
import * as airWords from '../../../gateway/portal/words/air.ts'
import * as answerWords from '../../../gateway/portal/words/answer.ts'
import * as apartWords from '../../../gateway/portal/words/apart.ts'
import * as changeWords from '../../../gateway/portal/words/change.ts'
import * as cityWords from '../../../gateway/portal/words/cities.ts'
import * as commonWords from '../../../gateway/portal/words/common.ts'
import * as comparisonWords from '../../../gateway/portal/words/comparison.ts'
import * as contractWords from '../../../gateway/portal/words/contract-page.ts'
import * as creditWords from '../../../gateway/portal/words/credit.ts'
import * as errorWords from '../../../gateway/portal/words/errors.ts'
import * as healthWords from '../../../gateway/portal/words/health.ts'
import * as homeWords from '../../../gateway/portal/words/home.ts'
import * as layoutWords from '../../../gateway/portal/words/layout.ts'
import * as productWords from '../../../gateway/portal/words/products.ts'
import * as releaseWords from '../../../gateway/portal/words/release.ts'
import * as listWords from '../../../gateway/portal/words/releases.ts'
import * as riverWords from '../../../gateway/portal/words/river-page.ts'
import * as periodWords from '../../../gateway/portal/words/river-periods.ts'
import * as verifyWords from '../../../gateway/portal/words/verify.ts'
import * as partWords from '../../../gateway/portal/words/water-parts.ts'
import { standardsComparison } from '../../../gateway/standards/compare/comparison.ts'
import { airRelease, CITIES, cell, forecast, outlook } from './air-fixture.ts'
import { creditView } from './credit-fixture.ts'
import { bulletin, CADENCES, correction, home, release, section } from './fixture.ts'
import {
  AFTER,
  aboutView,
  apartView,
  changesView,
  cityView,
  contractView,
  RIVERS,
  riverView,
  versionView,
  WEEKS,
} from './public-fixture.ts'
import { read } from './read.ts'

const ERROR = {
  code: 'section-unknown',
  status: 422,
  title: { zh: '断面不在登记册中', en: 'Section not in the register' },
  what: { zh: '断面名称不在现行登记册中。', en: 'The section is not in the register in force.' },
  fix: { zh: '按登记册改正。', en: 'Correct the name by the register.' },
  example: '{"code":"section-unknown"}',
  trigger: 'station,time',
  sandbox: true,
}
const corrected = () => ({ ...correction(), supersededBy: 'water-2026-W47-3' })

const firstPart = () => {
  const [part, ...more] = partsOf(bulletin())
  if (!part) throw new TypeError('expected a part')
  return { view: release(), part, count: more.length + 1 }
}

const PAGES: Readonly<Record<string, (options: PageOptions) => Html>> = {
  home: (options) => homePage(home({ sandbox: true, now: Date.parse('2027-03-01T00:00:00Z') }), options),
  'empty home': (options) => homePage(home({ latest: null }), options),
  releases: (options) => releasesPage(home(), options),
  'forecast home': (options) => homePage(home({ air: airRelease(), now: Date.parse('2026-11-16T01:00:00Z') }), options),
  release: (options) => releasePage(release(), options),
  forecast: (options) => releasePage(airRelease(), options),
  outlook: (options) => releasePage(airRelease(outlook()), options),
  cities: (options) =>
    citiesPage({ air: airRelease(), day: '2026-11-17', now: AFTER, cadences: CADENCES, sandbox: true }, options),
  city: (options) => cityPage(cityView(), options),
  rivers: (options) => riversPage({ histories: RIVERS, now: AFTER, cadences: CADENCES, sandbox: true }, options),
  river: (options) => riverPage(riverView(WEEKS), options),
  contracts: (options) => contractsPage({ versions: [versionView()], sandbox: true }, options),
  contract: (options) => contractPage(contractView(), options),
  'contract changes': (options) => changesPage(changesView(), options),
  verify: (options) => verifyPage({ asked: 'deadbeefdeadbeef', releases: [], sandbox: false }, options),
  about: (options) => aboutPage(aboutView(), options),
  correction: (options) => releasePage(corrected(), options),
  'apart forecast': (options) => apartPage(apartView(), options),
  'water part': (options) => waterPartPage(firstPart(), options),
  credit: (options) => creditPage(creditView(), options),
  comparison: (options) => comparisonPage({ comparison: standardsComparison(), sandbox: true }, options),
  error: (options) => errorPage(ERROR, options),
  errors: (options) => errorsPage({ errors: [ERROR], sandbox: false }, options),
  'not found': (options) => notFoundPage({ sandbox: false }, options),
}
/** Pages that quote documents, names of places that have no English, or words of the two sides. */
const QUOTING = /^(?:apart|comparison|credit|forecast|outlook|cit|river|contract|about)/
const HAN = /\p{Script=Han}/u
const LANGS: readonly Lang[] = ['zh', 'en']

describe.each(Object.entries(PAGES))('the %s page', (name, page) => {
  describe.each(LANGS)('in %s', (lang) => {
    const open = () => read(page({ lang, path: '/some/path' }))

    test('runs nothing and styles nothing inline', async () => {
      const { tags } = await open()
      for (const { name, attributes } of tags) {
        expect(['script', 'style', 'iframe', 'object', 'embed', 'base']).not.toContain(name)
        // A form only asks: nothing is changed by it.
        if (name === 'form')
          expect(attributes).toMatchObject({ method: 'get', action: expect.stringMatching(/^\/\w+$/) })
        for (const [attribute, value] of Object.entries(attributes)) {
          expect(attribute).not.toMatch(/^on|^style$/i)
          expect(value).not.toMatch(/^\s*(javascript|data):/i)
        }
      }
    })

    test('loads only the two assets, which exist', async () => {
      const { tags } = await open()
      const loaded = tags
        .filter(({ name, attributes: { rel } }) => name === 'img' || (name === 'link' && rel !== 'alternate'))
        .map(({ attributes }) => attributes.href ?? attributes.src ?? '')
      expect(loaded).toHaveLength(2)
      for (const path of loaded) expect(PORTAL_ASSETS.has(path)).toBe(true)
    })

    test('says its language, has its landmarks and one heading of the first rank', async () => {
      const { tags } = await open()
      expect(tags.find(({ name }) => name === 'html')?.attributes.lang).toBe(lang === 'zh' ? 'zh-CN' : 'en')
      for (const landmark of ['header', 'nav', 'main', 'footer']) {
        expect(tags.some(({ name }) => name === landmark)).toBe(true)
      }
      expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1)
      const skip = tags.find(({ name }) => name === 'a')?.attributes.href
      expect(skip).toBe('#main')
      expect(tags.some(({ attributes }) => attributes.id === 'main')).toBe(true)
    })

    test('links to the other language on the same path', async () => {
      const { tags } = await open()
      const link = tags.find(({ attributes }) => attributes.class === 'language')
      expect(link?.attributes.href).toBe(lang === 'zh' ? '/some/path?lang=en' : '/some/path')
    })

    test('keeps the language in links to other pages', async () => {
      const { tags } = await open()
      for (const { name, attributes } of tags) {
        const [to = ''] = (attributes.href ?? '').split('#')
        if (
          name === 'a' &&
          attributes.class !== 'language' &&
          attributes.class !== 'size' &&
          /^\/($|\?|releases(?!\.atom)|cities|rivers|contracts|verify|about|credit|errors|standards)/.test(to)
        ) {
          expect(/[?&]lang=en$/.test(to), to).toBe(lang === 'en')
        }
      }
    })

    test('has no attribute or text of a value that was not there', async () => {
      expect((await open()).source).not.toMatch(/undefined|NaN|\[object|>null</)
    })

    test('has ids once, and every heading it is labelled by', async () => {
      const { tags } = await open()
      const ids = tags.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
      expect(new Set(ids).size).toBe(ids.length)
      for (const { attributes } of tags) {
        const label = attributes['aria-labelledby']
        if (label !== undefined) expect(ids).toContain(label)
      }
    })
  })

  test('has no Chinese in English but proper names', async () => {
    const { source } = await read(page({ lang: 'en', path: '/some/path' }))
    const names = bulletin()
      .sections.flatMap(({ name, river, from, to }) => [name, river, from, to])
      .filter((name) => name !== null)
    const cities = CITIES.map((city) => city.name)
    const known = ['中文', correction().release.reason ?? '', '沱江', '汉江', ...cities, ...names].sort(
      (a, b) => b.length - a.length,
    )
    // What is quoted from documents is marked as Chinese, one run at a time.
    const quoted = QUOTING.test(name) ? source.replace(/<(span|b)[^>]* lang="zh-CN">[^<]{1,80}<\/\1>/g, '') : source
    const rest = known.reduce((left, name) => left.replaceAll(name, ''), quoted)
    expect(rest.split('\n').filter((line) => HAN.test(line))).toEqual([])
  })
})

describe('what other people wrote', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' style='`

  test.each(LANGS)('cannot become markup, wherever it stands (%s)', async (lang) => {
    const both: Bilingual = { zh: hostile, en: hostile }
    const evil = [
      section({
        name: hostile,
        river: hostile,
        order: 1,
        class: 4,
        target: 3,
        transboundary: true,
        border: 'sc-cq',
        from: hostile,
        to: hostile,
      }),
      section({ name: `${hostile}2`, id: hostile, river: hostile, class: null }),
    ]
    const view = release({
      digest: hostile,
      publishedAt: hostile,
      supersededBy: hostile,
      signatures: [{ party: 'sc', kid: hostile, agency: both, post: both, time: hostile, ledgerIndex: 1 }],
      bulletin: bulletin(
        {
          id: hostile,
          title: both,
          label: both,
          reason: hostile,
          period: { start: hostile, end: hostile },
          supersedes: { id: hostile, digest: hostile },
          changes: [
            { section: hostile, member: hostile, from: hostile, to: JSON.stringify(hostile) },
            { section: null, member: 'means', from: '{}', to: JSON.stringify({ [hostile]: hostile }) },
          ],
          ledger: { origin: hostile, size: 1 },
          standards: [hostile],
          coverage: {
            expected: 2,
            held: 1,
            share: hostile,
            gaps: [{ section: hostile, reason: 'no-record', text: both }],
          },
        },
        evil,
        [],
      ),
    })
    const area = { ...cityView().area, id: hostile, name: hostile }
    const told = forecast({
      id: hostile,
      title: both,
      label: both,
      statement: hostile,
      issued: hostile,
      attachments: [{ bytes: 1, digest: hostile, mediaType: hostile, name: hostile }],
      cells: [cell(area, '2026-11-16', [60, 90], { reason: hostile, take: 'own' })],
      gaps: [{ area, from: hostile, reason: 'no-forecast', to: hostile }],
      changes: [{ section: hostile, member: 'cell', from: hostile, to: JSON.stringify(hostile) }],
      supersedes: { id: hostile, digest: hostile },
    })
    const path = `/${hostile}`
    const pages = [
      releasePage(view, { lang, path }),
      homePage(
        {
          ...home({ latest: view }),
          releases: [
            {
              id: hostile,
              type: 'weekly-water-bulletin',
              title: both,
              period: view.release.period,
              publishedAt: hostile,
              supersededBy: hostile,
              supersedes: hostile,
            },
          ],
        },
        { lang, path },
      ),
      errorPage(
        { ...ERROR, code: hostile, title: both, what: both, fix: both, example: hostile, trigger: hostile },
        { lang, path },
      ),
      notFoundPage({ sandbox: false }, { lang, path }),
      releasePage(airRelease(told, { digest: hostile, supersededBy: hostile }), { lang, path, large: true }),
      homePage(home({ air: airRelease(told), now: Date.parse('2026-11-16T01:00:00Z') }), { lang, path }),
      cityPage(
        cityView({
          area,
          observation: { id: hostile, version: hostile, title: both, closed: [both], released: false },
          counties: told.cells,
        }),
        { lang, path },
      ),
      verifyPage({ asked: hostile, releases: [], sandbox: false }, { lang, path }),
      contractPage(contractView(undefined, { example: { section: { name: hostile } }, origin: hostile }), {
        lang,
        path,
      }),
      aboutPage(aboutView({ contact: hostile, origin: hostile, agencies: { cq: [both], sc: [both] } }), { lang, path }),
    ]
    for (const page of pages) {
      const { tags } = await read(page)
      expect(tags.some(({ name }) => name === 'script' || name === 'img')).toBe(false)
      for (const { attributes } of tags)
        expect(Object.keys(attributes)).not.toEqual(expect.arrayContaining(['onerror']))
      for (const { attributes } of tags) expect(Object.keys(attributes)).not.toEqual(expect.arrayContaining(['style']))
    }
  })

  test('cannot turn the language link into one that leaves the site', async () => {
    for (const path of ['//evil.example/x', '/\\evil.example', '\\\\evil.example']) {
      const { tags } = await read(notFoundPage({ sandbox: false }, { lang: 'zh', path }))
      const link = tags.find(({ attributes }) => attributes.class === 'language')?.attributes.href ?? ''
      expect(new URL(link, 'https://gateway.example').host).toBe('gateway.example')
    }
  })
})

describe('the words', () => {
  const modules = {
    aboutWords,
    airWords,
    apartWords,
    answerWords,
    cityWords,
    contractWords,
    listWords,
    productWords,
    riverWords,
    verifyWords,
    changeWords,
    commonWords,
    comparisonWords,
    creditWords,
    errorWords,
    healthWords,
    homeWords,
    partWords,
    periodWords,
    layoutWords,
    releaseWords,
  }

  test.each(Object.entries(modules))('of %s are there in both languages, each in its own', (_name, words) => {
    let count = 0
    const walk = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return
      const entry: Readonly<Record<string, unknown>> = { ...value }
      if (typeof entry.zh === 'string') {
        count++
        expect(entry.en).toBeTypeOf('string')
        expect(String(entry.zh)).toMatch(/[\p{Script=Han}、]/u)
        expect(String(entry.en)).not.toMatch(HAN)
        expect(String(entry.en)).not.toBe('')
      } else {
        for (const inner of Object.values(entry)) walk(inner)
      }
    }
    walk({ ...words })
    expect(count).toBeGreaterThan(3)
  })
})

describe('the headers', () => {
  test('let nothing run and nothing be embedded', () => {
    const csp = PAGE_HEADERS['content-security-policy'] ?? ''
    expect(csp).not.toContain('unsafe')
    expect(csp).not.toContain('*')
    expect(csp).not.toContain('script-src')
    const directives = csp.split('; ')
    expect(directives).toContain("default-src 'none'")
    expect(directives).toContain("style-src 'self'")
    expect(directives).toContain("frame-ancestors 'none'")
    expect(directives).toContain("base-uri 'none'")
    expect(PAGE_HEADERS['x-content-type-options']).toBe('nosniff')
    expect(PAGE_HEADERS['referrer-policy']).toBe('no-referrer')
    expect(PAGE_HEADERS['permissions-policy']).toContain('geolocation=()')
  })

  test('of a page with a form let it ask the gateway and change nothing else', () => {
    const name = 'content-security-policy'
    expect(FORM_HEADERS[name]?.replace("form-action 'self'", "form-action 'none'")).toBe(PAGE_HEADERS[name])
    expect({ ...FORM_HEADERS, [name]: '' }).toEqual({ ...PAGE_HEADERS, [name]: '' })
  })

  test('the language is Chinese unless English is asked for', () => {
    expect([undefined, null, '', 'zh', 'fr', 'EN', 'en'].map(langOf)).toEqual([
      'zh',
      'zh',
      'zh',
      'zh',
      'zh',
      'zh',
      'en',
    ])
  })
})
