import { describe, expect, test } from 'vitest'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'
import { riverHistory } from '../../../gateway/portal/river-page/history.ts'
import { riversPage } from '../../../gateway/portal/river-page/list.ts'
import { riverPage } from '../../../gateway/portal/river-page/page.ts'
import { itemTrend, shareTrends } from '../../../gateway/portal/river-page/periods.ts'
import { pagesOf, SECTIONS_A_PAGE, windowOf } from '../../../gateway/portal/river-page/window.ts'
import type { WaterBulletin } from '../../../gateway/release/bulletin-types.ts'
import { bulletin, CADENCES, river, section } from './fixture.ts'
import { AFTER, riverView, WEEKS, YANGTZE } from './public-fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/rivers/x' } as const
const LANGS = ['zh', 'en'] as const

/** What a section says in one week: its class, and its mean of total phosphorus. */
type Said = readonly [found: WaterClass | null, tp: string | null]

/** Weeks of the Yangtze, the newest first, from what each section says from the oldest week on. */
function weeksOf(sections: Readonly<Record<string, readonly Said[]>>): readonly WaterBulletin[] {
  const [first = []] = Object.values(sections)
  const weeks = first.map((_, at): WaterBulletin => {
    const own = Object.entries(sections).map(([name, said], order) => {
      const [found, tp] = said[at] ?? [null, null]
      return section({
        name,
        river: '长江',
        order,
        class: found,
        target: 3,
        means: tp === null ? {} : { tp },
        ...(order % 4 === 0 ? { transboundary: true, border: 'sc-cq' } : {}),
      })
    })
    const day = (days: number) => new Date(Date.UTC(2026, 8, 7 + days)).toISOString().slice(0, 10)
    const period = { start: `${day(at * 7)}T00:00:00+08:00`, end: `${day(at * 7 + 7)}T00:00:00+08:00` }
    return bulletin({ id: `weekly-water-${day(at * 7)}`, period }, own, [river('长江', 'Yangtze River', own)])
  })
  return weeks.toReversed()
}

const steady = (count: number): readonly Said[] => Array.from({ length: count }, () => [2, '0.050'])

/** Six weeks in which two of five sections turn bad, one after the other. */
const SIX = weeksOf({
  朱沱: ['0.010', '0.020', '0.030', '0.040', '0.050', '0.060'].map((tp): Said => [2, tp]),
  江津大桥: ['0.060', '0.050', null, null, '0.030', '0.020'].map((tp): Said => [2, tp]),
  丰收坝: steady(6),
  和尚山: [2, 2, 4, 4, 4, 4].map((found): Said => [found === 2 ? 2 : 4, '0.050']),
  寸滩: [2, 2, 2, 2, 4, 4].map((found): Said => [found === 2 ? 2 : 4, '0.050']),
})

