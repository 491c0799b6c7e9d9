/** Tables of the weather of both sides: whose words, which day, what is kept as words, what is refused, whatever the file's form. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { adapterFor } from '../../../adapters/index.ts'
import { readAirWeather } from '../../../contracts/air-weather/read.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { refusal } from '../formats/helpers.ts'
import { csv, forecasts, rules, WEATHER, weather } from './helpers.ts'

const OFFICE = '四川省气象台（示例）'
const HEADER = [
  '城市',
  '预报日期',
  '发布时间',
  '发布单位',
  '天气现象',
  '最低气温(℃)',
  '最高气温(℃)',
  '风向',
  '风力',
  '风速(m/s)',
  '降水量(mm)',
  '相对湿度(%)',
  '混合层高度(m)',
  '空气污染气象条件等级',
]
const ROW = [
  '泸州市',
  '2026-11-16',
  '2026-11-15 08:00',
  OFFICE,
  '阴、有霾',
  '11',
  '17',
  '北风',
  '1-2级',
  '0.6~1.4',
  '0.0',
  '62~95',
  '350~900',
  '四级',
]
const figure = (reported: string, unit: string) => ({ qualifier: null, reported, unit, value: Number(reported) })
const range = (min: string, max: string, unit: string) => ({ max: figure(max, unit), min: figure(min, unit) })

/** A row of the area, day and issue above with other conditions. */
const row = (header: readonly string[], ...cells: readonly string[]) =>
  weather(
    'sc',
    csv(['城市', '预报日期', '发布时间', ...header], ['泸州市', '2026-11-16', '2026-11-15 08:00', ...cells]),
  )
const conditions = (header: readonly string[], ...cells: readonly string[]) =>
  row(header, ...cells).records[0]?.record.conditions

test('adapters of both sides are there for the contract, by the register of divisions', () => {
  for (const party of PARTIES) {
    const side = party === 'sc' ? 'sichuan' : 'chongqing'
    expect(adapterFor('air-weather', party)).toBe(WEATHER[party])
    expect(WEATHER[party]).toMatchObject({ id: `${side}/air-weather`, party, register: 'divisions' })
  }
})

describe('a row', () => {
  test('is a record of its area and day, figures in the contract’s units with the digits as sent', () => {
    const { records, rejections, notes } = weather('sc', csv(HEADER, ROW))
    expect([rejections, notes]).toEqual([[], []])
    expect(records[0]).toMatchObject({
      key: `510500/2026-11-16/2026-11-15T08:00:00+08:00/sc/${OFFICE}`,
      subject: '510500',
      end: Date.parse('2026-11-17T00:00:00+08:00'),
    })
    expect(records[0]?.record).toEqual({
      area: { id: '510500', kind: 'city', name: '泸州市', party: 'sc' },
      conditions: {
        boundaryLayer: range('350', '900', 'm'),
        dispersion: { level: { max: 4, min: 4 }, reported: '四级' },
        humidity: range('62', '95', '%'),
        phenomenon: '阴、有霾',
        precipitation: range('0.0', '0.0', 'mm'),
        temperature: range('11', '17', '℃'),
        windDirection: '北风',
        windForce: '1-2级',
        windSpeed: range('0.6', '1.4', 'm/s'),
      },
      horizonHours: 24,
      issued: '2026-11-15T08:00:00+08:00',
      issuer: { office: OFFICE, party: 'sc' },
      notes: [],
      originator: 'meteorological',
      publication: 'none',
      validDate: '2026-11-16',
    })
  })

  const sheet = () => writeXlsxFile([HEADER, ROW], { sheet: '气象条件（示例）' }).toBuffer()
  const element = () => JSON.stringify([Object.fromEntries(HEADER.map((heading, at) => [heading, ROW[at]]))])
  test.each([
    ['GB 18030', () => iconv.encode(csv(HEADER, ROW), 'gb18030')],
    ['an XLSX workbook', sheet],
    ['JSON', () => Buffer.from(element())],
    ['a page saved as .xls', () => Buffer.from(htmlOf([HEADER, ROW]))],
  ] as const)('is the same from %s', async (_name, bytes) => {
    const [plain, other] = [weather('sc', csv(HEADER, ROW)), weather('sc', await bytes())]
    expect(other.records.map(({ record }) => record)).toEqual(plain.records.map(({ record }) => record))
  })

  test('tells its area in each side’s words: 全市 is Chongqing, 片区 a zone', () => {
    const of = (party: PartyId, heading: string, name: string) =>
      weather(party, csv([heading, '预报日期', '天气'], [name, '2026-11-16', '晴'])).records[0]?.record.area.id
    expect(of('cq', '区县', '全市')).toBe('500000')
    expect(of('cq', '城市', '荣昌区')).toBe('500153')
    expect(of('cq', '片区', '渝东北')).toBe('cq-渝东北')
    expect(of('sc', '市州', '阿坝州')).toBe('513200')
    expect(of('sc', '片区', '川南')).toBe('sc-川南')
  })

  test('of the other side’s area is kept beside what that side passes on', () => {
    const { records } = weather('cq', csv(HEADER, ROW))
    expect(records[0]?.record).toMatchObject({ area: { party: 'sc' }, issuer: { party: 'cq' } })
    expect(rules(records[0]?.record)).toContain('second-opinion')
  })
})

