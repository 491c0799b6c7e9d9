/** Forecast tables of both sides: columns by their headings, areas at every level, what is refused and where, every format alike. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readAirForecast } from '../../../contracts/air-forecast/read.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { refusal, sheetData, workbook } from '../formats/helpers.ts'
import { AT, csv, FORECASTS, forecasts, rules } from './helpers.ts'

const ROW: Readonly<Record<string, string>> = {
  城市: '成都市',
  预报日期: '2026-11-16',
  发布时间: '2026-11-15 16:00',
  AQI范围: '60~90',
  等级: '良',
  首要污染物: 'PM2.5',
}

/** One row of a table, with some columns of its own. */
function one(columns: Readonly<Record<string, string>>, party: PartyId = 'sc') {
  const row = { ...ROW, ...columns }
  const { records, rejections, notes } = forecasts(party, csv(Object.keys(row), Object.values(row)))
  return { record: records[0]?.record, rejection: rejections[0], notes }
}

test('a row is one record', () => {
  const { records } = forecasts('sc', csv(Object.keys(ROW), Object.values(ROW)))
  expect(records).toEqual([
    {
      key: '510100/2026-11-16/2026-11-15T16:00:00+08:00/sc',
      subject: '510100',
      end: Date.parse('2026-11-17T00:00:00+08:00'),
      row: 2,
      record: {
        aqi: { max: 90, min: 60 },
        area: { id: '510100', kind: 'city', name: '成都市', party: 'sc' },
        class: { max: 2, min: 2, reported: { max: 2, min: 2 } },
        concentrations: {},
        confidence: null,
        horizonHours: 24,
        issued: '2026-11-15T16:00:00+08:00',
        issuer: { office: null, party: 'sc' },
        notes: [],
        primary: ['pm25'],
        standard: 'HJ 633-2026',
        text: null,
        validDate: '2026-11-16',
      },
    },
  ])
})

describe('columns', () => {
  test.each([
    [
      ['AirIndex_From', 'AirIndex_To'],
      ['60', '90'],
    ],
    [
      ['AQI下限', 'AQI上限'],
      ['60', '90'],
    ],
    [
      ['aqiMin', 'aqiMax'],
      ['60', '90'],
    ],
    [['AQI'], ['60-90']],
    [['AQI指数'], ['60～90']],
    [['空气质量指数'], ['60至90']],
  ])('%j hold the AQI range', (heads, cells) => {
    const { AQI范围: _, ...rest } = ROW
    const { records } = forecasts('sc', csv([...Object.keys(rest), ...heads], [...Object.values(rest), ...cells]))
    expect(records[0]?.record.aqi).toEqual({ max: 90, min: 60 })
  })

  test('of confidence, office, horizon, standard and concentrations are kept', () => {
    const { record, notes } = one({
      预报信度: '中',
      发布单位: '成都市生态环境局（示例）',
      预报时效: '24h',
      评价标准: 'HJ 633-2026',
      'PM2.5浓度(μg/m³)': '35~60',
      'CO(mg/m³)': '0.8',
      备注: '示例数据',
      序号: '1',
    })
    expect(record).toMatchObject({
      confidence: 'medium',
      issuer: { office: '成都市生态环境局（示例）' },
      concentrations: { co: { max: { reported: '0.8' }, min: { reported: '0.8' } }, pm25: { max: { value: 60 } } },
      notes: [],
    })
    expect(Object.keys(record?.concentrations ?? {})).toEqual(['co', 'pm25'])
    expect(notes).toEqual([])
  })

  test('that mean nothing, or come twice, are noted for the file', () => {
    expect(one({ 天气: '晴', AQI: '1~2', 空气质量等级: '优' }).notes).toEqual([
      { rule: 'column-ignored', sent: '天气' },
      { rule: 'column-repeated', sent: 'AQI' },
      { rule: 'column-repeated', sent: '空气质量等级' },
    ])
  })

  test.each([
    [['预报日期', 'AQI'], '城市'],
    [['城市', 'AQI'], '预报日期'],
    [['城市', '预报日期'], 'AQI范围'],
    [['城市', '预报日期', 'AirIndex_From'], 'AQI范围'],
    [['甲', '乙'], '城市、预报日期、AQI范围'],
  ])('%j lack %s', (header, missing) => {
    const error = refusal(() => forecasts('sc', csv(header, header)))
    expect(error).toMatchObject({ code: 'columns-missing', row: 1 })
    expect(error.detail.zh).toContain(`缺少列：${missing}；`)
  })

  test('without a time of issue have that of submission, said so', () => {
    const { 发布时间: _, ...rest } = ROW
    const [found] = forecasts('sc', csv(Object.keys(rest), Object.values(rest))).records
    expect([found?.record.issued, rules(found?.record)]).toEqual(['2026-11-15T18:00:00+08:00', ['issued-not-stated']])
    expect(one({ 发布时间: '' }).record?.notes).toEqual([{ field: '/issued', rule: 'issued-not-stated' }])
  })
})

