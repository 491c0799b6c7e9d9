/** Forecast tables with their days side by side: every way the days and their parts are headed, what a cell may say, and what is refused where. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDayCell } from '../../../adapters/air/day-cell.ts'
import { forecastColumns, missingForecastColumns } from '../../../adapters/air/forecast-columns.ts'
import { readAirForecast } from '../../../contracts/air-forecast/read.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { cell, document, row, table } from '../formats/docx.ts'
import { type HandCell, limitsWith, refusal, sheetData, workbook } from '../formats/helpers.ts'
import { AT, csv, FORECASTS, forecasts, rules } from './helpers.ts'

const DAYS = ['11月16日', '11月17日', '11月18日']
const ISSUE = ['发布时间', '2026-11-15 16:00'] as const
/** City, day, classes, AQI and primary pollutants of each record. */
const told = (source: string | Uint8Array, party: PartyId = 'sc') =>
  forecasts(party, source).records.map(
    ({
      record: {
        area,
        validDate,
        class: { min, max },
        aqi,
        primary,
      },
    }) => [area.name, validDate.slice(5), `${min}~${max}`, aqi && `${aqi.min}~${aqi.max}`, primary.join()].join(' '),
  )
const refused = (source: string | Uint8Array) =>
  forecasts('sc', source).rejections.map(({ row: at, type, pointer, value }) => [at, type, pointer, value])
const cities = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  csv([ISSUE[0], ...header], ...rows.map((cells) => [ISSUE[1], ...cells]))

describe('a cell for a city and a day', () => {
  const file = cities(
    ['城市', ...DAYS],
    ['成都市', '良 60~90 PM2.5', '优 20~40', '良至轻度污染 95~125 PM2.5、O3'],
    ['德阳市', '良', '61~91', ''],
  )

  test('is a record, its row the city’s', () => {
    const { rowsIn, records, rejections, notes } = forecasts('sc', file)
    expect([rowsIn, rejections, notes]).toEqual([5, [], []])
    expect(told(file)).toEqual([
      '成都市 11-16 2~2 60~90 pm25',
      '成都市 11-17 1~1 20~40 ',
      '成都市 11-18 2~3 95~125 pm25,o3',
      '德阳市 11-16 2~2  ',
      '德阳市 11-17 2~2 61~91 ',
    ])
    expect(records.map(({ row: at }) => at)).toEqual([2, 2, 2, 3, 3])
    expect(records[0]).toEqual({
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
        notes: [{ field: '/validDate', rule: 'date-year-inferred', sent: '11月16日' }],
        primary: ['pm25'],
        standard: 'HJ 633-2026',
        text: null,
        validDate: '2026-11-16',
      },
    })
  })

  test.each([
    ['良 60~90 PM2.5', ['良', '60~90', 'PM2.5']],
    ['PM2.5，60~90，良', ['良', '60~90', 'PM2.5']],
    ['良/60~90/PM2.5', ['良', '60~90', 'PM2.5']],
    ['良\n60 ~ 90\nPM2.5、O3', ['良', '60~90', 'PM2.5、O3']],
    ['60-90（良）', ['良', '60-90', '']],
    ['AQI：60～90；等级：良；首要污染物：细颗粒物(PM2.5)', ['良', '60~90', '细颗粒物、PM2.5']],
    ['良 至 轻度污染 95~125', ['良至轻度污染', '95~125', '']],
    ['良/轻度污染', ['良/轻度污染', '', '']],
    ['Ⅱ级 75±15 O3-8h', ['Ⅱ级', '75±15', 'O3-8h']],
    ['优 30 无', ['优', '30', '']],
    ['优 20~40 —', ['优', '20~40', '']],
    ['优，无首要污染物', ['优', '', '']],
    ['—', ['', '', '']],
    ['', ['', '', '']],
  ])('%j says its parts', (text, [grade, aqi, primary]) => {
    expect(parseDayCell(text)).toEqual({ aqi, class: grade, primary })
  })

  test.each([
    '良 60~90 较差',
    '良 优',
    '60~90 70~100',
    '60.5~90',
    '良60',
    'PM1',
    '多云转晴',
    '良 60~90 PM2.5 PM1',
    '1 2',
  ])('%j cannot be read', (text) => expect(parseDayCell(text)).toBeNull())

  test('that cannot be read is refused under its own column, and the other days of the city count', () => {
    const bad = cities(
      ['城市', ...DAYS],
      ['成都市', '良 60~90', '多云转晴', '—'],
      ['成部市', '良', '', ''],
      ['绵阳市', '90~60', '良 480~620', 'PM2.5'],
    )
    expect(told(bad)).toEqual(['成都市 11-16 2~2 60~90 '])
    expect(refused(bad)).toEqual([
      [2, 'forecast-cell-unreadable', '11月17日', '多云转晴'],
      [2, 'forecast-empty', '11月18日', ''],
      [3, 'division-unknown', '城市', '成部市'],
      [4, 'range-inverted', '11月16日', '90~60'],
      [4, 'aqi-over-scale', '11月17日', '480~620'],
      [4, 'forecast-empty', '11月18日', ''],
    ])
    for (const { type } of forecasts('sc', bad).rejections) expect(isErrorCode(type)).toBe(true)
  })

  test('left out for every day refuses the city once', () => {
    expect(refused(cities(['城市', ...DAYS], ['成都市', '', '', ''], ['德阳市', '良', '', '']))).toEqual([
      [2, 'forecast-empty', '11月16日', ''],
    ])
  })

  test('may share a column of all days with the others', () => {
    const file = cities(['城市', '首要污染物', '11月16日', '11月17日'], ['成都市', 'PM2.5', '60~90', '61~91 O3'])
    expect(told(file)).toEqual(['成都市 11-16 2~2 60~90 pm25', '成都市 11-17 2~2 61~91 o3'])
  })
})