describe('who made it', () => {
  const of = (office: string) => row(['发布单位', '天气'], office, '晴').records[0]?.record

  test.each([
    ['重庆市气象台（示例）', 'meteorological'],
    ['成都市气象局', 'meteorological'],
    ['国家气象中心', 'meteorological'],
    ['西南区域空气质量预测预报中心（示例）', 'environmental'],
    ['四川省生态环境监测总站（示例）', 'environmental'],
    ['值班室', null],
    ['', null],
  ])('%s is %s', (office, originator) => {
    expect(of(office)).toMatchObject({ originator, publication: 'none' })
    expect(rules(of(office)).includes('originator-not-stated')).toBe(originator === null)
  })

  test.each(['资料来源', '制作单位', '提供单位', '气象台'])('may stand under %s', (heading) => {
    expect(row([heading, '天气'], OFFICE, '晴').records[0]?.record.issuer.office).toBe(OFFICE)
  })
})

describe('what is missing', () => {
  test('is no member, and never zero; one end alone leaves the other missing', () => {
    expect(conditions(['天气', '降水量', '最高气温', '风速'], '晴', '', '17', '—')).toEqual({
      phenomenon: '晴',
      temperature: { max: figure('17', '℃'), min: { qualifier: 'missing', reported: null, unit: '℃', value: null } },
    })
  })

  test.each(['', '--', '无', 'NA'])('leaves nothing of a row with %j alone, which is refused', (cell) => {
    const { records, rejections } = row(['天气', '降水量'], cell, cell)
    expect([records.length, rejections[0]?.type]).toEqual([0, 'weather-empty'])
  })

  test('is refused of a whole file: neither area, day nor weather', () => {
    const lacks = (header: readonly string[]) => refusal(() => weather('sc', csv(header, header))).code
    expect(lacks(['预报日期', '天气'])).toBe('columns-missing')
    expect(lacks(['城市', '天气'])).toBe('columns-missing')
    expect(lacks(['城市', '预报日期', 'AQI范围'])).toBe('columns-missing')
  })
})

describe('wind', () => {
  test.each([
    ['北风1-2级', { windDirection: '北风', windForce: '1-2级' }],
    ['东北风 ≤3级', { windDirection: '东北风', windForce: '≤3级' }],
    ['无持续风向微风', { windForce: '无持续风向微风' }],
    ['微风', { windForce: '微风' }],
  ])('%s under one heading is parted where it says both', (cell, wind) => {
    expect(conditions(['风向风力'], cell)).toEqual(wind)
  })

  test('a force is never made a speed, nor a speed a force', () => {
    expect(conditions(['风力(级)'], '2')).toEqual({ windForce: '2' })
    expect(row(['风速(m/s)'], '2级').rejections[0]).toMatchObject({ type: 'unit-unknown', pointer: '风速(m/s)' })
  })
})

describe('the grade of the conditions', () => {
  test('has a level under the heading of the scale, and stays words under another', () => {
    expect(conditions(['空气污染气象条件等级'], '4级')?.dispersion).toEqual({
      level: { max: 4, min: 4 },
      reported: '4级',
    })
    const other = row(['大气扩散条件'], '4级').records[0]?.record
    expect(other?.conditions.dispersion).toEqual({ level: null, reported: '4级' })
    expect(other?.notes).toContainEqual({
      field: '/conditions/dispersion',
      rule: 'dispersion-scale-not-stated',
      sent: '4级',
    })
  })
})

