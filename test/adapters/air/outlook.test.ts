/** Outlooks of several days in sentences: a record for each area and day, each with the sentence; what is not covered is refused with it. */
import { describe, expect, test } from 'vitest'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { refusal } from '../formats/helpers.ts'
import { FORECASTS, forecasts, readBy, rules } from './helpers.ts'

const STATED = '发布时间：2026-11-15 16:00\n'
const SENTENCE = '16日至18日，成都平原经济区空气质量以良为主，个别城市可达轻度污染，首要污染物为PM2.5'

/** Area, day of November and classes of each record. */
const told = (text: string, party: 'cq' | 'sc' = 'sc') =>
  forecasts(party, `${STATED}${text}\n`).records.map(({ record }) => [
    record.area.name,
    record.validDate.slice(5),
    `${record.class.min}~${record.class.max}`,
  ])
const refused = (text: string) =>
  forecasts('sc', `${STATED}${text}\n`).rejections.map(({ row, type, value }) => [row, type, value])

describe('a sentence of three days', () => {
  const { rowsIn, records, rejections } = forecasts('sc', `${STATED}${SENTENCE}。\n`)

  test('is a record for each day, at 24, 48 and 72 hours, with the same sentence', () => {
    expect([rowsIn, records.length, rejections]).toEqual([3, 3, []])
    expect(records.map(({ key, row }) => [key, row])).toEqual(
      ['16', '17', '18'].map((day) => [`sc-成都平原/2026-11-${day}/2026-11-15T16:00:00+08:00/sc`, 2]),
    )
    expect(records.map(({ record }) => [record.horizonHours, record.text])).toEqual([
      [24, SENTENCE],
      [48, SENTENCE],
      [72, SENTENCE],
    ])
  })

  test('says of each what was inferred: the month, the span, the name of the zone, and the class of some cities', () => {
    for (const { record } of records) {
      expect(record.notes).toEqual([
        { field: '/validDate', rule: 'date-month-inferred', sent: '16日至18日' },
        { field: '/validDate', rule: 'days-expanded', sent: '16日至18日' },
        { field: '/area/name', rule: 'area-alias', sent: '成都平原经济区' },
        { field: '/class', rule: 'class-of-some', sent: '个别城市可达轻度污染' },
      ])
    }
  })

  test('spans the classes from the better to that of some cities, and gives no AQI', () => {
    for (const { record } of records) {
      expect(record).toMatchObject({
        aqi: null,
        class: { max: 3, min: 2, reported: { max: 3, min: 2 } },
        primary: ['pm25'],
        standard: 'HJ 633-2026',
      })
    }
  })

  test('holds by the contract, and is canonical', () => {
    const validate = CONTRACTS.find(({ id }) => id === 'air-forecast')?.validate
    for (const { record } of records) {
      expect(validate?.(record)).toBe(true)
      expect(JSON.stringify(record)).toBe(canonical(record))
    }
  })
})

describe('days are told', () => {
  test.each([
    ['未来三天（16日至18日），川南空气质量以良为主', ['11-16', '11-17', '11-18']],
    ['预计未来3天(11月16日-18日)，受冷空气影响，川南空气质量以良为主', ['11-16', '11-17', '11-18']],
    ['川南未来两天（16日—17日）空气质量以良为主', ['11-16', '11-17']],
    ['16日、17日，川南以良为主', ['11-16', '11-17']],
    ['明天至后天川南空气质量以良为主', ['11-16', '11-17']],
    ['11月30日至12月1日川南空气质量以良为主', ['11-30']],
  ])('%s', (text, days) => expect(told(text)).toEqual(days.map((day) => ['川南', day, '2~2'])))

  test('beyond the fifteenth from the issue each on its own: 1 December is the sixteenth day', () => {
    expect(refused('11月30日至12月1日川南空气质量以良为主')).toEqual([
      [2, 'forecast-date-outside', '11月30日至12月1日'],
    ])
  })

  test('in a heading above areas, and in one below an area', () => {
    const above = '（一）未来两天（16日至17日）\n成都平原：以良为主\n川南：以优良为主'
    expect(told(above)).toEqual([
      ['成都平原', '11-16', '2~2'],
      ['成都平原', '11-17', '2~2'],
      ['川南', '11-16', '1~2'],
      ['川南', '11-17', '1~2'],
    ])
    expect(told('川东北\n16日至17日：\n空气质量以优为主')).toEqual([
      ['川东北', '11-16', '1~1'],
      ['川东北', '11-17', '1~1'],
    ])
  })

  test('of each of several areas', () => {
    expect(told('16日至17日，成都、德阳空气质量以良为主')).toEqual([
      ['成都市', '11-16', '2~2'],
      ['成都市', '11-17', '2~2'],
      ['德阳市', '11-16', '2~2'],
      ['德阳市', '11-17', '2~2'],
    ])
  })

  test('relative to an issue that is not stated are refused', () => {
    const { rejections } = forecasts('sc', '今天至后天川南空气质量以良为主。\n')
    expect(rejections.map(({ type, value }) => [type, value])).toEqual([['forecast-date-relative', '今天至后天']])
  })

  test('with an AQI and primary pollutants, which hold for each', () => {
    const { records } = forecasts('sc', `${STATED}成都市：16日至17日空气质量为良，AQI60~90，首要污染物为O3\n`)
    expect(records.map(({ record }) => [record.validDate, record.aqi, record.primary])).toEqual([
      ['2026-11-16', { max: 90, min: 60 }, ['o3']],
      ['2026-11-17', { max: 90, min: 60 }, ['o3']],
    ])
  })
})