describe('days are headed', () => {
  test.each([
    ['11月16日', '11月17日'],
    ['16日', '17日'],
    ['16日（周一）', '17日（周二）'],
    ['2026-11-16', '2026-11-17'],
    ['2026/11/16', '2026/11/17'],
    ['2026-11-16 00:00:00', '2026-11-17 00:00:00'],
    ['20261116', '20261117'],
    ['11/16', '11/17'],
    ['11-16', '11-17'],
    ['明天', '后天'],
    ['11月16日预报', '11月17日预报'],
    ['16日空气质量预报', '17日空气质量预报'],
  ])('%s and %s', (first, second) => {
    expect(told(cities(['城市', first, second], ['成都市', '良', '优']))).toEqual([
      '成都市 11-16 2~2  ',
      '成都市 11-17 1~1  ',
    ])
  })

  test.each([
    ['11月16日 AQI', '11月16日 等级', '11月16日 首要污染物'],
    ['11月16日AQI范围', '11月16日空气质量等级', '11月16日首要污染物'],
    ['AQI(11月16日)', '等级(11月16日)', '首要污染物(11月16日)'],
    ['AQI 11月16日', '等级 11月16日', '首要污染物 11月16日'],
    ['2026-11-16_AQI', '2026-11-16_等级', '2026-11-16_首要污染物'],
    ['16日（周一）AQI', '16日（周一）等级', '16日首要污染物'],
  ])('with their parts: %s, %s, %s', (...headings) => {
    expect(told(cities(['城市', ...headings], ['成都市', '60~90', '良', 'PM2.5']))).toEqual([
      '成都市 11-16 2~2 60~90 pm25',
    ])
  })

  test('with concentrations, confidence and two ends of the AQI', () => {
    const file = cities(
      ['城市', '16日 AQI下限', '16日 AQI上限', '16日 PM2.5(μg/m³)', '16日 可信度', '17日 AQI'],
      ['成都市', '60', '90', '35~60', '高', '20~40'],
    )
    const [first, second] = forecasts('sc', file).records.map(({ record }) => record)
    expect(first).toMatchObject({
      aqi: { max: 90, min: 60 },
      concentrations: { pm25: { max: { value: 60 }, min: { value: 35 } } },
      confidence: 'high',
    })
    expect(second).toMatchObject({ aqi: { max: 40, min: 20 }, concentrations: {}, confidence: null })
  })

  test('in the corner beside the cities’ own heading', () => {
    for (const corner of ['城市/日期', '日期\\城市', '城市、日期'])
      expect(told(cities([corner, '16日', '17日'], ['成都市', '良', '优']))).toHaveLength(2)
  })

  test('by day with what means nothing noted, and a part that comes twice', () => {
    const { notes, records } = forecasts(
      'sc',
      cities(
        ['城市', '16日', '16日天气', '16日 AQI', '16日AQI', '17日'],
        ['成都市', '良', '多云', '60~90', '1~2', '优'],
      ),
    )
    expect(records.map(({ record }) => record.aqi)).toEqual([{ max: 90, min: 60 }, null])
    expect(notes).toEqual([
      { rule: 'column-ignored', sent: '16日天气' },
      { rule: 'column-repeated', sent: '16日AQI' },
    ])
  })

  test('beside a column that says the day of each row are passed over', () => {
    const file = csv(['城市', '预报日期', '等级', '11月17日'], ['成都市', '2026-11-16', '良', '优'])
    const { records, notes } = forecasts('sc', file)
    expect(records.map(({ record }) => [record.validDate, record.class.max])).toEqual([['2026-11-16', 2]])
    expect(notes).toEqual([{ rule: 'column-ignored', sent: '11月17日' }])
  })
})

