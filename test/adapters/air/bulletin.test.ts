/** Bulletins as files: what stands once for all forecasts, headings, several areas and days, days counted from the issue, what is refused and what passed over. */
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { refusal } from '../formats/helpers.ts'
import { AT, forecasts, rules } from './helpers.ts'

const STATED = '发布时间：2026年11月15日16时\n'
const GOOD = '空气质量等级为良，AQI指数60~90，首要污染物为PM10'

function cells(text: string, party: 'cq' | 'sc' = 'sc') {
  return forecasts(party, text).records.map(({ record: { area, validDate, horizonHours, aqi } }) => [
    area.name,
    validDate,
    horizonHours,
    aqi && `${aqi.min}~${aqi.max}`,
  ])
}
const refused = (text: string, party: 'cq' | 'sc' = 'sc') =>
  forecasts(party, text).rejections.map(({ row, type, value }) => [row, type, value])

describe('the sentence Dazhou has published', () => {
  test('gives one record, with its text, its year inferred from the time it is read at, and its issue said not to be stated', () => {
    const at = Date.parse('2026-04-11T17:30:20.5+08:00')
    const sentence = '4月12日空气质量等级为良至轻度污染，AQI指数74~104，首要污染物为PM10'
    const { format, rowsIn, records } = forecasts('sc', `达州市：${sentence}。\n`, { at })
    expect([format, rowsIn, records.length]).toEqual(['text', 1, 1])
    const [found] = records
    expect(found?.record).toEqual({
      aqi: { max: 104, min: 74 },
      area: { id: '511700', kind: 'city', name: '达州市', party: 'sc' },
      class: { max: 3, min: 2, reported: { max: 3, min: 2 } },
      concentrations: {},
      confidence: null,
      horizonHours: 24,
      issued: '2026-04-11T17:30:20+08:00',
      issuer: { office: null, party: 'sc' },
      notes: [
        { field: '/issued', rule: 'issued-not-stated' },
        { field: '/validDate', rule: 'date-year-inferred', sent: '4月12日' },
      ],
      primary: ['pm10'],
      standard: 'HJ 633-2026',
      text: `达州市：${sentence}`,
      validDate: '2026-04-12',
    })
    expect(found).toMatchObject({
      key: '511700/2026-04-12/2026-04-11T17:30:20+08:00/sc',
      subject: '511700',
      row: 1,
      end: Date.parse('2026-04-13T00:00:00+08:00'),
    })
  })

  test('without a city is refused for that', () => {
    expect(refused(`11月16日${GOOD}。\n`)).toEqual([[1, 'division-missing', '']])
  })
})