describe('areas', () => {
  test.each<[PartyId, Record<string, string>, string]>([
    ['sc', { 城市: '成都' }, '510100'],
    ['sc', { 城市: '阿坝州' }, '513200'],
    ['sc', { 城市: '四川省成都市' }, '510100'],
    ['sc', { 城市: '', 片区: '川南地区' }, 'sc-川南'],
    ['sc', { 城市: '乐山市', 区县: '市中区' }, '511102'],
    ['sc', { 城市: '', 区划代码: '510100' }, '510100'],
    ['sc', { 城市: '', 区域: '四川天府新区' }, 'sc-四川天府新区'],
    ['cq', { 城市: '重庆市' }, '500000'],
    ['cq', { 城市: '全市' }, '500000'],
    ['cq', { 城市: '万州区' }, '500101'],
    ['cq', { 城市: '重庆市', 区县: '渝中区' }, '500103'],
    ['cq', { 城市: '', 片区: '中心城区', 区县: '渝中区' }, '500103'],
    ['cq', { 城市: '', 片区: '主城都市区' }, 'cq-主城都市区'],
    ['cq', { 城市: '', 区县: '两江新区' }, 'cq-两江新区'],
    ['cq', { 城市: '', 区县: '万盛经开区' }, 'cq-万盛经开区'],
    ['cq', { 城市: '', 区县: '渝中区', 区划代码: '500999' }, '500103'],
    ['cq', { 城市: '', 区县: '', 区划代码: '500381' }, '500116'],
  ])('%s %j is %s', (party, columns, id) => {
    expect(one(columns, party).record?.area.id).toBe(id)
  })

  test('written otherwise than registered are noted, and so is what was retired', () => {
    expect(one({ 城市: '成都' }).record?.notes).toEqual([{ field: '/area/name', rule: 'area-alias', sent: '成都' }])
    expect(one({ 城市: '', 区县: '渝北区' }, 'cq').record?.notes).toEqual([
      { field: '/area/id', rule: 'division-retired', sent: '渝北区' },
    ])
  })

  test.each<[PartyId, Record<string, string>, string, string]>([
    ['sc', { 城市: '' }, 'division-missing', 'area'],
    ['sc', { 城市: '成部市' }, 'division-unknown', '城市'],
    ['sc', { 城市: '贵阳市' }, 'division-unknown', '城市'],
    ['sc', { 城市: '四川省' }, 'division-unknown', '城市'],
    ['sc', { 城市: '', 区县: '市中区' }, 'division-ambiguous', '区县'],
    ['sc', { 省份: '贵州省' }, 'territory-outside', '省份'],
    ['sc', { 城市: '成都市', 区划代码: '510300' }, 'division-ambiguous', '城市'],
    ['cq', { 城市: '', 区县: '渝中区', 区划代码: '500381' }, 'division-ambiguous', '区县'],
  ])('%s %j is refused: %s', (party, columns, type, pointer) => {
    const { rejection } = one(columns, party)
    expect([rejection?.type, rejection?.pointer]).toEqual([type, pointer])
  })

  test('of the other side are a second opinion, whatever their province column says', () => {
    const { record } = one({ 城市: '重庆市', 省份: '重庆市' })
    expect([record?.area.party, record?.issuer.party, rules(record)]).toEqual(['cq', 'sc', ['second-opinion']])
  })
})