describe('a day that cannot be told refuses its own cells by its heading, not the file', () => {
  test.each([
    ['11月31日', 'forecast-date-unreadable', '11月31日'],
    ['十七日', 'forecast-date-unreadable', '十七日'],
    ['第二天', 'forecast-date-unreadable', '第二天'],
    ['周二', 'forecast-date-unreadable', '周二'],
    ['17日至18日', 'forecast-date-unreadable', '17日至18日'],
    ['2026-12-15', 'forecast-date-outside', '2026-12-15'],
    ['11月14日', 'forecast-date-outside', '11月14日'],
  ])('%s', (heading, type, value) => {
    const file = cities(['城市', '11月16日', heading], ['成都市', '良', '优'], ['德阳市', '优', '良'])
    expect(told(file)).toEqual(['成都市 11-16 2~2  ', '德阳市 11-16 1~1  '])
    expect(refused(file)).toEqual([
      [2, type, heading, value],
      [3, type, heading, value],
    ])
  })

  test('with parts too, under the first of its columns', () => {
    const file = cities(
      ['城市', '16日 AQI', '16日 等级', '第二天 AQI', '第二天 等级'],
      ['成都市', '60~90', '良', '20~40', '优'],
    )
    expect(told(file)).toHaveLength(1)
    expect(refused(file)).toEqual([[2, 'forecast-date-unreadable', '第二天 AQI', '第二天']])
  })

  test('relative to an issue that is not stated', () => {
    expect(refused(csv(['城市', '明天', '后天'], ['成都市', '良', '优']))).toEqual([
      [2, 'forecast-date-relative', '明天', '明天'],
      [2, 'forecast-date-relative', '后天', '后天'],
    ])
  })

  test('a part that cannot be read is refused under its own heading', () => {
    const file = cities(['城市', '16日 AQI', '16日 等级', '17日 等级'], ['成都市', '约80', '良', '较好'])
    expect(refused(file)).toEqual([
      [2, 'aqi-unreadable', '16日 AQI', '约80'],
      [2, 'air-class-unreadable', '17日 等级', '较好'],
    ])
  })
})