describe('what stands once', () => {
  test.each([
    ['发布时间：2026-11-15 16:00', '2026-11-15T16:00:00+08:00', null, []],
    [
      '发布时间：2026年11月15日16时30分　发布单位：成都市生态环境局（示例）',
      '2026-11-15T16:30:00+08:00',
      '成都市生态环境局（示例）',
      [],
    ],
    ['四川省生态环境监测总站2026年11月15日16时发布', '2026-11-15T16:00:00+08:00', '四川省生态环境监测总站', []],
    ['（2026年11月15日16:00发布）', '2026-11-15T16:00:00+08:00', null, []],
    ['2026-11-15 16:00 发布', '2026-11-15T16:00:00+08:00', null, []],
    ['11月15日16时发布', '2026-11-15T16:00:00+08:00', null, ['time-year-inferred']],
    ['发布日期：2026年11月15日', '2026-11-15T00:00:00+08:00', null, ['issued-hour-not-stated']],
    ['11月15日发布', '2026-11-15T00:00:00+08:00', null, ['time-year-inferred', 'issued-hour-not-stated']],
  ])('%s', (line, issued, office, noted) => {
    const [record] = forecasts('sc', `${line}\n成都市：2026年11月16日${GOOD}\n`).records
    expect([record?.record.issued, record?.record.issuer]).toEqual([issued, { office, party: 'sc' }])
    expect(record?.record.notes.filter(({ field }) => field === '/issued').map(({ rule }) => rule)).toEqual(noted)
    expect(record?.key.endsWith(office === null ? '/sc' : `/sc/${office}`)).toBe(true)
  })

  test('an issue that cannot be read, or lies ahead, refuses every forecast under it and no other', () => {
    expect(refused(`发布时间：2026年11月31日16时\n成都市：11月16日${GOOD}。11月17日${GOOD}\n`)).toEqual([
      [2, 'issued-unreadable', '2026年11月31日16时'],
      [2, 'issued-unreadable', '2026年11月31日16时'],
    ])
    expect(refused(`发布时间：2026年11月16日16时\n成都市：11月16日${GOOD}\n`)).toEqual([
      [2, 'issued-in-future', '2026年11月16日16时'],
    ])
    const { records } = forecasts('sc', `发布时间：错误\n${STATED}成都市：11月16日${GOOD}\n`)
    expect(records).toHaveLength(1)
  })

  test('the standard, where it is stated, is kept even against the date, and said', () => {
    const [older] = forecasts('sc', `${STATED}评价标准：HJ 633-2012\n成都市：11月16日${GOOD}\n`).records
    expect([older?.record.standard, rules(older?.record)]).toEqual([
      'HJ 633-2012',
      ['date-year-inferred', 'standard-as-stated'],
    ])
    const [same] = forecasts('sc', `${STATED}评价标准：HJ633—2026\n成都市：11月16日${GOOD}\n`).records
    expect([same?.record.standard, rules(same?.record)]).toEqual(['HJ 633-2026', ['date-year-inferred']])
  })
})