describe('what cannot be read is refused under its heading', () => {
  test.each<[Record<string, string>, string, string, string]>([
    [{ AQI范围: '90~60' }, 'range-inverted', 'AQI范围', '90~60'],
    [{ AQI范围: '480~620' }, 'aqi-over-scale', 'AQI范围', '480~620'],
    [{ AQI范围: '约80' }, 'aqi-unreadable', 'AQI范围', '约80'],
    [{ AQI范围: '60.5~90' }, 'aqi-unreadable', 'AQI范围', '60.5~90'],
    [{ AQI范围: '—', 等级: '' }, 'forecast-empty', 'AQI范围', ''],
    [{ 等级: '较好' }, 'air-class-unreadable', '等级', '较好'],
    [{ 首要污染物: 'PM1' }, 'pollutant-unknown', '首要污染物', 'PM1'],
    [{ 预报日期: '' }, 'forecast-date-missing', '预报日期', ''],
    [{ 预报日期: '2026-02-30' }, 'forecast-date-unreadable', '预报日期', '2026-02-30'],
    [{ 预报日期: '下周一' }, 'forecast-date-unreadable', '预报日期', '下周一'],
    [{ 预报日期: '2026-12-01' }, 'forecast-date-outside', '预报日期', '2026-12-01'],
    [{ 预报日期: '2026-11-14' }, 'forecast-date-outside', '预报日期', '2026-11-14'],
    [{ 预报日期: '明天', 发布时间: '' }, 'forecast-date-relative', '预报日期', '明天'],
    [{ 发布时间: '2026-11-31' }, 'issued-unreadable', '发布时间', '2026-11-31'],
    [{ 发布时间: '2026-11-15 19:00' }, 'issued-in-future', '发布时间', '2026-11-15 19:00'],
    [{ 预报时效: '48' }, 'horizon-differs', '预报时效', '48'],
    [{ 'PM2.5(ppb)': '35' }, 'unit-unknown', 'PM2.5(ppb)', 'ppb'],
    [{ 'PM2.5(μg/m³)': '较高' }, 'value-not-a-number', 'PM2.5(μg/m³)', '较高'],
    [{ CO: '1300' }, 'co-unit-doubtful', 'CO', '1300'],
  ])('%j: %s', (columns, type, pointer, value) => {
    const { record, rejection } = one(columns)
    expect(record).toBeUndefined()
    expect(rejection).toMatchObject({ row: 2, type, pointer, value })
    for (const text of [rejection?.detail.zh, rejection?.detail.en]) expect(text).not.toBe('')
  })

  test.each<[Record<string, string>, string]>([
    [{ 预报信度: '不明' }, 'confidence-unreadable'],
    [{ 预报时效: '明日' }, 'horizon-unreadable'],
    [{ 评价标准: 'GB 3095-2012' }, 'standard-unreadable'],
    [{ 评价标准: 'HJ 633-2012' }, 'standard-as-stated'],
    [{ 等级: '优' }, 'class-differs'],
    [{ 预报日期: '11月16日' }, 'date-year-inferred'],
    [{ 预报日期: '明天' }, 'date-relative'],
  ])('%j is taken, with the note %s', (columns, rule) => {
    expect(rules(one(columns).record)).toEqual([rule])
  })
})

describe('one table in every format', () => {
  const header = Object.keys(ROW)
  const expected = forecasts('sc', csv(header, Object.values(ROW))).records[0]?.record

  test.each([
    ['GB18030', iconv.encode(csv(header, Object.values(ROW)), 'gb18030')],
    ['an array of objects in JSON', JSON.stringify([ROW])],
    ['arrays in JSON', JSON.stringify({ thead: header, tbody: [Object.values(ROW)] })],
    [
      'a page of HTML',
      `<table><tr>${header.map((head) => `<th>${head}</th>`).join('')}</tr><tr>${Object.values(ROW)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr></table>`,
    ],
    ['a workbook', workbook({ sheets: { 预报: sheetData([header, Object.values(ROW)]) } })],
  ])('%s gives the same record', (_name, source) => {
    expect(forecasts('sc', source).records.map(({ record }) => record)).toEqual([expected])
  })

  test('JSON in English words with typed numbers gives the same', () => {
    const row = {
      city: '成都市',
      forecastDate: '2026-11-16',
      issuedAt: '2026-11-15T16:00:00',
      aqiMin: 60,
      aqiMax: 90,
      level: '良',
      primary: 'PM2.5',
    }
    expect(forecasts('sc', JSON.stringify({ data: [row] })).records[0]?.record).toEqual(expected)
  })

  test('a workbook with typed dates and a sheet of explanations gives the same', () => {
    // 46342 is 16 November 2026; 46341.6667 is four in the afternoon of the day before.
    const dated = (value: number, style: number) => (address: string) =>
      `<c r="${address}" s="${style}"><v>${value}</v></c>`
    const source = workbook({
      sheets: {
        说明: sheetData([['项目', '说明', '单位']]),
        预报: sheetData([header, ['成都市', dated(46342, 1), dated(46341 + 2 / 3, 2), '60~90', '良', 'PM2.5']]),
      },
      formats: ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm'],
    })
    const { records, notes } = forecasts('sc', source)
    expect(records.map(({ record, sheet }) => [record, sheet])).toEqual([[expected, '预报']])
    expect(notes).toEqual([{ rule: 'table-ignored', sent: '说明' }])
  })
})

