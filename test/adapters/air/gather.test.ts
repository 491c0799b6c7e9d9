/** Observations spread over rows or columns: a column a site, or a row a figure; a row of the outcome is one site's hour. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { limitsWith, refusal } from '../formats/helpers.ts'
import { AT, csv, OBSERVATIONS, observations, rules } from './helpers.ts'

const TYPES = ['AQI', 'PM2.5', 'PM2.5_24h', 'PM10', 'SO2', 'NO2', 'O3', 'O3_8h', 'CO']

/** `date,hour,type,…` as the national hours are kept: for each hour a row a pollutant, for each site a column. */
function wide(
  hours: readonly number[],
  sites: readonly string[],
  value: (type: string, site: number, hour: number) => string,
) {
  return csv(
    ['date', 'hour', 'type', ...sites],
    ...hours.flatMap((hour) =>
      TYPES.map((type) => ['20261115', String(hour), type, ...sites.map((_, at) => value(type, at, hour))]),
    ),
  )
}

const CLEAN: Readonly<Record<string, string>> = {
  AQI: '101',
  'PM2.5': '61',
  'PM2.5_24h': '55',
  PM10: '96',
  SO2: '7',
  NO2: '38',
  O3: '62',
  O3_8h: '58',
  CO: '0.8',
}

describe('a column a city', () => {
  const file = wide([7, 8], ['成都', '德阳', '贵阳', '重庆'], (type) => CLEAN[type] ?? '')

  test('gives each city of the side a record an hour, from the row its hour begins at', () => {
    const { rowsIn, records, rejections } = observations('sc', file)
    expect([rowsIn, records.length, rejections.length]).toEqual([6, 4, 2])
    expect(records.map(({ row, key }) => [row, key])).toEqual([
      [2, '510100/1h/2026-11-15T07:00:00+08:00/sc'],
      [2, '510600/1h/2026-11-15T07:00:00+08:00/sc'],
      [11, '510100/1h/2026-11-15T08:00:00+08:00/sc'],
      [11, '510600/1h/2026-11-15T08:00:00+08:00/sc'],
    ])
    const [first] = records
    expect(first?.record.aqi).toMatchObject({
      computed: 101,
      reported: 101,
      primary: { computed: ['pm25'], reported: null },
    })
    expect(rules(first?.record)).toEqual(['area-alias'])
  })

  test('refuses the other side’s cities by name, and notes a column that is no place of either', () => {
    const { rejections, notes } = observations('sc', file)
    expect(rejections).toMatchObject([
      { row: 2, type: 'row-of-other-side', value: '重庆' },
      { row: 11, type: 'row-of-other-side', value: '重庆' },
    ])
    expect(notes).toEqual([
      { rule: 'column-ignored', sent: '贵阳' },
      { rule: 'column-derived', sent: 'PM2.5_24h' },
      { rule: 'column-derived', sent: 'O3_8h' },
    ])
  })
})

describe('a column a station', () => {
  test('gives each a record an hour; one that says nothing in an hour is no row', () => {
    const file = wide([7, 8], ['9901A', '9902A'], (type, site, hour) =>
      site === 1 && hour === 8 ? '' : (CLEAN[type] ?? ''),
    )
    const { rowsIn, records } = observations('sc', file)
    expect(rowsIn).toBe(3)
    expect(records.map(({ record }) => [record.site.id, record.interval.end.slice(11, 13), record.originator])).toEqual(
      [
        ['9901A', '07', 'cnemc'],
        ['9902A', '07', 'cnemc'],
        ['9901A', '08', 'cnemc'],
      ],
    )
    expect(rules(records[0]?.record)).toEqual(['area-not-stated'])
  })

  test('with an hour repeated whole has duplicates, with another figure a second reading', () => {
    const once = wide([7], ['9901A'], (type) => CLEAN[type] ?? '')
    const body = once.split('\r\n').slice(1, -1).join('\r\n')
    const again = observations('sc', `${once}${body}\r\n`)
    expect([again.rowsIn, again.records.length, again.duplicates]).toEqual([2, 1, [{ row: 11, of: 2 }]])
    const other = observations('sc', `${once}${body.replace('PM2.5,61', 'PM2.5,62')}\r\n`)
    expect(other.records.map(({ record }) => rules(record))).toEqual([
      ['area-not-stated'],
      ['area-not-stated', 'aqi-differs', 'key-repeated'],
    ])
  })

  test('with a row that is cut or an hour that is none refuses just that', () => {
    const good = wide([7], ['9901A'], (type) => CLEAN[type] ?? '')
    const { rowsIn, records, rejections } = observations('sc', `${good}20261115,8,PM2.5\r\n20261115,25,PM2.5,61\r\n`)
    expect([rowsIn, records.length]).toEqual([3, 1])
    expect(rejections.map(({ row, type }) => [row, type])).toEqual([
      [11, 'cell-count'],
      [12, 'time-unreadable'],
    ])
  })
})

