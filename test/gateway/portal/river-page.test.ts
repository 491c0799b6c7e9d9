import { describe, expect, test } from 'vitest'
import { sectionsOf, sharesOf, trendOf } from '../../../gateway/portal/river-page/history.ts'
import { riversPage } from '../../../gateway/portal/river-page/list.ts'
import { riverPage } from '../../../gateway/portal/river-page/page.ts'
import { runs } from '../../../gateway/portal/river-page/spark.ts'
import { CADENCES } from './fixture.ts'
import { AFTER, RIVERS, riverView, WEEKS, week } from './public-fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/rivers/x' } as const
const en = { lang: 'en', path: '/rivers/x' } as const
const DAY = 86_400_000

describe('a river', () => {
  test('answers with its newest rating, the review of its figures, and the bulletin they are from', async () => {
    const page = await read(riverPage(riverView(WEEKS), zh))
    expect(page.within('class', 'answer')).toMatch(/^2026年11月16日至22日：优/)
    const byline = page.within('class', 'byline')
    for (const part of ['自动监测，不用于考核', '未审核的自动监测数据', 'weekly-water-2026-11-16'])
      expect(byline).toContain(part)
  })

  test('is drawn in flow order with the province boundary', async () => {
    const page = await read(riverPage(riverView(WEEKS), zh))
    const drawn = page.tags.filter(({ attributes }) => attributes.class === 'boundary')
    expect(drawn).toHaveLength(2)
    expect(page.each('text').slice(0, 40)).toContain('省界 川→渝')
  })

  test('sets target against actual, the oldest week first, and says what is missing', async () => {
    const page = await read(riverPage(riverView(WEEKS), zh))
    const rows = page.within('id', 'weeks')
    // 朱沱: target Ⅱ; Ⅱ met, then Ⅲ not met, then Ⅱ met.
    expect(rows).toMatch(/朱沱 川→渝 Ⅱ Ⅱ ✓ 达标 Ⅲ ✗ 未达标 Ⅱ ✓ 达标 有所好转/)
    expect(rows).toMatch(/和尚山 未登记 Ⅱ Ⅳ 站点维护 不可比/)
  })

  test('tells each section’s change by steps of rating', async () => {
    const rows = (await read(riverPage(riverView(WEEKS), zh))).within('id', 'weeks')
    // 丰收坝: Ⅳ to Ⅲ is one step; 江津大桥: Ⅱ stays.
    expect(rows).toMatch(/丰收坝 未登记 无结果|丰收坝 未登记 站点维护/)
    expect(rows).toMatch(/江津大桥 未登记 劣Ⅴ Ⅱ Ⅱ 无明显变化/)
  })

  test('tells no trend by shares of fewer than five sections with a result in both weeks, and says why', async () => {
    const view = riverView(WEEKS)
    // 和尚山 has no result in the newest week: four are left.
    expect(trendOf(view.history)).toMatchObject({ trend: null, compared: 4, apart: 1 })
    const trend = (await read(riverPage(view, zh))).within('id', 'trend')
    expect(trend).toContain('只有 4 个，不足 5 个')
    expect(trend).not.toContain('百分点，比较了')
  })

  test('tells the trend by shares where five can be compared', async () => {
    // One of five sections comes up to Ⅲ: 20 points, somewhat better.
    const view = riverView([week(0, [2, 2, 2, 2, 3]), week(1, [2, 2, 2, 2, 4])])
    const trend = (await read(riverPage(view, zh))).within('id', 'trend')
    expect(trend).toContain(
      '2026年11月9日至15日 → 2026年11月16日至22日： 有所好转，ΔG－ΔD = 20.0 个百分点'.replace('： ', '：'),
    )
    expect(trend).toContain('比较了两期都有结果的 5 个断面')
    expect(trend).toContain('M-high')
  })

  test('has nothing to compare with in its first week', async () => {
    const trend = (await read(riverPage(riverView([WEEKS[0] ?? week(0, [])]), zh))).within('id', 'trend')
    expect(trend).toContain('没有更早的一期可比')
  })

  test('prints shares week by week, none where no section has a result', async () => {
    const [now] = riverView([week(0, [2, 3, 4, 6, null])]).history.weeks
    // Two of four in Ⅰ–Ⅲ, one worse than Ⅴ.
    expect(now && sharesOf(now)).toEqual({ good: '50.0', worst: '25.0', classed: 4 })
    const none = await read(riverPage(riverView([week(0, [null, null, null, null, null])]), zh))
    expect(none.within('id', 'shares')).toMatch(/本期未评价 0 \/ 5 — —/)
    expect(none.within('class', 'answer')).toContain('本期未评价')
  })

  test('says when the newest bulletin is out of date, and when there is none', async () => {
    const late = await read(riverPage(riverView(WEEKS, { now: AFTER + 20 * DAY }), zh))
    expect(late.within('class', 'banner notice')).toContain('可能已过时')
    expect((await read(riverPage(riverView(WEEKS), zh))).source).not.toContain('class="banner')
    expect((await read(riverPage(riverView([]), en))).within('class', 'answer')).toContain('No weekly water bulletin')
  })

  test('keeps a section that only an older week knows', () => {
    const older = week(1, [2, 2, 2, 2, 2])
    const newest = { ...week(0, [2, 2, 2, 2, 2]), sections: week(0, [2, 2, 2, 2, 2]).sections.slice(0, 3) }
    expect(sectionsOf(riverView([newest, older]).history).map(({ name }) => name)).toEqual([
      '朱沱',
      '江津大桥',
      '丰收坝',
      '和尚山',
      '寸滩',
    ])
  })
})

describe('a small line', () => {
  test('breaks where there is no result', () => {
    expect(runs([2, 2, null, 3, null, null, 4])).toEqual([
      [
        [0, 2],
        [1, 2],
      ],
      [[3, 3]],
      [[6, 4]],
    ])
    expect(runs([null, null])).toEqual([])
  })

  test('is hidden from those who have the table instead', async () => {
    const page = await read(riverPage(riverView(WEEKS), zh))
    const lines = page.tags.filter(({ attributes }) => attributes.class === 'spark')
    expect(lines).toHaveLength(5)
    for (const { attributes } of lines) expect(attributes['aria-hidden']).toBe('true')
  })
})

describe('the list of rivers', () => {
  test('has every river of the register, those rated first, with the change since the week before', async () => {
    const page = await read(riversPage({ histories: RIVERS, now: AFTER, cadences: CADENCES, sandbox: false }, en))
    const rows = page.each('tr').slice(1)
    expect(rows).toHaveLength(40)
    expect(rows[0]).toMatch(/^Yangtze River 长江 Excellent not comparable 4 \/ 5$/)
    expect(rows[1]).toMatch(/not rated/)
  })

  test('says how far its figures were reviewed, and why most rivers have no trend', async () => {
    const page = await read(riversPage({ histories: RIVERS, now: AFTER, cadences: CADENCES, sandbox: false }, zh))
    for (const part of ['自动监测，不用于考核', '未审核的自动监测数据', '“不可比”：两期都有结果的断面不足 5 个'])
      expect(page.text).toContain(part)
  })
})