test('rows that come again are duplicates; another value for the same area, day and issue is a second reading', () => {
  const rows = [Object.values(ROW), Object.values(ROW), Object.values({ ...ROW, AQI范围: '70~100', 等级: '良' })]
  const { records, duplicates } = forecasts('sc', csv(Object.keys(ROW), ...rows))
  expect(duplicates).toEqual([{ row: 3, of: 2 }])
  expect(records.map(({ record }) => rules(record))).toEqual([[], ['key-repeated']])
})

test('a last row without its end is taken with a note, and refused when cut', () => {
  const whole = csv(Object.keys(ROW), Object.values(ROW), Object.values({ ...ROW, 城市: '德阳市' }))
  expect(forecasts('sc', whole.slice(0, -2)).records.map(({ record }) => rules(record))).toEqual([
    [],
    ['last-line-open'],
  ])
  expect(forecasts('sc', whole.slice(0, -9)).rejections.map(({ type }) => type)).toEqual(['row-truncated'])
})

test('an adapter says what it is, and wants the register of divisions', () => {
  for (const [party, side] of [
    ['cq', 'chongqing'],
    ['sc', 'sichuan'],
  ] as const) {
    const adapter = FORECASTS[party]
    expect(adapter).toMatchObject({
      id: `${side}/air-forecast`,
      party,
      contract: 'air-forecast',
      register: 'divisions',
    })
    expect(adapter.version).toMatch(/^\d+\.\d+\.\d+$/)
  }
})

describe('any file of good and bad rows', () => {
  const header = [
    '省份',
    '城市',
    '区县',
    '片区',
    '预报日期',
    '发布时间',
    'AQI范围',
    '等级',
    '首要污染物',
    '预报时效',
    'CO(μg/m³)',
  ]
  const row = fc.tuple(
    fc.constantFrom('', '四川省', '重庆市', '贵州省', '--'),
    fc.constantFrom('成都市', '重庆市', '全市', '成部市', '', '万州区', '四川省', 'constructor'),
    fc.constantFrom('', '', '渝中区', '市中区', '江北区'),
    fc.constantFrom('', '', '川南', '中心城区'),
    fc.constantFrom('2026-11-16', '11月17日', '18日', '明天', '2026-02-30', '', '2027-01-01', '20261116'),
    fc.constantFrom('2026-11-15 16:00', '', '11月15日', '2030-01-01', 'x'),
    fc.constantFrom('60~90', '90~60', '0~501', '—', '85', '89±15', '高', '', '0~50'),
    fc.constantFrom('良', '优或良', '', '—', '较好', '轻至中度污染'),
    fc.constantFrom('PM2.5', '无', 'PM1', 'PM10或O3', ''),
    fc.constantFrom('', '24', '48', 'x'),
    fc.constantFrom('', '800~1200', '90001', '-', '0.8~x', '-5'),
  )
  const validate = CONTRACTS.find(({ id }) => id === 'air-forecast')?.validate

  test('rows in = records + rejections + duplicates, all named by their row, all canonical', () => {
    const check = (party: PartyId, source: string, count: number, first: number) => {
      const { rowsIn, records, rejections, duplicates } = forecasts(party, source)
      expect(rowsIn).toBe(count)
      const rows = [...records, ...rejections, ...duplicates].map((each) => each.row).sort((a, b) => a - b)
      expect(rows).toEqual(Array.from({ length: count }, (_, at) => first + at))
      for (const { record, key, subject, end } of records) {
        expect(key.startsWith(`${record.area.id}/${record.validDate}/${record.issued}/${party}`)).toBe(true)
        expect([subject, end]).toEqual([record.area.id, Date.parse(`${record.validDate}T24:00:00+08:00`)])
        expect(JSON.stringify(record)).toBe(canonical(record))
        if (validate?.(record)) expect(readAirForecast(Buffer.from(JSON.stringify(record)))).toEqual(record)
        // A negative concentration is a figure; the contract refuses it.
        else for (const { instancePath } of validate?.errors ?? []) expect(instancePath).toMatch(/\/value$/)
      }
    }
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.constantFrom<PartyId>('cq', 'sc'), (rows, party) => {
        check(party, csv(header, ...rows), rows.length, 2)
        check(party, JSON.stringify({ thead: header, tbody: rows }), rows.length, 1)
      }),
      { numRuns: 150 },
    )
  })

  test('reading it again gives the same', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
        expect(forecasts('cq', csv(header, ...rows))).toEqual(forecasts('cq', csv(header, ...rows)))
      }),
      { numRuns: 30 },
    )
  })
})

test('time passes: a forecast for tomorrow read a week later is still the forecast it was', () => {
  const file = csv(Object.keys(ROW), Object.values(ROW))
  expect(forecasts('sc', file, { at: AT + 7 * 86_400_000 }).records).toEqual(forecasts('sc', file).records)
})