describe('a row a figure', () => {
  const header = ['城市', '站点名称', '监测时间', '污染物', '监测值']
  const rowsOf = (site: string, hour: string) =>
    Object.entries(CLEAN).map(([type, value]) => ['成都市', site, `2026-11-15 ${hour}`, type, value])

  test('is gathered by site and hour, wherever its rows stand', () => {
    const [a, b] = [rowsOf('示例一站', '07:00'), rowsOf('示例二站', '07:00')]
    const mixed = a.flatMap((row, at) => [row, b[at] ?? []])
    const { rowsIn, records } = observations('sc', csv(header, ...mixed))
    expect([rowsIn, records.map(({ row, subject }) => [row, subject])]).toEqual([
      2,
      [
        [2, '510100-示例一站'],
        [3, '510100-示例二站'],
      ],
    ])
    for (const { record } of records) expect(record.aqi).toMatchObject({ computed: 101, reported: 101 })
  })

  test('a figure that is none refuses its site and hour alone', () => {
    const rows = [...rowsOf('示例一站', '07:00'), ...rowsOf('示例二站', '07:00').map((row) => row.with(4, '高'))]
    const { rowsIn, records, rejections } = observations('sc', csv(header, ...rows))
    expect([rowsIn, records.length, rejections.map(({ row, type }) => [row, type])]).toEqual([
      2,
      1,
      [[11, 'value-not-a-number']],
    ])
  })

  test('with units in its names of pollutants has CO converted by them', () => {
    const rows = [['成都市', '示例一站', '2026-11-15 07:00', 'CO(μg/m³)', '800']]
    expect(observations('sc', csv(header, ...rows)).records[0]?.record.results.co?.reported).toBe('0.800')
  })
})

test('a file of more sites and hours than a file may have rows is refused before it is read', () => {
  const file = wide([7, 8], ['9901A', '9902A'], (type) => CLEAN[type] ?? '')
  const input = { bytes: Buffer.from(file), at: AT, registry: DIVISIONS_2026_11 }
  const read = (rows: number) => () => OBSERVATIONS.sc.normalise({ ...input, limits: limitsWith({ rows }) }, () => {})
  expect(refusal(read(18 - 1)).code).toBe('too-many-rows')
  expect(read(18)).not.toThrow()
  const many = wide(
    [7],
    Array.from({ length: 30 }, (_, at) => `99${at + 10}A`),
    (type) => CLEAN[type] ?? '',
  )
  expect(
    refusal(() =>
      OBSERVATIONS.sc.normalise({ ...input, bytes: Buffer.from(many), limits: limitsWith({ rows: 20 }) }, () => {}),
    ).code,
  ).toBe('too-many-rows')
  expect(FORMAT_LIMITS.rows).toBe(50_000)
})

test('wide, long and one row an hour say the same', () => {
  const cell = fc.constantFrom('0.5', '61', '7', '-;', '', 'NA', '120.0', '<2')
  const figures = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 2 })
  const names = ['PM2.5', 'O3', 'CO'] as const
  const sites = ['示例一站', '示例二站']
  fc.assert(
    fc.property(figures, (values) => {
      const plain = csv(
        ['城市', '站点名称', '监测时间', ...names],
        ...sites.map((site, at) => ['成都市', site, '2026-11-15 07:00', ...(values[at] ?? [])]),
      )
      const long = csv(
        ['城市', '站点名称', '监测时间', 'type', 'value'],
        ...sites.flatMap((site, at) =>
          names.map((name, of) => ['成都市', site, '2026-11-15 07:00', name, values[at]?.[of] ?? '']),
        ),
      )
      const strip = (file: string) => {
        const { rowsIn, records, rejections } = observations('sc', file)
        return [
          rowsIn,
          records.map(({ key, record }) => [key, record]),
          rejections.map(({ type, pointer }) => [type, pointer]),
        ]
      }
      expect(strip(long)).toEqual(strip(plain))
    }),
    { numRuns: 100 },
  )
})
