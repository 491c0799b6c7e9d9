import { describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { daysText, dayText, runsText, weekday } from '../../../gateway/portal/air/days.ts'
import { readCell } from '../../../gateway/portal/air/read-cell.ts'
import { shortName } from '../../../gateway/portal/air/tile-map.ts'
import { TILE_COLUMNS, TILE_PLACES, TILE_ROWS } from '../../../gateway/portal/air/tile-places.ts'
import { releasePage } from '../../../gateway/portal/index.ts'
import { CONSULTATION_LIMITS } from '../../../gateway/release/consultation/limits.ts'
import type { ForecastCell } from '../../../gateway/release/release-types.ts'
import { areaNamed } from '../release/air/fixture.ts'
import { airRelease, CITIES, cell, forecast, outlook } from './air-fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/releases/x' } as const
const en = { lang: 'en', path: '/releases/x' } as const
const only = (cells: readonly ForecastCell[]) => {
  const [first] = cells
  if (!first) throw new TypeError('expected a cell')
  return forecast({
    cells,
    gaps: [],
    summary: [{ areas: 1, classes: [{ ...first.class, areas: 1 }], from: first.from, gaps: 0, to: first.to }],
  })
}

describe('the answer of a forecast', () => {
  test('counts cities by grade on its first day, and says how many have none', async () => {
    const page = await read(releasePage(airRelease(), zh))
    const answer = page.within('class', 'answer')
    expect(answer).toMatch(/^2026年11月16日，有预报的 21 个市（州）中：/)
    expect(answer).toMatch(/1 个无预报。$/)
    // 21 cities told, by hand from the ranges of the fixture.
    const counted = [
      ...(answer
        .split('中：')[1]
        ?.split('；')[0]
        ?.matchAll(/ (\d+) 个/g) ?? []),
    ].map(([, count]) => Number(count))
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(21)
    expect((await read(releasePage(airRelease(), en))).within('class', 'answer')).toMatch(/^16 Nov 2026, of 21 cities/)
  })

  test('names where the highest grade is, from light pollution on, and not below', async () => {
    expect((await read(releasePage(airRelease(), zh))).within('class', 'highest')).toMatch(
      /最高可达 中度污染\s*泸州市（AQI 152–190）/,
    )
    const clean = only([cell('成都市', '2026-11-16', [30, 60])])
    expect((await read(releasePage(airRelease(clean), zh))).source).not.toContain('class="highest"')
  })

  test('says so when nobody forecast anything', async () => {
    const gaps = CITIES.map((area) => ({ area, from: '2026-11-16', reason: 'no-forecast' as const, to: '2026-11-16' }))
    const summary = [{ areas: 0, classes: [], from: '2026-11-16', gaps: 22, to: '2026-11-16' }]
    const page = await read(releasePage(airRelease(forecast({ cells: [], gaps, summary, statement: null })), zh))
    expect(page.within('class', 'answer')).toBe('2026年11月16日，22 个市（州）均无预报。')
    expect(page.within('id', 'gaps')).toContain('双方均未预报')
  })
})