describe('days above their parts in two lines', () => {
  const SUB = ['AQI', '等级', '首要污染物']
  const BODY = ['成都市', '60~90', '良', 'PM2.5', '20~40', '优', '无']
  const EXPECTED = ['成都市 11-16 2~2 60~90 pm25', '成都市 11-17 1~1 20~40 ']

  test('in CSV, where merged cells are blanks', () => {
    const file = csv(['城市', '11月16日', '', '', '11月17日', '', ''], ['', ...SUB, ...SUB], BODY)
    expect(told(file)).toEqual(EXPECTED)
    const { records } = forecasts('sc', file)
    expect(records.map(({ row: at }) => at)).toEqual([3, 3])
  })

  test('in CSV with the name of the cities in the lower line, or in both', () => {
    for (const [upper, lower] of [
      ['', '城市'],
      ['城市', '城市'],
    ] as const)
      expect(told(csv([upper, '11月16日', '', '', '11月17日', '', ''], [lower, ...SUB, ...SUB], BODY))).toEqual(
        EXPECTED,
      )
  })

  test('in a workbook with merged cells, its days typed', () => {
    // 46342 is 16 November 2026.
    const dated =
      (value: number): HandCell =>
      (address) =>
        `<c r="${address}" s="1"><v>${value}</v></c>`
    const rows: HandCell[][] = [
      ['城市', dated(46342), null, null, dated(46343), null, null],
      [null, ...SUB, ...SUB],
      BODY,
      ['德阳市', '约80', '良', '', '', '', ''],
    ]
    const merges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:D1"/><mergeCell ref="E1:G1"/></mergeCells>'
    const source = workbook({ sheets: { 预报: sheetData(rows) + merges }, formats: ['yyyy-mm-dd'] })
    expect(told(source)).toEqual(EXPECTED)
    expect(forecasts('sc', source).records.map(({ row: at, sheet }) => [at, sheet])).toEqual([
      [3, '预报'],
      [3, '预报'],
    ])
    expect(refused(source)).toEqual([[4, 'aqi-unreadable', '2026-11-16 AQI', '约80']])
  })

  test('in a page of HTML, whether or not the cities’ heading spans both lines', () => {
    const line = (cells: readonly string[]) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`
    const body = `${line(BODY)}</table>`
    const days = '<th colspan=3>11月16日</th><th colspan=3>11月17日</th></tr>'
    const whole = `<table><tr><th rowspan=2>城市</th>${days}${line([...SUB, ...SUB])}${body}`
    const open = `<table><tr><th>城市</th>${days}${line(['', ...SUB, ...SUB])}${body}`
    expect(told(whole)).toEqual(EXPECTED)
    expect(told(open)).toEqual(EXPECTED)
  })

  test('in a Word document', () => {
    const source = document(
      table(
        row(cell('城市', { merge: 'restart' }), cell('11月16日', { span: 3 }), cell('11月17日', { span: 3 })),
        row(cell('', { merge: 'continue' }), ...SUB, ...SUB),
        row(...BODY),
      ),
    )
    expect(told(source)).toEqual(EXPECTED)
  })

  test('in arrays of JSON', () => {
    const source = JSON.stringify({
      thead: ['城市', '11月16日', '', '', '11月17日', '', ''],
      tbody: [['', ...SUB, ...SUB], BODY],
    })
    expect(told(source)).toEqual(EXPECTED)
  })

  test('and the other way round, parts above their days', () => {
    const line = (cells: readonly string[]) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`
    const page = `<table><tr><td rowspan=2>城市</td><td colspan=2>AQI</td><td colspan=2>等级</td></tr>${line(['16日', '17日', '16日', '17日'])}${line(['成都市', '60~90', '20~40', '良', '优'])}</table>`
    expect(told(page)).toEqual(['成都市 11-16 2~2 60~90 ', '成都市 11-17 1~1 20~40 '])
  })

  test('without a line of parts have all their columns read together', () => {
    const file = csv(['城市', '11月16日', '', '11月17日', ''], ['成都市', '良', '60~90', '优', ''])
    expect(told(file)).toEqual(['成都市 11-16 2~2 60~90 ', '成都市 11-17 1~1  '])
  })
})