describe('areas and days', () => {
  test('stand as headings over sentences of several days', () => {
    const text = `${STATED}一、成都市\n11月16日${GOOD}；17日良，AQI50~80。\n18日AQI40~70\n（二）绵阳市：\n11月16日${GOOD}\n【德阳】\n16日${GOOD}\n3.川南\n16日${GOOD}\n`
    expect(cells(text)).toEqual([
      ['成都市', '2026-11-16', 24, '60~90'],
      ['成都市', '2026-11-17', 48, '50~80'],
      ['成都市', '2026-11-18', 72, '40~70'],
      ['绵阳市', '2026-11-16', 24, '60~90'],
      ['德阳市', '2026-11-16', 24, '60~90'],
      ['川南', '2026-11-16', 24, '60~90'],
    ])
  })

  test('a day over areas holds for all of them until the next day', () => {
    const text = `${STATED}11月16日\n成都市：良，AQI60~90\n德阳市：良，AQI60~91\n11月17日（周二）：\n成都市\nAQI60~92\n德阳市\nAQI60~93\n`
    expect(cells(text)).toEqual([
      ['成都市', '2026-11-16', 24, '60~90'],
      ['德阳市', '2026-11-16', 24, '60~91'],
      ['成都市', '2026-11-17', 48, '60~92'],
      ['德阳市', '2026-11-17', 48, '60~93'],
    ])
  })

  test('a day under one area does not hold for the next', () => {
    const text = `${STATED}成都市\n11月16日\nAQI60~90\n德阳市\nAQI60~91\n`
    expect(cells(text)).toEqual([['成都市', '2026-11-16', 24, '60~90']])
    expect(refused(text)).toEqual([[6, 'forecast-date-missing', '']])
  })

  test('what a sentence names ends with its line', () => {
    const text = `${STATED}成都市：11月16日AQI60~90；17日AQI60~91\n18日AQI60~92\n`
    expect(cells(text)).toHaveLength(2)
    expect(refused(text)).toEqual([[3, 'division-missing', '']])
  })

  test('several areas of a sentence have each a record; one that is not known is refused alone', () => {
    const text = `${STATED}成都、眉山和德羊市：11月16日${GOOD}\n成都平原：11月16日${GOOD}\n`
    expect(cells(text).map(([name]) => name)).toEqual(['成都市', '眉山市', '成都平原'])
    const { rowsIn, rejections } = forecasts('sc', text)
    expect(rowsIn).toBe(4)
    expect(rejections).toMatchObject([{ row: 2, type: 'division-unknown', value: '德羊市' }])
    expect(rejections[0]?.detail.zh).toContain('德阳市')
  })

  test('a heading that is not known does not leave its forecasts to the area above', () => {
    const text = `${STATED}成都市\n11月16日${GOOD}\n德羊市\n11月16日${GOOD}\n【羊德】\n11月16日${GOOD}\n`
    expect(cells(text)).toHaveLength(1)
    expect(refused(text)).toEqual([
      [5, 'division-unknown', '德羊市'],
      [7, 'division-unknown', '羊德'],
    ])
  })

  test('an area named in a sentence that is refused is not forgotten in the same line', () => {
    const text = `${STATED}成都市\n德阳市：未来三天空气质量为良，AQI60~90；19日${GOOD}\n`
    expect(refused(text).map(([, type]) => type)).toEqual(['forecast-date-span'])
    expect(cells(text)).toEqual([['德阳市', '2026-11-19', 96, '60~90']])
  })

  test('of the other side are a second opinion', () => {
    const [found] = forecasts('cq', `${STATED}广安市：11月16日${GOOD}\n`).records
    expect(found?.record).toMatchObject({ area: { party: 'sc' }, issuer: { party: 'cq' } })
    expect(rules(found?.record)).toContain('second-opinion')
  })

  test('that repeat among counties need their city', () => {
    const text = `${STATED}市中区：11月16日${GOOD}\n乐山市市中区：11月16日${GOOD}\n`
    expect(refused(text)).toEqual([[2, 'division-ambiguous', '市中区']])
    expect(forecasts('sc', text).records[0]?.record.area.id).toBe('511102')
  })

  test('the province has no air of its own', () => {
    expect(refused(`${STATED}四川省：11月16日${GOOD}\n`)).toEqual([[2, 'division-unknown', '四川省']])
  })

  test('words of one side mean something there alone', () => {
    expect(
      cells(`${STATED}全市：11月16日${GOOD}\n主城：11月16日${GOOD}\n渝东北地区：11月16日${GOOD}\n`, 'cq').map(
        ([name]) => name,
      ),
    ).toEqual(['重庆市', '中心城区', '渝东北'])
    expect(refused(`${STATED}全市：11月16日${GOOD}\n`)).toEqual([[2, 'division-missing', '']])
  })
})

describe('days counted from the issue', () => {
  test('are resolved by it where it is stated', () => {
    const text = `${STATED}成都市：今天${GOOD}；明天${GOOD}；后天${GOOD}；大后天${GOOD}\n`
    expect(cells(text).map(([, day, hours]) => [day, hours])).toEqual([
      ['2026-11-15', 0],
      ['2026-11-16', 24],
      ['2026-11-17', 48],
      ['2026-11-18', 72],
    ])
    expect(rules(forecasts('sc', text).records[0]?.record)).toEqual(['date-relative'])
  })

  test('are refused where it is not', () => {
    expect(refused(`成都市：明天${GOOD}\n`)).toEqual([[1, 'forecast-date-relative', '明天']])
  })
})

