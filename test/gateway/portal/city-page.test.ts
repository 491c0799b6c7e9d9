import { describe, expect, test } from 'vitest'
import { daysIn, yearCalendar } from '../../../gateway/portal/city-page/calendar.ts'
import { citiesPage } from '../../../gateway/portal/city-page/list.ts'
import { horizonHours, placeDays } from '../../../gateway/portal/city-page/outlook.ts'
import { cityPage } from '../../../gateway/portal/city-page/page.ts'
import type { AirRelease } from '../../../gateway/release/release-types.ts'
import { areaNamed } from '../release/air/fixture.ts'
import { airRelease, CITIES, cell, forecast } from './air-fixture.ts'
import { CADENCES } from './fixture.ts'
import { cityView } from './public-fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/cities/510500' } as const
const en = { lang: 'en', path: '/cities/510500' } as const
const LUZHOU = '510500'

/** A forecast of the next day for Luzhou alone, issued on a day. */
function next(issued: string, aqi: readonly [number, number]): AirRelease {
  const day = new Date(Date.parse(`${issued}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const one = cell('泸州市', day, aqi)
  return forecast({
    id: `daily-air-${issued}`,
    issued: `${issued}T15:20:00+08:00`,
    cells: [one],
    gaps: [],
    summary: [{ areas: 1, classes: [{ ...one.class, areas: 1 }], from: day, gaps: 0, to: day }],
  })
}

describe('the days of a place', () => {
  test('are each from the newest release that covers them, in whatever order releases come', () => {
    const releases = [next('2026-11-16', [60, 90]), forecast(), next('2026-11-14', [40, 49])]
    const days = placeDays(LUZHOU, releases)
    expect(days.map(({ day, release }) => [day, release.id])).toEqual([
      ['2026-11-15', 'daily-air-2026-11-14'],
      ['2026-11-16', 'daily-air-2026-11-15'],
      ['2026-11-17', 'daily-air-2026-11-16'],
      ['2026-11-18', 'daily-air-2026-11-15'],
    ])
    expect(placeDays(LUZHOU, releases.toReversed())).toEqual(days)
  })

  test('have a gap where the newest release has one, though an older had a value', () => {
    const [city] = CITIES.filter(({ name }) => name === '攀枝花市')
    const older = forecast({
      id: 'older',
      issued: '2026-11-14T15:20:00+08:00',
      cells: [cell('攀枝花市', '2026-11-18', [20, 40])],
      gaps: [],
    })
    const last = placeDays(city?.id ?? '', [forecast(), older]).at(-1)
    expect(last).toMatchObject({
      day: '2026-11-18',
      cell: null,
      gap: { reason: 'not-taken' },
      release: { id: 'daily-air-2026-11-15' },
    })
  })

  test('are so many hours ahead of the day of issue, by the civil day of Asia/Shanghai', () => {
    const release = forecast({ issued: '2026-11-15T00:30:00+08:00' })
    expect(horizonHours({ day: '2026-11-16', release })).toBe(24)
    expect(horizonHours({ day: '2026-11-18', release })).toBe(72)
  })
})

/** Nine in the morning of a day. */
const morning = (day: string): number => Date.parse(`${day}T09:00:00+08:00`)

describe('a city', () => {
  test('answers for its first day and shows 24, 48 and 72 hours, each with its release and when that was issued', async () => {
    const page = await read(cityPage(cityView(), zh))
    expect(page.within('class', 'answer')).toBe('2026年11月16日预报：中度污染，AQI 152–190，首要污染物 PM2.5。')
    expect(page.within('class', 'byline')).toContain('发布于 2026年11月15日 15:45（北京时间）')
    expect(page.within('class', 'byline')).toContain('以双方会商结果为准')
    const strip = page.within('class', 'strip')
    for (const part of [
      '24 小时预报',
      '48 小时预报',
      '72 小时预报',
      'daily-air-2026-11-15 预报作出于 2026年11月15日 15:20',
      '双方另定',
    ])
      expect(strip).toContain(part)
  })

  test('leaves out days that are over', async () => {
    const page = await read(cityPage(cityView({ now: morning('2026-11-17') }), zh))
    expect(page.within('class', 'strip')).not.toContain('11月16日 周一')
  })

  test('says above the answer that the next forecast is overdue, from the minute on that it should have been signed', async () => {
    const at = async (now: string) => (await read(cityPage(cityView({ now: Date.parse(now) }), zh))).source
    expect(await at('2026-11-16T16:00:00+08:00')).not.toContain('class="banner')
    const late = await at('2026-11-16T16:00:01+08:00')
    expect(late).toContain('下一期最迟应于 2026年11月16日 16:00 发布，至今未发布。')
    expect(late.indexOf('class="banner')).toBeLessThan(late.indexOf('class="answer"'))
  })

  test('says that every forecast is over, or that there is none', async () => {
    const over = await read(cityPage(cityView({ now: morning('2026-12-01') }), zh))
    expect(over.within('class', 'banner notice')).toContain('都已过期')
    const none = await read(cityPage(cityView({ days: [] }), zh))
    expect(none.within('class', 'answer')).toBe('没有公开的预报涉及这里。')
    expect(none.source).not.toContain('class="strip"')
  })

  test('shows nothing measured, and says why in the words of people, not in those of a schema', async () => {
    const page = await read(cityPage(cityView(), zh))
    const observed = page.within('id', 'observed')
    expect(observed).toContain(
      '空气监测数据中，监测结果、规范化说明只供双方使用，也没有约定对外发布实况，所以这里只有预报，不展示监测实况。',
    )
    expect(observed).toContain('空气质量监测数据共享契约 1.0.0')
    expect(page.tags.map(({ attributes }) => attributes.href)).toContain('/contracts/air-observation/1.0.0')
    const english = (await read(cityPage(cityView(), en))).within('id', 'observed')
    expect(english).toContain('Results, Notes are for the two sides alone')
    for (const text of [observed, english])
      expect(text).not.toMatch(/\b(?:results|notes|publication|air-observation)\b/)
    const without = await read(cityPage(cityView({ observation: null }), zh))
    expect(without.within('id', 'observed')).toContain('没有生效的空气监测契约')
  })

  test('claims of the contract on observations no more than it says', async () => {
    const observation = cityView().observation
    if (!observation) throw new TypeError('expected a contract')
    const told = async (parts: Partial<typeof observation>) =>
      (await read(cityPage(cityView({ observation: { ...observation, ...parts } }), zh))).within('id', 'observed')
    expect(await told({ closed: [] })).not.toContain('只供双方使用')
    expect(await told({ released: true })).not.toContain('没有约定对外发布')
  })

  test('says beside the answer what its grade means for whom, in the words of the standard of that day', async () => {
    const page = await read(cityPage(cityView(), zh))
    const beside = page.within('class', 'advice')
    // Luzhou is moderately polluted that day: grade IV alone.
    expect(beside).toContain(
      '青少年儿童、老年人及心血管系统疾病、呼吸系统疾病患者 避免长时间、高强度的户外锻炼。'.replace(' ', ''),
    )
    expect(beside).toContain('一般人群适量减少户外运动。')
    expect(beside).not.toContain('应减少长时间')
    expect(beside).toContain('HJ 633-2026')
    expect(page.source.indexOf('class="advice"')).toBeLessThan(page.source.indexOf('class="strip"'))
  })

  test('has advice for every grade the page shows, also of the districts and counties in it', async () => {
    const counties = [cell('荣昌区', '2026-11-16', [210, 240])]
    const health = async (parts: Partial<Parameters<typeof cityView>[0]>) =>
      (await read(cityPage(cityView(parts), zh))).within('id', 'health')
    expect(await health({ counties })).toContain('重度污染')
    expect(await health({})).not.toContain('重度污染')
  })

  test('shows both grades of a forecast that spans two', async () => {
    const days = placeDays(LUZHOU, [next('2026-11-15', [80, 130])])
    const beside = (await read(cityPage(cityView({ days }), zh))).within('class', 'advice')
    expect(beside).toMatch(/良.*极少数异常敏感人群应减少户外活动。.*轻度污染.*患者应减少长时间、高强度的户外锻炼。/)
    expect(beside).not.toContain('一般人群')
  })

  test('takes the words of the edition in force on the day, and marks the English as our own', async () => {
    const before = placeDays(LUZHOU, [next('2026-02-27', [110, 140])])
    const old = (await read(cityPage(cityView({ days: before, now: morning('2026-02-28') }), zh))).within(
      'class',
      'advice',
    )
    expect(old).toContain('儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼。')
    expect(old).toContain('HJ 633-2012')
    const english = (await read(cityPage(cityView(), en))).within('class', 'advice')
    expect(english).toContain('should avoid long or strenuous exercise outdoors.')
    expect(english).toContain('own rendering')
  })

  test('says why a day has no value', async () => {
    const days = placeDays('513300', [forecast()])
    expect((await read(cityPage(cityView({ days }), zh))).within('class', 'strip')).toMatch(/无预报 双方均未预报/)
  })
})

describe('the calendar of a year', () => {
  const days = placeDays(LUZHOU, [
    next('2025-12-30', [20, 40]),
    next('2026-02-27', [80, 130]),
    next('2026-02-28', [20, 45]),
  ])

  test('has every day of the year, coloured by the upper end of the range', async () => {
    const page = await read(yearCalendar('泸州市', 2026, days, 'zh'))
    const boxes = page.tags.filter(({ name }) => name === 'rect').map(({ attributes }) => attributes.class)
    expect(boxes).toHaveLength(365)
    // 28 February is the 59th day of 2026, 1 March the 60th.
    expect(boxes.flatMap((one, at) => (one === 'none' ? [] : [[one, at + 1]]))).toEqual([
      ['a3', 59],
      ['a1', 60],
    ])
  })

  test('says the same in a table of months, and for who hears it', async () => {
    const page = await read(yearCalendar('泸州市', 2026, days, 'zh'))
    const rows = page.each('tr').slice(1)
    expect(rows).toEqual([
      expect.stringMatching(/^2月 轻度污染 1 28 良～轻度$/),
      expect.stringMatching(/^3月 优 1 1 优$/),
    ])
    expect(page.tags.find(({ name }) => name === 'svg')?.attributes['aria-label']).toContain('有预报 2 天')
  })

  test('has no table where nothing was forecast', async () => {
    expect((await read(yearCalendar('泸州市', 2024, days, 'zh'))).source).not.toContain('<table')
    expect([daysIn(2024, 2), daysIn(2026, 2), daysIn(2026, 12)]).toEqual([29, 28, 31])
  })

  test('links the other years there are forecasts of', async () => {
    const page = await read(cityPage(cityView({ days }), zh))
    const links = page.tags.map(({ attributes }) => attributes.href)
    expect(links).toContain('/cities/510500?year=2025#calendar')
  })

  test.each(['zh', 'en'] as const)(
    'of a whole year, with 41 districts and counties in it, keeps the page under 100 KB in %s',
    async (lang) => {
      const year = Array.from({ length: 365 }, (_, at) => {
        const issued = new Date(Date.UTC(2025, 11, 31) + at * 86_400_000).toISOString().slice(0, 10)
        return next(issued, [30 + (at % 150), 80 + (at % 150)])
      })
      const counties = Array.from({ length: 41 }, (_, at) => {
        const area = { ...areaNamed('荣昌区'), id: `500153-${at}`, name: `示例区县${at}` }
        return ['2026-11-16', '2026-11-17', '2026-11-18'].map((day) => cell(area, day, [60, 130]))
      }).flat()
      const view = cityView({ days: placeDays(LUZHOU, year), counties, now: morning('2026-12-31') })
      const page = await read(cityPage(view, { lang, path: '/cities/510500' }))
      expect(page.within('id', 'counties').match(/示例区县\d+/g)).toHaveLength(41)
      expect(Buffer.byteLength(page.source)).toBeLessThan(100_000)
    },
  )
})

describe('the list of cities', () => {
  const at = { lang: 'zh', path: '/cities' } as const
  const now = Date.parse('2026-11-16T09:00:00+08:00')

  test('shows every city on the day asked for, and links the other days', async () => {
    const page = await read(
      citiesPage({ air: airRelease(), day: '2026-11-17', now, cadences: CADENCES, sandbox: false }, at),
    )
    expect(page.within('class', 'answer')).toContain('2026年11月17日')
    const links = page.tags.map(({ attributes }) => attributes.href)
    expect(links).toContain('/cities?day=2026-11-18')
    expect(links).toContain('/cities/500000')
    expect(page.within('class', 'cities').match(/AQI|无预报|PM2\.5|无首要/g)?.length).toBeGreaterThan(20)
  })

  test('says when the newest forecast is out of date, and when there is none', async () => {
    const late = await read(
      citiesPage(
        { air: airRelease(), day: '2026-11-17', now: now + 5 * 86_400_000, cadences: CADENCES, sandbox: false },
        at,
      ),
    )
    expect(late.within('class', 'banner notice')).toContain('可能已过时')
    const none = await read(citiesPage({ air: null, day: null, now, cadences: CADENCES, sandbox: false }, at))
    expect(none.within('class', 'answer')).toContain('还没有公开的空气质量联合预报')
  })
})