describe('the table of cities by days', () => {
  const rowOf = async (name: string, options: typeof zh | typeof en = zh) =>
    (await read(releasePage(airRelease(), options))).each('tr').find((text) => text.startsWith(name)) ?? ''

  test('prints grade in words, AQI range and primary pollutant of each day', async () => {
    // 泸州市 is set by both sides on the first day; on the others by the fixture’s rule.
    expect(await rowOf('泸州市')).toMatch(/四川 ?中度污染 AQI 152–190 PM2.5/)
    expect(await rowOf('Luzhou 泸州市', en)).toContain('Moderately polluted')
  })

  test('says of a value whose it is only where it is not the owning side’s own', async () => {
    expect(await rowOf('泸州市')).toContain('双方另定')
    expect(await rowOf('内江市')).toMatch(/取自重庆.*双方并集.*取自重庆/)
    expect(await rowOf('成都市')).not.toMatch(/取自|双方/)
  })

  test('says “no forecast” where there is none, and gives no range where only the grade was told', async () => {
    expect((await rowOf('甘孜藏族自治州')).match(/无预报/g)).toHaveLength(3)
    expect((await rowOf('攀枝花市')).match(/无预报/g)).toHaveLength(1)
    const grades = await rowOf('雅安市')
    expect(grades).toContain('优')
    expect(grades).not.toContain('AQI')
  })

  test('keeps districts and counties apart, and no more of them than a page can bear', async () => {
    const page = await read(releasePage(airRelease(), zh))
    expect(page.within('id', 'counties')).toContain('荣昌区')
    expect(page.within('id', 'table')).not.toContain('荣昌区')
    const counties = Array.from({ length: 200 }, (_, at) => {
      const area = { ...areaNamed('荣昌区'), id: `500153-${at}`, name: `区县${at}` }
      return cell(area, '2026-11-16', [60, 90])
    })
    const many = await read(releasePage(airRelease(forecast({ cells: [...forecast().cells, ...counties] })), zh))
    const left = Number(/另有 (\d+) 个区县，见下载的表格。/.exec(many.within('id', 'counties'))?.[1])
    expect(many.within('id', 'counties').match(/区县\d+/g)).toHaveLength(200 - left)
    // As many as fit: the page is no lighter than it must be.
    expect(Buffer.byteLength(many.source)).toBeLessThan(100_000)
    expect(Buffer.byteLength(many.source)).toBeGreaterThan(85_000)
  })

  test('shows all 41 districts and counties of Chongqing on each of three days', async () => {
    const counties = Array.from({ length: 41 }, (_, at) => {
      const area = { ...areaNamed('荣昌区'), id: `500153-${at}`, name: `示例区县${at}` }
      return ['2026-11-16', '2026-11-17', '2026-11-18'].map((day) => cell(area, day, [60, 130]))
    }).flat()
    const all = [...forecast().cells.filter(({ area }) => area.kind === 'city'), ...counties]
    for (const lang of ['zh', 'en'] as const) {
      const page = await read(releasePage(airRelease(forecast({ cells: all })), { lang, path: '/releases/x' }))
      expect(page.within('id', 'counties').match(/示例区县\d+/g), lang).toHaveLength(41)
      expect(Buffer.byteLength(page.source)).toBeLessThan(100_000)
    }
  })
})