describe('what cannot be a forecast', () => {
  test.each([
    [`4月12日${GOOD}`, 'forecast-date-outside', '4月12日'],
    [`2026年11月14日${GOOD}`, 'forecast-date-outside', '2026年11月14日'],
    [`2026年12月1日${GOOD}`, 'forecast-date-outside', '2026年12月1日'],
    [`11月31日${GOOD}`, 'forecast-date-unreadable', '11月31日'],
    ['11月16日AQI104~74', 'range-inverted', '104~74'],
    ['11月16日AQI480~501', 'aqi-over-scale', '480~501'],
    ['11月16日AQI10±15', 'aqi-over-scale', '10±15'],
    ['11月18日至16日空气质量为良', 'forecast-date-span', '成都市：11月18日至16日空气质量为良'],
    ['11月16日AQI约80', 'statement-unreadable', 'AQI约80'],
    ['AQI60~90', 'forecast-date-missing', ''],
    ['11月16日AQI60~90，CO浓度800~1200mg/m3', 'co-unit-doubtful', '1200'],
    ['11月16日AQI60~90，PM2.5浓度60~30μg/m3', 'range-inverted', '60~30'],
    ['11月16日AQI60~90，PM2.5浓度30~60ppb每m3', 'unit-unknown', 'ppb每m3'],
  ])('成都市：%s is refused: %s', (sentence, type, value) => {
    expect(refused(`${STATED}成都市：${sentence}\n`)).toEqual([[2, type, value]])
  })

  test('the fifteenth day is the last, and 500 the largest AQI', () => {
    expect(cells(`${STATED}成都市：11月30日AQI480~500\n`)).toEqual([['成都市', '2026-11-30', 360, '480~500']])
  })

  test('a forecast for a day without an edition of the index, or for an area that had ended', () => {
    const at = Date.parse('2015-11-20T18:00:00+08:00')
    const early = forecasts('sc', '成都市：2015年11月21日AQI60~90\n', { at })
    expect(early.rejections.map(({ type }) => type)).toEqual(['standard-not-in-force'])
    const [moved] = forecasts('cq', `${STATED}江北区：11月16日${GOOD}\n`).records
    expect([moved?.record.area.name, rules(moved?.record)]).toEqual([
      '两江新区',
      ['date-year-inferred', 'division-retired'],
    ])
    const before = Date.parse('2025-11-04T18:00:00+08:00')
    const [still] = forecasts('cq', '发布时间：2025-11-04 16:00\n江北区：11月5日AQI60~90\n', { at: before }).records
    expect(still?.record.area.id).toBe('500105')
  })
})

describe('class and primary pollutants', () => {
  const one = (sentence: string) => forecasts('sc', `${STATED}成都市：2026年11月16日${sentence}\n`).records[0]?.record

  test('a class other than that of the AQI is kept beside it and noted', () => {
    expect(one('空气质量为良，AQI74~104')).toMatchObject({
      class: { max: 3, min: 2, reported: { max: 2, min: 2 } },
      notes: [{ field: '/class', rule: 'class-differs', sent: '良' }],
    })
    expect(one('AQI74~104')).toMatchObject({ class: { max: 3, min: 2, reported: null }, notes: [] })
    expect(one('空气质量为优或良')).toMatchObject({
      aqi: null,
      class: { max: 2, min: 1, reported: { max: 2, min: 1 } },
    })
  })

  // 50 is the last AQI without a primary pollutant, and the last of class 1; 51 the first of class 2.
  test.each([
    ['AQI20~50，首要污染物为PM10', [], 1, ['primary-below-threshold']],
    ['AQI20~51，首要污染物为PM10', ['pm10'], 2, []],
    ['AQI20~50，首要污染物为无', [], 1, []],
    ['空气质量为优，首要污染物为PM10', [], 1, ['primary-below-threshold']],
    ['AQI100~100', [], 2, []],
    ['AQI101~101', [], 3, []],
    ['AQI150~151', [], 4, []],
    ['AQI300~301', [], 6, []],
  ])('%s', (sentence, primary, max, noted) => {
    const record = one(sentence)
    expect([record?.primary, record?.class.max, rules(record)]).toEqual([primary, max, noted])
  })

  test('concentrations come to the contract’s units, with a note', () => {
    expect(one('AQI60~90，CO浓度800~1200μg/m3，PM2.5浓度35~60微克/立方米')).toMatchObject({
      concentrations: {
        co: {
          max: { qualifier: null, reported: '1.200', unit: 'mg/m³', value: 1.2 },
          min: { reported: '0.800', value: 0.8 },
        },
        pm25: { max: { reported: '60', unit: 'μg/m³' }, min: { reported: '35' } },
      },
      notes: [{ field: '/concentrations/co', rule: 'unit-converted' }],
    })
  })
})

