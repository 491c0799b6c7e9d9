/** Observations row by row: sites, moments, units, absence, the index by the edition in force, and what was sent otherwise. */
import { describe, expect, test } from 'vitest'
import type { PartyId } from '../../../contracts/types.ts'
import { refusal } from '../formats/helpers.ts'
import { AT, csv, OBSERVATIONS, observations, rules } from './helpers.ts'

const ROW: Readonly<Record<string, string>> = {
  城市: '成都市',
  监测时间: '2026-11-15 08:00',
  'CO(mg/m³)': '0.8',
  'NO2(μg/m³)': '38',
  'O3(μg/m³)': '62',
  'PM10(μg/m³)': '96',
  'PM2.5(μg/m³)': '61',
  'SO2(μg/m³)': '7',
}

/** One row of a table, with some columns of its own; a column given as undefined is left out. */
function one(columns: Readonly<Record<string, string | undefined>>, party: PartyId = 'sc', at = AT) {
  const row = Object.entries({ ...ROW, ...columns }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const file = csv(
    row.map(([heading]) => heading),
    row.map(([, cell]) => cell),
  )
  const { records, rejections, notes } = observations(party, file, { at })
  return { record: records[0]?.record, key: records[0]?.key, rejection: rejections[0], notes }
}

// By hand from HJ 633-2026: PM2.5 61 → 100 + 50·1/55 = 100.9, up to 101; PM10 96 → 50 + 50·46/70 = 82.9; NO2 38 → 19; O3 62 → 19.4; CO 0.8 → 8; SO2 7 → 2.3.
test('an hour of a city is one record with the index of the edition in force', () => {
  const { record, key } = one({ AQI: '101', 空气质量等级: '轻度污染', 首要污染物: '细颗粒物(PM2.5)' })
  expect(key).toBe('510100/1h/2026-11-15T08:00:00+08:00/sc')
  expect(record).toEqual({
    aqi: {
      class: { computed: 3, reported: 3 },
      computed: 101,
      primary: { computed: ['pm25'], reported: ['pm25'] },
      reported: 101,
    },
    averaging: '1h',
    interval: { end: '2026-11-15T08:00:00+08:00', start: '2026-11-15T07:00:00+08:00' },
    notes: [],
    originator: 'sc',
    publication: 'joint',
    referenceState: { basis: 'date', pressure: '1013.25', temperature: '298.15' },
    results: {
      co: { qualifier: null, reported: '0.8', unit: 'mg/m³', value: 0.8 },
      no2: { qualifier: null, reported: '38', unit: 'μg/m³', value: 38 },
      o3: { qualifier: null, reported: '62', unit: 'μg/m³', value: 62 },
      pm10: { qualifier: null, reported: '96', unit: 'μg/m³', value: 96 },
      pm25: { qualifier: null, reported: '61', unit: 'μg/m³', value: 61 },
      so2: { qualifier: null, reported: '7', unit: 'μg/m³', value: 7 },
    },
    review: 'raw',
    site: {
      area: { id: '510100', kind: 'city', name: '成都市', party: 'sc' },
      code: null,
      coordinates: null,
      id: '510100',
      kind: 'area',
      name: '成都市',
    },
    standard: 'HJ 633-2026',
  })
})

describe('the index', () => {
  test('is of the edition in force while the hour began', () => {
    // By HJ 633-2012 PM2.5 61 is 50 + 50·26/40 = 82.5, up to 83.
    const last = one({ 监测时间: '2026-03-01 00:00' }).record
    expect([last?.standard, last?.aqi.computed]).toEqual(['HJ 633-2012', 83])
    const first = one({ 监测时间: '2026-03-01 01:00' }).record
    expect([first?.standard, first?.aqi.computed]).toEqual(['HJ 633-2026', 101])
    const day = one({ 监测时间: '2026-02-28', 'O3(μg/m³)': undefined, 'O3_8h(μg/m³)': '62' }).record
    expect([day?.standard, day?.averaging, day?.aqi.computed]).toEqual(['HJ 633-2012', '24h', 83])
  })

  test('before any edition is none, said so', () => {
    const { record } = one({ 监测时间: '2015-12-31 08:00' })
    expect([record?.standard, record?.aqi.computed, rules(record)]).toEqual([null, null, ['standard-not-in-force']])
    expect(record?.referenceState).toEqual({ basis: 'date', pressure: null, temperature: '273.15' })
  })

  test('sent otherwise is kept beside it, each difference noted', () => {
    const { record } = one({ AQI: '99', 空气质量等级: '良', 首要污染物: 'PM10' })
    expect(record?.aqi).toEqual({
      class: { computed: 3, reported: 2 },
      computed: 101,
      primary: { computed: ['pm25'], reported: ['pm10'] },
      reported: 99,
    })
    expect(record?.notes).toEqual([
      { field: '/aqi', rule: 'aqi-differs', sent: '99' },
      { field: '/aqi/class', rule: 'class-differs', sent: '2' },
      { field: '/aqi/primary', rule: 'primary-differs', sent: 'PM10' },
    ])
  })

  test('of an incomplete set up to 100 is not available, and above 100 it is', () => {
    const clean = one({ 'PM2.5(μg/m³)': '60', 'PM10(μg/m³)': '-;', AQI: 'NA', 首要污染物: '-;' }).record
    expect([clean?.aqi.computed, clean?.aqi.reported, clean?.aqi.primary.reported]).toEqual([null, null, []])
    expect(clean?.notes).toEqual([{ field: '/aqi/computed', rule: 'aqi-not-available' }])
    const heavy = one({ 'PM10(μg/m³)': '--' }).record
    expect([heavy?.aqi.computed, rules(heavy)]).toEqual([101, []])
  })

  test('of a day takes ozone from eight hours, and there is none for eight hours alone', () => {
    // O3 8h 165 → 100 + 50·5/55 = 104.5, up to 105; PM2.5 50 → 80.
    const { record, notes } = one({
      监测时间: '2026-11-14',
      'PM2.5(μg/m³)': '50',
      'O3(μg/m³)': '182',
      'O3_8h(μg/m³)': '165',
    })
    expect([record?.aqi.computed, record?.aqi.primary.computed, record?.results.o3?.value]).toEqual([105, ['o3'], 165])
    expect(record?.interval).toEqual({ end: '2026-11-15T00:00:00+08:00', start: '2026-11-14T00:00:00+08:00' })
    expect(notes).toEqual([{ rule: 'column-derived', sent: 'O3(μg/m³)' }])
    const plain = one({ 监测时间: '2026-11-14', 'PM2.5(μg/m³)': '50', 'O3(μg/m³)': '165' }).record
    expect([plain?.aqi.computed, rules(plain)]).toEqual([105, ['ozone-taken-as-8h']])
    const eight = one({ 平均时段: '8小时', 'O3(μg/m³)': undefined, 'O3_8h(μg/m³)': '165' }).record
    expect([eight?.averaging, eight?.aqi.computed]).toEqual(['8h', null])
    expect(eight?.interval.start).toBe('2026-11-15T00:00:00+08:00')
  })

  test('of 24 hours that are no civil day is none', () => {
    const { record } = one({ 平均时段: '24h', 监测时间: '2026-11-15 08:00' })
    expect([record?.averaging, record?.aqi.computed, record?.interval.start]).toEqual([
      '24h',
      null,
      '2026-11-14T08:00:00+08:00',
    ])
  })

  test.each([
    ['501', 'aqi-over-scale'],
    ['良', 'aqi-unreadable'],
    ['-1', 'aqi-unreadable'],
    ['59.5', 'aqi-unreadable'],
  ])('sent as %s is refused', (AQI, type) => {
    expect(one({ AQI }).rejection).toMatchObject({ row: 2, type, pointer: 'AQI', value: AQI })
  })

  test('sent with a class that is none is refused, with a primary pollutant that is none noted', () => {
    expect(one({ 等级: '良至轻度污染' }).rejection).toMatchObject({ type: 'air-class-unreadable', pointer: '等级' })
    const { record } = one({ 首要污染物: '沙尘' })
    expect([record?.aqi.primary.reported, rules(record)]).toEqual([null, ['primary-unreadable']])
  })
})

describe('carbon monoxide', () => {
  test('is in mg/m³ unless its heading says otherwise, and is converted with a note when it does', () => {
    const sent = { 'CO(mg/m³)': undefined, 'CO(μg/m³)': '1300' }
    expect(one(sent).record?.results.co).toEqual({ qualifier: null, reported: '1.300', unit: 'mg/m³', value: 1.3 })
    expect(rules(one(sent).record)).toEqual(['unit-converted'])
    expect(one({ 'CO(mg/m³)': undefined, CO: '1.3' }).record?.results.co?.value).toBe(1.3)
  })

  test.each(['1300', '100', '90.1'])('of %s without a unit is refused, never guessed', (CO) => {
    const { rejection } = one({ 'CO(mg/m³)': undefined, CO })
    expect(rejection).toMatchObject({ type: 'co-unit-doubtful', pointer: 'CO', value: CO })
    expect(rejection?.detail.zh).toContain('CO(μg/m³)')
  })

  test('of 90 is the most that is taken', () => {
    expect(one({ 'CO(mg/m³)': '90' }).record?.results.co?.value).toBe(90)
  })

  test('in a unit that measures something else is refused', () => {
    expect(one({ 'CO(mg/m³)': undefined, 'CO(ppm)': '1.1' }).rejection).toMatchObject({
      type: 'unit-unknown',
      value: 'ppm',
    })
  })
})

describe('figures', () => {
  const pm25 = (cell: string) => one({ 'PM2.5(μg/m³)': cell }).record?.results.pm25
  test.each(['', '-;', '--', '——', '/', 'NA', 'N/A', '缺测', 'null'])('%j is missing, never 0', (cell) => {
    expect(pm25(cell)).toEqual({
      qualifier: 'missing',
      reported: cell === '' ? null : cell,
      unit: 'μg/m³',
      value: null,
    })
  })

  test.each([
    ['*', 'not-monitored', '*', null],
    ['未检出', 'ND', '未检出', null],
    ['<2', '<', '<2', 2],
    ['２L', 'L', '2L', 2],
    ['61.0', null, '61.0', 61],
    ['６１', null, '61', 61],
    ['0', null, '0', 0],
  ])('%s', (cell, qualifier, reported, value) => {
    expect(pm25(cell)).toEqual({ qualifier, reported, unit: 'μg/m³', value })
  })

  test('that are none are refused under their heading', () => {
    expect(one({ 'PM2.5(μg/m³)': '仪器故障' }).rejection).toMatchObject({
      type: 'value-not-a-number',
      pointer: 'PM2.5(μg/m³)',
      value: '仪器故障',
    })
  })

  test('below 0 stay, for the contract to refuse, and make no index', () => {
    const { record } = one({ 'PM2.5(μg/m³)': '-3' })
    expect([record?.results.pm25?.value, record?.aqi.computed]).toEqual([-3, null])
  })

  test('in mg/m³ come to μg/m³', () => {
    const { record } = one({ 'PM2.5(μg/m³)': undefined, 'PM2.5(mg/m³)': '0.061' })
    expect([record?.results.pm25?.reported, record?.aqi.computed]).toEqual(['61', 101])
  })

  test('all absent make a record that says so', () => {
    const none = Object.fromEntries(
      Object.keys(ROW)
        .slice(2)
        .map((heading) => [heading, '-;']),
    )
    const { record } = one(none)
    expect([record?.aqi.computed, rules(record)]).toEqual([null, ['no-figure']])
  })
})

describe('moments', () => {
  test.each([
    ['2026-11-15 08:00', '1h', '2026-11-15T08:00:00+08:00', []],
    ['2026-11-15T08:00:00', '1h', '2026-11-15T08:00:00+08:00', []],
    ['2026-11-15 8', '1h', '2026-11-15T08:00:00+08:00', []],
    ['2026年11月15日8时', '1h', '2026-11-15T08:00:00+08:00', []],
    ['20261115080000', '1h', '2026-11-15T08:00:00+08:00', []],
    ['2026111508', '1h', '2026-11-15T08:00:00+08:00', []],
    ['2026-11-14 24:00', '1h', '2026-11-15T00:00:00+08:00', []],
    ['11-15 08:00', '1h', '2026-11-15T08:00:00+08:00', ['time-year-inferred']],
    ['2026-11-14', '24h', '2026-11-15T00:00:00+08:00', ['ozone-taken-as-8h']],
  ])('%s is %s until %s', (监测时间, averaging, end, noted) => {
    const { record } = one({ 监测时间 })
    expect([record?.averaging, record?.interval.end, rules(record)]).toEqual([averaging, end, noted])
  })

  test.each([
    [{ 日期: '20261115', 小时: '8' }, '2026-11-15T08:00:00+08:00'],
    [{ date: '2026-11-15', hour: '08' }, '2026-11-15T08:00:00+08:00'],
    [{ 日期: '2026年11月15日', 时次: '8时' }, '2026-11-15T08:00:00+08:00'],
    [{ year: '2026', month: '11', day: '15', hour: '0' }, '2026-11-15T00:00:00+08:00'],
    [{ 年: '2026', 月: '1', 日: '5', 时: '24' }, '2026-01-06T00:00:00+08:00'],
    [{ 日期: '20261114' }, '2026-11-15T00:00:00+08:00'],
  ])('in columns %j end at %s', (columns, end) => {
    expect(one({ 监测时间: undefined, ...columns }).record?.interval.end).toBe(end)
  })

  test('a day that bears a midnight is its own day, said so', () => {
    const { record } = one({ 监测时间: '2026-11-14 00:00:00', 平均时段: '日均' })
    expect([record?.interval, rules(record)]).toEqual([
      { end: '2026-11-15T00:00:00+08:00', start: '2026-11-14T00:00:00+08:00' },
      ['midnight-read-as-day', 'ozone-taken-as-8h'],
    ])
  })

  test.each([
    [{ 监测时间: '' }, 'time-missing', '监测时间'],
    [{ 监测时间: '--' }, 'time-missing', '监测时间'],
    [{ 监测时间: '2026-02-30 08:00' }, 'time-unreadable', '监测时间'],
    [{ 监测时间: '2026-11-15 25:00' }, 'time-unreadable', '监测时间'],
    [{ 监测时间: '2026-11-14', 平均时段: '小时' }, 'time-unreadable', '监测时间'],
    [{ 平均时段: '周均' }, 'averaging-unreadable', '平均时段'],
    [{ 监测时间: '2026-11-15 19:00' }, 'time-in-future', '监测时间'],
    [{ 监测时间: '2026-11-15' }, 'time-in-future', '监测时间'],
    [{ 监测时间: undefined, year: '2026', month: '', day: '15' }, 'time-missing', 'year'],
  ])('%j is refused: %s', (columns, type, pointer) => {
    expect(one(columns).rejection).toMatchObject({ row: 2, type, pointer })
  })
})

describe('sites', () => {
  test('with a national code belong to the national centre, wherever they come from', () => {
    const { record, key } = one({ 站点编码: '9901A', 站点名称: '示例一站' })
    expect(record?.site).toMatchObject({
      id: '9901A',
      code: '9901A',
      name: '示例一站',
      kind: 'station',
      area: { id: '510100' },
    })
    expect([record?.originator, key]).toEqual(['cnemc', '9901A/1h/2026-11-15T08:00:00+08:00/cnemc'])
    expect(one({ 站点编码: '9901A', 数据来源: '四川省生态环境监测总站' }).record?.originator).toBe('sc')
  })

  test.each<[PartyId, Record<string, string | undefined>, string, string | null]>([
    ['cq', { 城市: '重庆市', 区县: '渝中区', 站点名称: '示例二站' }, '500103-示例二站', null],
    ['cq', { 城市: undefined, 区县: '渝中区', 站点编码: 'CQ-07' }, 'cq-CQ-07', 'CQ-07'],
    ['cq', { 城市: '重庆市' }, '500000', null],
    ['cq', { 城市: '渝中区' }, '500103', null],
    ['sc', { 城市: '阿坝州', 站点名称: '示例 三站' }, '513200-示例三站', null],
  ])('%s %j have the id %s', (party, columns, id, code) => {
    const { record } = one(columns, party)
    expect([record?.site.id, record?.site.code]).toEqual([id, code])
  })

  test('by code alone lie nowhere that is known, said so', () => {
    const { record } = one({ 城市: '', 站点编码: '9901A' })
    expect([record?.site.area, record?.site.name, rules(record)]).toEqual([null, null, ['area-not-stated']])
    expect(one({ 城市: '', 站点编码: '9901A', 省份: '重庆市' }).rejection?.type).toBe('row-of-other-side')
  })

  test.each<[PartyId, Record<string, string | undefined>, string, string]>([
    ['sc', { 城市: '重庆市' }, 'row-of-other-side', '城市'],
    ['cq', { 城市: '成都市' }, 'row-of-other-side', '城市'],
    ['cq', { 城市: '成都市', 站点编码: '9901A' }, 'row-of-other-side', '城市'],
    ['sc', { 城市: '成都市', 省份: '重庆市' }, 'row-of-other-side', '城市'],
    ['sc', { 城市: '贵阳市' }, 'division-unknown', '城市'],
    ['sc', { 城市: '贵阳市', 省份: '贵州省' }, 'territory-outside', '省份'],
    ['sc', { 城市: '' }, 'division-missing', 'area'],
    ['sc', { 城市: undefined, 区域: '川南' }, 'division-unknown', '区域'],
    ['sc', { 站点编码: '99 01' }, 'site-unreadable', '站点编码'],
    ['sc', { 站点名称: '站'.repeat(65) }, 'site-unreadable', '站点名称'],
  ])('%s %j are refused: %s', (party, columns, type, pointer) => {
    expect(one(columns, party).rejection).toMatchObject({ row: 2, type, pointer })
  })

  test('have coordinates only with their reference system; offset ones are brought back', () => {
    const place = { 经度: '104.06', 纬度: '30.65' }
    const given = (columns: Record<string, string>) => {
      const { record } = one({ ...place, ...columns })
      return [record?.site.coordinates, rules(record)]
    }
    expect(given({ 坐标系: 'CGCS2000' })).toEqual([{ crs: 'CGCS2000', latitude: 30.65, longitude: 104.06 }, []])
    expect(given({ 坐标系: 'WGS-84' })).toEqual([{ crs: 'WGS84', latitude: 30.65, longitude: 104.06 }, []])
    expect(given({})).toEqual([null, ['coordinates-without-crs']])
    expect(given({ 坐标系: 'CGCS2000', 经度: '104°3′' })).toEqual([null, ['coordinates-unreadable']])
    expect(given({ 坐标系: 'CGCS2000', 纬度: '95' })).toEqual([null, ['coordinates-unreadable']])
    // §7.4: at Chengdu GCJ-02 lies +0.00250°, −0.00246° from WGS 84.
    const [shifted, noted] = given({ 坐标系: 'GCJ-02' })
    expect(noted).toEqual(['coordinates-converted'])
    expect(shifted).toMatchObject({
      crs: 'CGCS2000',
      longitude: expect.closeTo(104.06 - 0.0025, 3),
      latitude: expect.closeTo(30.65 + 0.00246, 3),
    })
  })

  test('that have moved are read as what took their place', () => {
    const { record } = one({ 城市: undefined, 区县: '江北区' }, 'cq')
    expect([record?.site.id, rules(record)]).toEqual(['cq-两江新区', ['division-retired']])
    const before = one({ 城市: undefined, 区县: '江北区', 监测时间: '2025-11-05 12:00' }, 'cq').record
    expect([before?.site.id, rules(before)]).toEqual(['500105', []])
  })
})

describe('state of gases, review and producer', () => {
  test.each([
    ['2018-08-31 23:00', '273.15', null],
    ['2018-09-01 00:00', '273.15', null],
    ['2018-09-01 01:00', '298.15', '1013.25'],
  ])('an hour until %s is at %s K', (监测时间, temperature, pressure) => {
    expect(one({ 监测时间 }).record?.referenceState).toEqual({ basis: 'date', pressure, temperature })
  })

  test.each([
    ['参比状态', { basis: 'stated', pressure: '1013.25', temperature: '298.15' }, []],
    ['标准状态', { basis: 'stated', pressure: null, temperature: '273.15' }, ['reference-state-differs']],
    ['干烟气', null, ['reference-state-unreadable']],
  ])('stated as %s', (参比状态, state, noted) => {
    const { record } = one({ 参比状态 })
    expect([record?.referenceState, rules(record)]).toEqual([state, noted])
  })

  test('are as sent, and noted where they cannot be read', () => {
    expect(one({ 审核状态: '已审核', 数据来源: '中国环境监测总站' }).record).toMatchObject({
      review: 'reviewed',
      originator: 'cnemc',
      notes: [],
    })
    expect(rules(one({ 审核状态: '存疑', 数据来源: '某公司' }).record)).toEqual([
      'review-unreadable',
      'originator-unreadable',
    ])
  })
})

describe('the file', () => {
  test.each([
    [['监测时间', 'PM2.5'], '城市或站点'],
    [['城市', 'PM2.5'], '监测时间'],
    [['城市', 'year', 'month', 'PM2.5'], '监测时间'],
    [['城市', '监测时间', 'AQI'], '监测项目'],
  ])('with only %j lacks %s', (header, missing) => {
    const error = refusal(() => observations('sc', csv(header, header)))
    expect(error.code).toBe('columns-missing')
    expect(error.detail.zh).toContain(`缺少列：${missing}；`)
  })

  test('notes columns that mean nothing, that come twice, and those worked out from others', () => {
    const { notes } = one({
      'PM2.5_24h': '55',
      O3_8h: '60',
      o3_8h_24h: '70',
      PM25: '9',
      'PM10(ug/m3)': '1',
      风向: '北',
      orderid: '1',
    })
    expect(notes).toEqual([
      { rule: 'column-ignored', sent: '风向' },
      { rule: 'column-repeated', sent: 'PM25' },
      { rule: 'column-repeated', sent: 'PM10(ug/m3)' },
      { rule: 'column-derived', sent: 'PM2.5_24h' },
      { rule: 'column-derived', sent: 'O3_8h' },
      { rule: 'column-derived', sent: 'o3_8h_24h' },
    ])
  })

  test('counts rows that come again, and keeps another reading of the same hour', () => {
    const header = Object.keys(ROW)
    const first = Object.values(ROW)
    const other = Object.values({ ...ROW, 'PM2.5(μg/m³)': '62' })
    const { records, duplicates, rowsIn } = observations('sc', csv(header, first, first, other))
    expect([rowsIn, duplicates]).toEqual([3, [{ row: 3, of: 2 }]])
    expect(records.map(({ record }) => rules(record))).toEqual([[], ['key-repeated']])
  })

  test('cut off at its end says so', () => {
    const whole = csv(Object.keys(ROW), Object.values(ROW))
    expect(rules(observations('sc', whole.slice(0, -2)).records[0]?.record)).toEqual(['last-line-open'])
  })
})

test('an adapter says what it is', () => {
  for (const [party, side] of [
    ['cq', 'chongqing'],
    ['sc', 'sichuan'],
  ] as const) {
    const adapter = OBSERVATIONS[party]
    expect(adapter).toMatchObject({
      id: `${side}/air-observation`,
      party,
      contract: 'air-observation',
      register: 'divisions',
    })
  }
})