describe('the rest of the page', () => {
  test('names gaps by reason and day, areas that lack the same days together', async () => {
    const gaps = (await read(releasePage(airRelease(), zh))).within('id', 'gaps')
    expect(gaps).toContain('双方均未预报 11月16日、11月17日、11月18日 甘孜藏族自治州')
    expect(gaps).toContain('归属方未预报，另一方的预报未采用 11月18日 攀枝花市')
  })

  test('gives the reason of every value the two sides set themselves', async () => {
    const reasons = (await read(releasePage(airRelease(), zh))).within('id', 'reasons')
    expect(reasons).toContain('泸州市 11月16日 中度污染 AQI 152–190 PM2.5 静稳天气，双方会商上调')
    const none = await read(releasePage(airRelease(only([cell('成都市', '2026-11-16', [30, 60])])), zh))
    expect(none.within('id', 'reasons')).toContain('没有：各值都取归属方的预报')
  })

  test.each(['zh', 'en'] as const)(
    'of a full store, each value with a long reason, stays under 100 KB in %s',
    async (lang) => {
      const reason = '静稳天气'.repeat(100)
      const counties = Array.from({ length: 200 }, (_, at) => {
        const area = { ...areaNamed('荣昌区'), id: `500153-${at}`, name: `区县${at}` }
        return cell(area, '2026-11-16', [60, 90])
      })
      const cells = [...forecast().cells, ...counties].map((one) => ({ ...one, reason, take: 'own' as const }))
      const full = forecast({ cells, statement: '会'.repeat(CONSULTATION_LIMITS.text) })
      const page = await read(releasePage(airRelease(full), { lang, path: '/releases/x' }))
      expect(Buffer.byteLength(page.source)).toBeLessThan(100_000)
      const rows = page.within('id', 'reasons').match(/静稳天气/g)?.length ?? 0
      // 12,000 bytes are 7 rows of 450 and 400 characters each.
      expect(rows).toBe(7 * 100)
      expect(page.text).toContain(lang === 'zh' ? `另有 ${cells.length - 7} 个值` : `${cells.length - 7} more values`)
    },
  )

  test('says by grade what the standard says of health and of what to do, for every grade forecast and no other', async () => {
    const page = await read(releasePage(airRelease(), zh))
    const health = page.within('id', 'health')
    const rows = page.each('tr').filter((text) => /级 AQI/.test(text))
    expect(rows.map((text) => text.match(/[一二三四五六]级 AQI \d+–\d+/)?.[0])).toEqual([
      '一级 AQI 0–50',
      '二级 AQI 51–100',
      '三级 AQI 101–150',
      '四级 AQI 151–200',
    ])
    expect(rows[0]).toContain('空气质量令人满意，基本无空气污染。 各类人群可正常活动。')
    expect(rows[3]).toContain('一般人群适量减少户外运动。')
    expect(health).not.toMatch(/重度污染|口罩/)
    expect(health).toContain('HJ 633-2026：本版另按污染物细化敏感人群')
  })

  test('tells beside the answer what to do where the grade is highest, both grades where that is a span', async () => {
    const beside = (await read(releasePage(airRelease(), zh))).within('class', 'advice')
    // 泸州市, of 152–190, is the worst of those that reach 中度污染.
    expect(beside).toMatch(/^健康提示（按可达的最高级别） 中度污染 .*一般人群适量减少户外运动。/)
    const cells = [cell('成都市', '2026-11-16', [60, 90]), cell('泸州市', '2026-11-16', [95, 125])]
    const span = forecast({
      cells,
      gaps: [],
      summary: [{ areas: 2, classes: [{ max: 3, min: 2, areas: 1 }], from: '2026-11-16', gaps: 0, to: '2026-11-16' }],
    })
    expect((await read(releasePage(airRelease(span), zh))).within('class', 'advice')).toMatch(/ 良 极少数.* 轻度污染 /)
    const none = forecast({
      cells: [],
      gaps: [],
      summary: [{ areas: 0, classes: [], from: '2026-11-16', gaps: 22, to: '2026-11-16' }],
    })
    const empty = await read(releasePage(airRelease(none), zh))
    expect(empty.source).not.toContain('class="advice"')
    expect(empty.within('id', 'health')).toContain('没有预报')
  })

  test('prints the two sides’ words, once, marked as Chinese on an English page', async () => {
    const page = await read(releasePage(airRelease(), en))
    expect(page.within('class', 'statement')).toContain('16日川南至渝西有轻度污染过程')
    expect(page.source).toContain('<span lang="zh-CN">16日川南')
    expect((await read(releasePage(airRelease(forecast({ statement: null })), zh))).source).not.toContain(
      'class="statement"',
    )
  })

  test('tells in the provenance card that these are forecasts, by which consultation, and what is sealed with them', async () => {
    const sealed = { bytes: 20_480, digest: 'ab'.repeat(32), mediaType: 'application/pdf', name: '会商纪要.pdf' }
    const page = await read(releasePage(airRelease(forecast({ attachments: [sealed] })), zh))
    const card = page.within('class', 'card provenance')
    for (const part of [
      '预报值，不是监测值',
      '20,480 字节',
      '会商纪要.pdf',
      sealed.digest,
      '9 步',
      '已核验',
      '区划与片区登记册',
    ])
      expect(card).toContain(part)
    expect(card).not.toContain('监测站')
  })

  test('offers the same downloads as a bulletin, told as what they are', async () => {
    const page = await read(releasePage(airRelease(), zh))
    const links = page.tags.map(({ attributes }) => attributes.href)
    for (const form of ['.json', '.jws', '.csv', '.xlsx', '.geojson', '.html', '/proof'])
      expect(links).toContain(`/v1/releases/daily-air-2026-11-15${form}`)
    expect(page.within('id', 'downloads')).toContain('逐区域逐日表')
    expect(page.within('id', 'downloads')).not.toContain('断面')
  })
})

describe('an outlook', () => {
  test('is of zones over the week, each with the days it is read from', async () => {
    const page = await read(releasePage(airRelease(outlook()), zh))
    expect(page.within('class', 'answer')).toContain('2026年11月16日至22日，有预报的 5 个片区中')
    const table = page.within('id', 'table')
    expect(table).toContain('依据11月16日的预报')
    expect(table).toContain('依据11月16日至17日的预报（由片区内各地预报推得）')
    expect(table.match(/无预报/g)).toHaveLength(2)
  })

  test('says of its counts what is true of zones, and of a forecast what is true of cities', async () => {
    const zones = await read(releasePage(airRelease(outlook()), zh))
    expect(zones.text).toContain('片区各自计数')
    expect(zones.text).not.toContain('重庆全市计为一个')
    expect((await read(releasePage(airRelease(), zh))).text).toContain('重庆全市计为一个')
  })
})