test('a table without cities, or whose days have no forecast, lacks columns as any other', () => {
  expect(missingForecastColumns(forecastColumns(['名次', '16日', '17日']))).toEqual(['城市'])
  expect(missingForecastColumns(forecastColumns(['城市', '16日首要污染物']))).toEqual(['AQI范围'])
  expect(missingForecastColumns(forecastColumns(['城市', '天气', '风力']))).toEqual(['预报日期', 'AQI范围'])
  const error = refusal(() => forecasts('sc', csv(['名次', '16日', '17日'], ['1', '良', '优'])))
  expect([error.code, error.detail.zh.includes('城市')]).toEqual(['columns-missing', true])
})

test('a city that comes again is a duplicate for the days that are the same, and a second reading for the others', () => {
  const { rowsIn, records, duplicates } = forecasts(
    'sc',
    cities(['城市', '16日', '17日'], ['成都市', '良', '优'], ['成都市', '良', '良']),
  )
  expect([rowsIn, records.length, duplicates]).toEqual([4, 3, [{ row: 3, of: 2 }]])
  expect(rules(records.at(-1)?.record)).toContain('key-repeated')
})

test('a last row without its end is noted on its last day alone', () => {
  const whole = cities(['城市', '2026-11-16', '2026-11-17'], ['成都市', '良', '优'])
  expect(forecasts('sc', whole.slice(0, -2)).records.map(({ record }) => rules(record))).toEqual([
    [],
    ['last-line-open'],
  ])
})

test('any table of days gives a record or a rejection for each filled cell, named by its column', () => {
  const headings = fc.uniqueArray(
    fc.constantFrom('11月16日', '17日', '2026-11-18', '第四天', '11月31日', '明天', '2026-12-31'),
    { minLength: 1, maxLength: 4 },
  )
  const value = fc.constantFrom('良 60~90 PM2.5', '优', '', '—', '90~60', '坏', '良 优', '480~501', '轻度污染 110')
  const city = fc.constantFrom('成都市', '德阳市', '成部市', '', '重庆市')
  const validate = CONTRACTS.find(({ id }) => id === 'air-forecast')?.validate
  fc.assert(
    fc.property(
      headings.chain((heads) =>
        fc.tuple(fc.constant(heads), fc.array(fc.tuple(city, fc.tuple(...heads.map(() => value))), { maxLength: 5 })),
      ),
      fc.constantFrom<PartyId>('cq', 'sc'),
      ([heads, rows], party) => {
        const source = cities(['城市', ...heads], ...rows.map(([name, cells]) => [name, ...cells]))
        const { rowsIn, records, rejections, duplicates } = forecasts(party, source)
        const filled = rows.map(([, cells]) => Math.max(1, cells.filter((one) => one !== '').length))
        expect(rowsIn).toBe(filled.reduce((sum, count) => sum + count, 0))
        const lines = [...records, ...rejections, ...duplicates].map((each) => each.row).sort((a, b) => a - b)
        expect(lines).toEqual(filled.flatMap((count, at) => Array<number>(count).fill(at + 2)))
        for (const { pointer, type } of rejections) {
          expect(['城市', 'area', ...heads]).toContain(pointer)
          expect(isErrorCode(type)).toBe(true)
        }
        for (const { record } of records) {
          const text = JSON.stringify(record)
          expect(text).toBe(canonical(record))
          expect(validate?.(record)).toBe(true)
          expect(readAirForecast(Buffer.from(text))).toEqual(record)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('days count as the rows they become', () => {
  const source = cities(['城市', ...DAYS], ['成都市', '良', '良', '良'], ['德阳市', '良', '良', ''])
  const input = { bytes: Buffer.from(source), at: AT, registry: DIVISIONS_2026_11 }
  const read = (rows: number) => FORECASTS.sc.normalise({ ...input, limits: limitsWith({ rows }) }, () => {})
  expect(read(5).rowsIn).toBe(5)
  expect(refusal(() => read(4)).code).toBe('too-many-rows')
})