describe('several areas or days in one sentence', () => {
  test('are told apart where each is named', () => {
    expect(told('16日至17日，成都平原以良为主，川南、川东北以优良为主，18日转为优')).toEqual([])
    expect(told('16日至17日，成都平原以良为主，川南、川东北以优良为主，18日优')).toEqual([
      ['成都平原', '11-16', '2~2'],
      ['成都平原', '11-17', '2~2'],
      ['川南', '11-16', '1~2'],
      ['川南', '11-17', '1~2'],
      ['川东北', '11-16', '1~2'],
      ['川东北', '11-17', '1~2'],
      ['川南', '11-18', '1~1'],
      ['川东北', '11-18', '1~1'],
    ])
    expect(told('成都市：16日良，AQI60~90，首要污染物为PM10，17日优，AQI20~40')).toEqual([
      ['成都市', '11-16', '2~2'],
      ['成都市', '11-17', '1~1'],
    ])
  })

  test.each([
    ['16日至18日，成都平原以良为主，其中成都市可达轻度污染', '其中成都市可达轻度污染'],
    ['16日至18日，成都平原以良为主，17日个别城市可达轻度污染', '个别城市可达轻度污染'],
    ['16日至18日，成都平原以良为主，攀西以优为主', '攀西以优为主'],
    ['16日良，AQI60~90，17日起转为轻度污染，川南', '17日起转为轻度污染,川南'],
  ])('are refused whole where one part is not covered: %s', (text, value) => {
    expect(refused(`成都市\n${text}`)).toEqual([[3, 'statement-unreadable', value]])
    expect(told(`成都市\n${text}`)).toEqual([])
  })
})

describe('what is not covered is refused with the sentence', () => {
  test.each([
    ['川南：未来三天空气质量以良为主，AQI60~90', 'forecast-date-span'],
    ['川南：18日至16日空气质量以良为主', 'forecast-date-span'],
    ['川南：未来三天（16日至19日）空气质量以良为主', 'forecast-date-span'],
    ['川南：16日起空气质量以良为主', 'statement-unreadable'],
    ['川南：16日夜间至18日空气质量以良为主', 'statement-unreadable'],
    ['川南：16日至18日夜间空气质量以良为主', 'statement-unreadable'],
    ['川南：16日至下周空气质量以良为主', 'statement-unreadable'],
    ['川南：16日至18日空气质量由良转差', 'statement-unreadable'],
    ['16日至18日，川南大部空气质量以良为主', 'statement-unreadable'],
    ['16日至18日，盆地空气质量以良为主', 'statement-unreadable'],
    ['11月31日至12月2日，川南空气质量以良为主', 'forecast-date-unreadable'],
  ])('%s: %s', (text, type) => {
    const found = forecasts('sc', `${STATED}${text}。\n`)
    expect([found.records, found.rejections.map((one) => one.type)]).toEqual([[], [type]])
  })

  test('but a zone that is not known once for each day, since each is a row', () => {
    const { rowsIn, rejections } = forecasts('sc', `${STATED}16日至18日，攀西地区空气质量以良为主\n`)
    expect(rowsIn).toBe(3)
    expect(rejections.map(({ type, value }) => `${type} ${value}`)).toEqual(Array(3).fill('division-unknown 攀西地区'))
  })

  test('a period of which no day is said is a summary, noted and not guessed', () => {
    const { notes, records } = forecasts('sc', `${STATED}未来三天，川南空气质量以良为主。\n${SENTENCE}\n`)
    expect(notes).toEqual([{ rule: 'sentence-ignored', sent: '未来三天，川南空气质量以良为主' }])
    expect(records).toHaveLength(3)
  })
})

test('sent again it is all duplicates, and with another class a second reading of each day', () => {
  const { records, duplicates } = forecasts('sc', `${STATED}${SENTENCE}\n${SENTENCE}\n16日，成都平原以优为主\n`)
  expect([records.length, duplicates]).toEqual([4, [2, 2, 2].map((of) => ({ row: 3, of }))])
  expect(rules(records.at(-1)?.record)).toContain('key-repeated')
})

test('spans count as the rows they become, so that few sentences cannot make a file without end', () => {
  const text = `${STATED}${'成都市：15日至30日空气质量为良\n'.repeat(10)}`
  const input = { bytes: Buffer.from(text), at: Date.parse('2026-11-15T18:00:00+08:00'), registry: DIVISIONS_2026_11 }
  const read = (rows: number) => FORECASTS.sc.normalise({ ...input, limits: { ...FORMAT_LIMITS, rows } }, () => {})
  expect(read(160).rowsIn).toBe(160)
  expect(refusal(() => read(159)).code).toBe('too-many-rows')
  expect(readBy(FORECASTS.sc, text).records).toHaveLength(16)
})