describe('a trend over several weeks', () => {
  const history = riverHistory(YANGTZE, SIX)

  test('is told of shares of the sections with a result in every week', async () => {
    // Shares of Ⅰ–Ⅲ 1, 1, 0.8, 0.8, 0.6, 0.6: ranks 5.5 5.5 3.5 3.5 1.5 1.5, −16 ÷ √(17.5 · 16) = −0.956.
    expect(shareTrends(history)).toMatchObject({
      compared: 5,
      good: { trend: 'falling', rs: '-0.956', periods: 6 },
      worst: { trend: 'none', rs: '0.000' },
    })
    const part = (await read(riverPage(riverView(SIX), zh))).within('id', 'periods')
    expect(part).toMatch(/Ⅰ～Ⅲ类断面比例： ?↓ 显著下降 rs = −0\.956, N = 6/)
    expect(part).toContain('按每期都有结果的 5 个断面计')
    expect(part).toContain('N = 6: 0.829')
    expect(part).toContain('M-high')
  })

  test('is told of each section’s means, where enough weeks have one', async () => {
    const trends = (name: string) => itemTrend(history, `cq-${name}`, 'tp')
    expect(trends('朱沱')).toMatchObject({ trend: 'rising', rs: '1.000', periods: 6 })
    expect(trends('丰收坝')).toMatchObject({ trend: 'none' })
    // Four weeks of six have a mean.
    expect(trends('江津大桥')).toBeNull()
    const rows = (await read(riverPage(riverView(SIX), zh))).within('id', 'periods')
    expect(rows).toMatch(/朱沱 期数不足 期数不足 期数不足 ↑ 显著上升 rs = 1\.000, N = 6/)
    expect(rows).toMatch(/江津大桥 期数不足 期数不足 期数不足 期数不足/)
  })

  test('is not told of a river of which fewer than five sections can be compared', async () => {
    const four = weeksOf({
      甲: steady(5),
      乙: steady(5),
      丙: steady(5),
      丁: steady(5),
      戊: [...steady(4), [null, null]],
    })
    expect(shareTrends(riverHistory(YANGTZE, four))).toEqual({ compared: 4, good: null, worst: null })
    const part = (await read(riverPage(riverView(four), zh))).within('id', 'periods')
    expect(part).toContain('有 4 个，不足 5 个')
  })

  test('is not told of fewer than five weeks, and says how many there are', async () => {
    const part = (await read(riverPage(riverView(WEEKS), zh))).within('id', 'periods')
    expect(part).toContain('公开的周报有 3 期，不足 5 期')
    expect(part).not.toContain('rs = ')
  })
})

describe('a river of many sections', () => {
  const many = (count: number) =>
    weeksOf(
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `某某大桥断面${at}`,
          at % 7 === 3 ? steady(8).map((): Said => [5, '0.3']) : steady(8),
        ]),
      ),
    )

  test('shows them a page at a time in flow order, none lost, and itself as a whole on each', async () => {
    const history = riverHistory(YANGTZE, many(40))
    expect(pagesOf(history)).toBe(3)
    const names = [1, 2, 3].flatMap((page) => windowOf(history, page).weeks[0]?.sections.map(({ name }) => name) ?? [])
    expect(names).toEqual(Array.from({ length: 40 }, (_, at) => `某某大桥断面${at}`))
    const second = await read(riverPage(riverView(many(40), { page: 2 }), zh))
    expect(second.within('id', 'weeks')).toContain(`某某大桥断面${SECTIONS_A_PAGE}`)
    expect(second.within('id', 'weeks')).not.toContain('某某大桥断面0 ')
    expect(second.within('id', 'shares')).toContain('40 / 40')
    expect(second.within('id', 'periods')).toContain('按每期都有结果的 40 个断面计')
    const links = second.tags.filter(({ attributes }) => attributes.href?.includes('?page='))
    expect(links.map(({ attributes }) => attributes['aria-current'] ?? null)).toEqual([null, 'page', null])
  })

  test('has no pages where it is short', async () => {
    const page = await read(riverPage(riverView(WEEKS), zh))
    expect(page.tags.some(({ attributes }) => attributes.href?.includes('?page='))).toBe(false)
  })

  test.each(LANGS)(
    'stays under 100 KB on every page in %s, with 155 sections over eight weeks',
    async (lang) => {
      const weeks = many(155)
      const pages = pagesOf(riverHistory(YANGTZE, weeks))
      for (let page = 1; page <= pages; page++) {
        const { source } = await read(riverPage(riverView(weeks, { page }), { lang, path: '/rivers/x' }))
        expect(Buffer.byteLength(source)).toBeLessThan(100_000)
      }
    },
    60_000,
  )

  test.each(LANGS)('is one of 155 rivers in a list under 100 KB in %s', async (lang) => {
    const histories = Array.from({ length: 155 }, (_, at) =>
      riverHistory({ id: `某某河${at}`, title: { zh: `某某河${at}`, en: `Mou-mou River ${at}` }, into: null }, WEEKS),
    )
    const { source } = await read(
      riversPage({ histories, now: AFTER, cadences: CADENCES, sandbox: true }, { lang, path: '/rivers' }),
    )
    expect(Buffer.byteLength(source)).toBeLessThan(100_000)
  })
})