describe('a corrected forecast', () => {
  const before = cell('泸州市', '2026-11-16', [83, 113])
  const after = cell('泸州市', '2026-11-16', [110, 140])
  const changes = [
    { section: '510500/2026-11-16', member: 'cell', from: canonical(before), to: canonical(after) },
    {
      section: '513300/2026-11-16',
      member: 'cell',
      from: 'null',
      to: canonical(cell('甘孜藏族自治州', '2026-11-16', [20, 45])),
    },
    { section: null, member: 'summary', from: '[]', to: '[1]' },
    { section: null, member: 'statement', from: 'null', to: '"改口"' },
  ]
  const corrected = forecast({
    id: 'daily-air-2026-11-15-2',
    supersedes: { id: 'daily-air-2026-11-15', digest: 'aa' },
    reason: '录入错误',
    changes,
  })

  test('shows a line a value that changed, and what follows from them', async () => {
    const banner = (await read(releasePage(airRelease(corrected), zh))).within('class', 'banner notice')
    for (const part of [
      'daily-air-2026-11-15',
      '录入错误',
      '泸州市 11月16日 良～轻度污染，AQI 83–113，PM2.5 轻度污染，AQI 110–140，PM2.5',
      '甘孜藏族自治州 11月16日 无预报 优，AQI 20–45，无首要污染物',
      '按级别计数 随各区域的值改变',
      '综述 无 改口',
    ])
      expect(banner).toContain(part)
    expect(banner).not.toContain('{')
  })

  test('shows nothing of a change that is no cell, rather than its JSON', () => {
    for (const text of [
      '',
      'null',
      '{}',
      '[]',
      '{"area":{"name":1},"from":"x"}',
      '{"area":{"name":"甲"},"from":"2026-11-16"}',
    ])
      expect(readCell(text)).toBeNull()
    expect(readCell(canonical(after))).toMatchObject({ area: { name: '泸州市' }, aqi: { max: 140, min: 110 } })
  })
})

describe('days', () => {
  test.each([
    ['2026-11-16', '2026-11-16', '11月16日', '16 Nov'],
    ['2026-11-16', '2026-11-22', '11月16日至22日', '16–22 Nov'],
    ['2026-11-30', '2026-12-06', '11月30日至12月6日', '30 Nov – 6 Dec'],
    ['2026-12-30', '2027-01-05', '12月30日至2027年1月5日', '30 Dec 2026 – 5 Jan'],
    ['soon', 'soon', 'soon', 'soon'],
  ])('from %s to %s', (from, to, chinese, english) => {
    expect(daysText(from, to, 'zh')).toBe(chinese)
    expect(daysText(from, to, 'en')).toBe(english)
  })

  test('that follow one another are told as a span, others apart', () => {
    expect(runsText(['2026-11-30', '2026-12-01', '2026-12-03'], 'zh')).toBe('11月30日至12月1日、12月3日')
    expect(runsText([], 'zh')).toBe('')
  })

  test('have their weekday: 16 November 2026 was a Monday', () => {
    expect(weekday('2026-11-16', 'zh')).toBe('周一')
    expect(weekday('2026-11-22', 'en')).toBe('Sun')
    expect(dayText('2026-01-02', 'en', { year: true })).toBe('2 Jan 2026')
  })
})

describe('the tile map', () => {
  test('has a place of its own for every city of the register, within its grid', () => {
    expect(Object.keys(TILE_PLACES).sort()).toEqual(CITIES.map(({ id }) => id).sort())
    const places = Object.values(TILE_PLACES)
    expect(new Set(places.map(String)).size).toBe(places.length)
    for (const [column, row] of places) {
      expect(column).toBeLessThanOrEqual(TILE_COLUMNS)
      expect(row).toBeLessThanOrEqual(TILE_ROWS)
    }
  })

  test('names cities shortly, and keeps that a prefecture is one', () => {
    expect(['成都市', '重庆市', '阿坝藏族羌族自治州', '甘孜藏族自治州', '凉山彝族自治州'].map(shortName)).toEqual([
      '成都',
      '重庆',
      '阿坝州',
      '甘孜州',
      '凉山州',
    ])
  })
})
