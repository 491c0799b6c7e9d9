import { describe, expect, test } from 'vitest'
import { homePage, releasesPage } from '../../../gateway/portal/index.ts'
import { STYLE } from '../../../gateway/portal/style.ts'
import type { ReleaseItem, ReleaseView } from '../../../gateway/portal/view.ts'
import { airRelease } from './air-fixture.ts'
import { home, release } from './fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/' } as const
const DAY = 86_400_000
const END = Date.parse('2026-11-23T00:00:00+08:00')

const item = ({ release, publishedAt }: ReleaseView): ReleaseItem => {
  const { id, type, title, period, supersedes } = release
  return { id, type, title, period, publishedAt, supersededBy: null, supersedes: supersedes?.id ?? null }
}
/** A morning of Asia/Shanghai. */
const on = (day: string) => Date.parse(`${day}T09:00:00+08:00`)
const both = (now: number) => home({ air: airRelease(), now, releases: [item(airRelease()), item(release())] })

describe('the home page with a forecast', () => {
  test.each([
    ['2026-11-15', '明日空气质量预报', '2026年11月16日'],
    ['2026-11-16', '今日空气质量预报', '2026年11月16日'],
    ['2026-11-18', '今日空气质量预报', '2026年11月18日'],
  ])('on %s leads with %s', async (day, heading, answered) => {
    const page = await read(homePage(both(on(day)), zh))
    expect(page.each('h1')).toEqual([heading])
    expect(page.within('class', 'answer')).toContain(answered)
    expect(page.tags.some(({ attributes }) => attributes.href === '/releases/daily-air-2026-11-15')).toBe(true)
    // The water bulletin follows.
    expect(page.text.indexOf('28 个有结果')).toBeGreaterThan(page.text.indexOf(heading))
  })

  test('that covers neither today nor tomorrow leads with the water bulletin, and calls the forecast out of date', async () => {
    const page = await read(homePage(both(on('2026-11-19')), zh))
    expect(page.within('class', 'answer')).toContain('32 个断面')
    expect(page.source).not.toContain('class="tilemap"')
    const row = page.each('tr').find((text) => text.startsWith('空气质量联合预报')) ?? ''
    expect(row).toContain('可能已过时')
    expect(row).toContain('下一期最迟应于 2026年11月16日 16:00 发布')
  })

  test('still answers for today once the next is overdue, and says above the answer that it is', async () => {
    const late = await read(homePage(both(Date.parse('2026-11-16T16:00:01+08:00')), zh))
    expect(late.each('h1')).toEqual(['今日空气质量预报'])
    expect(late.within('class', 'banner notice')).toContain('下一期最迟应于 2026年11月16日 16:00 发布，至今未发布。')
    expect(late.source.indexOf('class="banner')).toBeLessThan(late.source.indexOf('<h1'))
    const inTime = await read(homePage(both(Date.parse('2026-11-16T16:00:00+08:00')), zh))
    expect(inTime.source).not.toContain('class="banner')
  })

  test('never leaves an AQI without saying that it is one, also where a narrow screen hides the heading', async () => {
    const page = await read(homePage(both(on('2026-11-16')), zh))
    expect(page.text).toContain('数字为 AQI 预报范围（无量纲）')
    // Of 22, one has no forecast and one a grade alone.
    const numbers = page.tags.filter(({ attributes }) => attributes.class?.startsWith('number'))
    expect(numbers.filter(({ attributes }) => attributes.class === 'number has')).toHaveLength(20)
    expect(STYLE).toContain('table.cities td.number.has::before{content:"AQI "')
  })

  test('shows every city as a tile and in a table beside it, missing ones as missing', async () => {
    const page = await read(homePage(both(on('2026-11-16')), zh))
    const tiles = page.tags.filter(({ attributes }) => attributes.class?.startsWith('tile '))
    expect(tiles).toHaveLength(22)
    const rows = page.within('class', 'cities')
    for (const name of ['重庆', '成都', '甘孜州']) expect(rows).toContain(name)
    expect(rows).toMatch(/甘孜州 无预报 — —/)
    expect(rows).toMatch(/泸州 中度污染 152–190 PM2.5/)
    expect(page.text).toContain('示意，非地图')
    expect(page.tags.find(({ attributes }) => attributes.class === 'tiles')?.attributes['aria-hidden']).toBe('true')
  })
})

describe('the newest of each kind', () => {
  const rowOf = async (now: number, product: string) =>
    (await read(homePage(both(now), zh))).each('tr').find((text) => text.startsWith(product)) ?? ''

  test('is current until the next should have come, and then out of date', async () => {
    const at = (instant: string) => Date.parse(`${instant}:00+08:00`)
    // The next forecast is signed on its day of issue, the 16th, by 16:00.
    expect(await rowOf(at('2026-11-16T16:00'), '空气质量联合预报')).toContain('现行')
    expect(await rowOf(at('2026-11-16T16:01'), '空气质量联合预报')).toContain('可能已过时')
    // The next week ends on Sunday 29 November; three working days on it is signed by noon, and held back for a day at most.
    expect(await rowOf(at('2026-12-03T12:00'), '水质断面周报')).toContain('现行')
    expect(await rowOf(at('2026-12-03T12:01'), '水质断面周报')).toContain('最迟应于 2026年12月3日 12:00 发布')
  })

  test('says of kinds never released that there is none, and nothing of those for the two sides alone', async () => {
    expect(await rowOf(on('2026-11-16'), '水质断面月报')).toMatch(/还没有发布 —$/)
    expect((await read(homePage(both(on('2026-11-16')), zh))).text).not.toContain('预警建议')
  })
})

describe('the home page', () => {
  test('gives the newest answer before anything else', async () => {
    const page = await read(homePage(home(), zh))
    const main = page.within('id', 'main')
    expect(main.indexOf('28 个有结果')).toBeLessThan(main.indexOf('历次发布'))
    expect(page.tags.some(({ attributes }) => attributes.href === '/releases/water-2026-W47')).toBe(true)
  })

  test('says the newest is out of date once the next was due by the terms, and nothing of the kind where there are no terms', async () => {
    const banner = async (parts: Parameters<typeof home>[0]) =>
      (await read(homePage(home(parts), zh))).source.includes('class="banner notice"')
    expect(await banner({ now: END + 10 * DAY })).toBe(false)
    expect(await banner({ now: END + 11 * DAY })).toBe(true)
    expect(await banner({ now: END + 400 * DAY, cadences: {} })).toBe(false)
  })

  test('says that nothing was released, without a figure', async () => {
    const main = (await read(homePage(home({ latest: null }), zh))).within('id', 'main')
    expect(main).toContain('还没有发布')
    expect(main).not.toMatch(/\d/)
  })

  test('lists releases with what replaced what', async () => {
    const page = await read(releasesPage(home(), { lang: 'en', path: '/releases' }))
    const items = page.each('li')
    expect(items.some((text) => /corrected\s+see water-2026-W46-2/.test(text))).toBe(true)
    expect(items.some((text) => /correction\s+replaces water-2026-W46$/.test(text))).toBe(true)
  })

  test('says how to verify and what is open', async () => {
    const page = await read(homePage(home(), zh))
    expect(page.text).toContain('npx chuanyu verify water-2026-W47.bundle.json --trust trust.json')
    const links = page.tags.map(({ attributes }) => attributes.href)
    for (const link of ['/v1/contracts', '/v1/registry', '/v1/ledger/checkpoint']) expect(links).toContain(link)
  })
})