describe('a row that cannot be read', () => {
  test.each([
    [['最高气温(℉)'], ['62'], 'unit-unknown', '最高气温(℉)'],
    [['风速'], ['静风'], 'value-not-a-number', '风速'],
    [['相对湿度'], ['95~62'], 'range-inverted', '相对湿度'],
    [['最低气温', '最高气温'], ['17', '11'], 'range-inverted', '最低气温'],
    [['天气', '预报时效'], ['晴', '48'], 'horizon-differs', '预报时效'],
  ])('under %j is told by its row, heading and value', (header, cells, type, pointer) => {
    const { records, rejections } = row(header, ...cells)
    expect(records).toHaveLength(0)
    expect(rejections).toMatchObject([{ row: 2, type, pointer }])
    expect(rejections[0]?.detail.zh).not.toBe('')
  })

  test.each([
    ['2026-11-31', 'forecast-date-unreadable'],
    ['', 'forecast-date-missing'],
    ['2026-12-25', 'forecast-date-outside'],
  ])('for its day %j is %s', (day, type) => {
    const text = csv(['城市', '预报日期', '发布时间', '天气'], ['泸州市', day, '2026-11-15 08:00', '晴'])
    expect(weather('sc', text).rejections).toMatchObject([{ type, pointer: '预报日期' }])
  })

  test('leaves the others of its file', () => {
    const rows = [ROW, ROW.with(0, '成部市'), ROW.with(0, '自贡市')]
    const { records, rejections } = weather('sc', csv(HEADER, ...rows))
    expect(records.map(({ subject }) => subject)).toEqual(['510500', '510300'])
    expect(rejections).toMatchObject([{ row: 3, type: 'division-unknown', value: '成部市' }])
  })
})

test('a table of forecasts with columns of the weather is both: each adapter takes its own and notes the rest', () => {
  const text = csv(
    ['城市', '预报日期', '发布时间', 'AQI范围', '首要污染物', '天气', '风速', '备注'],
    ['泸州市', '2026-11-16', '2026-11-15 08:00', '83~113', 'PM2.5', '阴', '0.6~1.4', '示例数据'],
  )
  const [forecast, told] = [forecasts('sc', text), weather('sc', text)]
  expect(forecast.records[0]?.record.aqi).toEqual({ max: 113, min: 83 })
  expect(forecast.notes.map(({ sent }) => sent)).toEqual(['天气', '风速'])
  expect(told.records[0]?.record.conditions).toEqual({ phenomenon: '阴', windSpeed: range('0.6', '1.4', 'm/s') })
  expect(told.notes.map(({ sent }) => sent)).toEqual(['AQI范围', '首要污染物'])
})

test('words longer than a record keeps are cut, and the note has what was sent', () => {
  const long = '多云转阴'.repeat(20)
  const [found] = row(['天气'], long).records
  expect(found?.record.conditions.phenomenon).toHaveLength(64)
  expect(rules(found?.record)).toContain('weather-words-cut')
})

describe('any file of good and bad rows', () => {
  const header = ['城市', '预报日期', '发布时间', '发布单位', '天气', '气温', '风', '风速', '降水量', '扩散条件']
  const cells = fc.tuple(
    fc.constantFrom('成都市', '重庆市', '全市', '成部市', ''),
    fc.constantFrom('2026-11-16', '11月17日', '明天', '2026-02-30', ''),
    fc.constantFrom('2026-11-15 08:00', '', '2030-01-01', 'x'),
    fc.constantFrom(OFFICE, '', '值班室'),
    fc.constantFrom('晴', '', '—', '小雨转多云'),
    fc.constantFrom('11~17', '17/11', '17~11', '99', '', '冷'),
    fc.constantFrom('北风1-2级', '微风', ''),
    fc.constantFrom('0.6', '-1', '', '2级'),
    fc.constantFrom('0', '无降水', '<0.1', '', '无', '9999'),
    fc.constantFrom('4级', '四级较差', '', 'x'),
  )
  const validate = CONTRACTS.find(({ id }) => id === 'air-weather')?.validate

  test('rows in = records + rejections + duplicates, all named by their row, canonical, by the contract but for figures beyond it', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 20 }), fc.constantFrom<PartyId>('cq', 'sc'), (rows, party) => {
        const { rowsIn, records, rejections, duplicates } = weather(party, csv(header, ...rows))
        expect(rowsIn).toBe(rows.length)
        const named = [...records, ...rejections, ...duplicates].map((each) => each.row).sort((a, b) => a - b)
        expect(named).toEqual(rows.map((_, at) => at + 2))
        for (const { record, subject } of records) {
          expect([subject, record.issuer.party, record.publication]).toEqual([record.area.id, party, 'none'])
          expect(JSON.stringify(record)).toBe(canonical(record))
          if (validate?.(record)) expect(readAirWeather(Buffer.from(JSON.stringify(record)))).toEqual(record)
          else for (const { instancePath } of validate?.errors ?? []) expect(instancePath).toMatch(/\/value$/)
        }
      }),
      { numRuns: 150 },
    )
  })
})

/** A page as office programs save one. */
function htmlOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return `<html><head><meta charset="utf-8"></head><body><table>${lines.join('\n')}</table></body></html>`
}