describe('the file', () => {
  test('is read in GB18030, with a mark, and under the media types a text may come with', () => {
    const text = `${STATED}成都市：11月16日${GOOD}。\r\n`
    const plain = forecasts('sc', text, { mediaType: 'text/plain' })
    for (const source of [iconv.encode(text, 'gb18030'), Buffer.from(`\ufeff${text}`)])
      expect(forecasts('sc', source).records).toEqual(plain.records)
  })

  test('notes what it passed over, once', () => {
    const { notes } = forecasts(
      'sc',
      `空气质量预报\n${STATED}未来三天，盆地空气质量以良为主。\n未来三天，盆地空气质量以良为主。\n成都市：11月16日${GOOD}\n请注意防护。\n`,
    )
    expect(notes).toEqual([{ rule: 'sentence-ignored', sent: '未来三天，盆地空气质量以良为主' }])
  })

  test('without a line break at its end says so on its last sentence, unless a full stop closes it', () => {
    const text = `${STATED}成都市：2026年11月16日${GOOD}；2026年11月17日${GOOD}`
    expect(forecasts('sc', text).records.map(({ record }) => rules(record))).toEqual([[], ['last-line-open']])
    expect(forecasts('sc', `${text}。`).records.map(({ record }) => rules(record))).toEqual([[], []])
  })

  test('counts a sentence that comes again as a duplicate, and another value for its area and day as a second reading', () => {
    const { rowsIn, records, duplicates } = forecasts(
      'sc',
      `${STATED}成都市：2026年11月16日${GOOD}\n成都市：2026年11月16日${GOOD}\n成都市：2026年11月16日AQI50~80\n`,
    )
    expect(rowsIn).toBe(3)
    expect(duplicates).toEqual([{ row: 3, of: 2 }])
    expect(records.map(({ record }) => rules(record))).toEqual([[], ['key-repeated']])
  })

  test('of sentences without one forecast is no forecast file', () => {
    expect(refusal(() => forecasts('sc', '今日要闻：天气晴。\n')).code).toBe('no-table')
  })

  test('read at another time gives other years only where they were left out', () => {
    const text = '发布时间：2026-11-15 16:00\n成都市：11月16日AQI60~90\n'
    expect(forecasts('sc', text, { at: AT + 90 * 86_400_000 }).records).toEqual(forecasts('sc', text).records)
  })
})

test('a bulletin of more sentences than a file may have rows is refused, and a long one is read without delay', () => {
  expect(
    refusal(() => forecasts('sc', `${STATED}${'良。'.repeat(60_000).replace(/(.{2000})/g, '$1\n')}`)),
  ).toMatchObject({
    code: 'too-many-rows',
  })
  const started = performance.now()
  const filler = '甲，'.repeat(1000)
  const many = `${STATED}${`成都市：2026年11月16日空气质量等级为良，${filler}\n`.repeat(200)}`
  expect(forecasts('sc', many)).toMatchObject({ rowsIn: 200, rejections: [] })
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('what is passed over is noted sentence by sentence, and past sixty-four by their number', () => {
  const lines = Array.from({ length: 70 }, (_, at) => `第${at}段空气质量以良为主。\n`).join('')
  const { notes } = forecasts('sc', `${STATED}${lines}成都市：11月16日${GOOD}\n`)
  expect(notes).toHaveLength(65)
  expect(notes.at(-1)).toEqual({ rule: 'sentences-ignored', sent: '6' })
})
