/** The sandbox's samples of air: what the files say they are, what both sides' adapters make of them, and that they can be made again. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTables } from '../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import { contractOf } from '../contracts/index.ts'
import { DIVISIONS_2026_11, divisionIndex } from '../contracts/registry/index.ts'
import { FORECAST_DAYS, FORECAST_SEED_FILES, LABEL, OBSERVATION_SEED_FILES } from '../seeds/air.ts'
import { airTexts, cityRows } from '../seeds/make-air.ts'
import { forecasts, observations, rules } from './adapters/air/helpers.ts'

const FOLDER = join(import.meta.dirname, '../seeds')
/** When the samples are sent: the midnight that ends 15 November 2026. */
const AT = Date.parse('2026-11-16T00:00:00+08:00')
const bytesOf = (file: string) => readFileSync(join(FOLDER, file))

const FORECASTS = FORECAST_SEED_FILES.map(({ party, file, mediaType }) => ({
  party,
  file,
  outcome: forecasts(party, bytesOf(file), { at: AT, mediaType }),
}))
const OBSERVATIONS = OBSERVATION_SEED_FILES.map(({ party, file, mediaType }) => ({
  party,
  file,
  outcome: observations(party, bytesOf(file), { at: AT, mediaType }),
}))
const files = [...FORECAST_SEED_FILES, ...OBSERVATION_SEED_FILES].map(({ file }) => file)

test('every file of forecasts and observations in the folders is a sample, and none else', () => {
  const found = ['chongqing', 'sichuan'].flatMap((folder) =>
    readdirSync(join(FOLDER, folder))
      .filter((name) => /^air-(?:forecast|observation)-/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  expect(found.sort()).toEqual([...files].sort())
})

describe('what each side makes of its files', () => {
  // 18 areas, 3 zones and 22 cities of three days; 10 districts and 11 stations of 24 hours.
  test.each([
    ['chongqing/air-forecast-20261115.csv', 'csv', 'gb18030', 18 * 3],
    ['sichuan/air-forecast-20261115.txt', 'text', 'utf-8', 3 * 3],
    ['sichuan/air-forecast-cities-20261115.xlsx', 'xlsx', 'utf-8', 22 * 3],
    ['chongqing/air-observation-20261115.csv', 'csv', 'gb18030', 10 * 24],
    ['sichuan/air-observation-20261115.json', 'json', 'utf-8', 11 * 24],
  ])('%s is %s in %s: %i rows, each a record', (name, format, encoding, rows) => {
    const found = [...FORECASTS, ...OBSERVATIONS].find(({ file }) => file === name)?.outcome
    expect([found?.format, found?.encoding, found?.rowsIn, found?.records.length]).toEqual([
      format,
      encoding,
      rows,
      rows,
    ])
    expect([found?.rejections, found?.duplicates, found?.notes]).toEqual([[], [], []])
    expect(new Set(found?.records.map(({ key }) => key)).size).toBe(rows)
  })

  test('all of it holds by the contracts', () => {
    const forecast = contractOf('air-forecast', '1.0.0')?.validate
    const observation = contractOf('air-observation', '1.0.0')?.validate
    for (const { outcome } of FORECASTS)
      for (const { record } of outcome.records) expect(forecast?.(record), JSON.stringify(forecast?.errors)).toBe(true)
    for (const { outcome } of OBSERVATIONS)
      for (const { record } of outcome.records)
        expect(observation?.(record), JSON.stringify(observation?.errors)).toBe(true)
  })
})

describe('forecasts', () => {
  const records = FORECASTS.flatMap(({ outcome }) => outcome.records.map(({ record }) => record))

  test('are of three days, at 24, 48 and 72 hours, by the edition of 2026', () => {
    for (const record of records) {
      expect(FORECAST_DAYS[record.horizonHours / 24 - 1]).toBe(record.validDate)
      expect([record.standard, record.issued.slice(0, 10)]).toEqual(['HJ 633-2026', '2026-11-15'])
      expect((record.aqi?.max ?? 0) - (record.aqi?.min ?? 0)).toBeLessThanOrEqual(30)
    }
  })

  test('print the class that their AQI is of, and no primary pollutant up to 50', () => {
    for (const record of records) {
      expect(rules(record)).not.toContain('class-differs')
      expect(rules(record)).not.toContain('primary-below-threshold')
      expect(record.primary.length === 0).toBe((record.aqi?.max ?? 0) <= 50)
    }
    expect(records.some(({ primary }) => primary.length === 0)).toBe(true)
  })

  test('cover all 21 cities of Sichuan, and every kind of area', () => {
    const cities = divisionIndex(DIVISIONS_2026_11).inForce({ on: '2026-11-16', party: 'sc', kinds: ['city'] })
    const named = new Set(records.map(({ area }) => area.id))
    expect(cities).toHaveLength(21)
    for (const { id } of cities) expect(named).toContain(id)
    expect(new Set(records.map(({ area }) => area.kind))).toEqual(new Set(['city', 'county', 'zone']))
  })

  test('of each side for the other are second opinions, one area each', () => {
    const others = records.filter((record) => rules(record).includes('second-opinion'))
    expect(new Set(others.map(({ area, issuer }) => `${issuer.party} ${area.name}`))).toEqual(
      new Set(['cq 广安市', 'sc 重庆市']),
    )
    for (const { area, issuer } of others) expect(area.party).not.toBe(issuer.party)
  })

  test('in words name their office and keep their sentence', () => {
    const words = FORECASTS.find(({ file }) => file.endsWith('.txt'))?.outcome.records ?? []
    for (const { record } of words) {
      expect(record.issuer.office).toBe('四川省生态环境监测总站（示例）')
      expect(record.text).toContain(`AQI指数${record.aqi?.min}~${record.aqi?.max}`)
    }
  })
})

describe('hours', () => {
  test('print the index, class and primary pollutants that the gateway works out', () => {
    for (const { outcome } of OBSERVATIONS) {
      for (const { record, key } of outcome.records) {
        const { aqi } = record
        expect(
          rules(record).filter((rule) => rule.endsWith('differs')),
          key,
        ).toEqual([])
        expect([aqi.reported, aqi.class.reported, aqi.primary.reported]).toEqual([
          aqi.computed,
          aqi.class.computed,
          aqi.primary.computed,
        ])
      }
    }
  })

  test('are the 24 of 15 November at every site', () => {
    for (const { outcome } of OBSERVATIONS) {
      const ends = Map.groupBy(outcome.records, ({ subject }) => subject)
      for (const hours of ends.values()) {
        expect(hours.map(({ end }) => (end - AT) / 3_600_000)).toEqual(Array.from({ length: 24 }, (_, at) => at - 23))
      }
    }
  })

  test('of Chongqing have CO converted from μg/m³, of Sichuan three without an index', () => {
    const [chongqing, sichuan] = OBSERVATIONS.map(({ outcome }) => outcome.records.map(({ record }) => record))
    for (const record of chongqing ?? []) {
      expect(rules(record)).toContain('unit-converted')
      expect(record.results.co?.value).toBeLessThan(3)
    }
    const silent = (sichuan ?? []).filter((record) => rules(record).includes('aqi-not-available'))
    expect(silent.map(({ site, interval }) => [site.name, interval.end.slice(11, 13)])).toEqual([
      ['示例涪江站', '10'],
      ['示例涪江站', '11'],
      ['示例涪江站', '12'],
    ])
    expect(new Set((sichuan ?? []).map(({ originator }) => originator))).toEqual(new Set(['cnemc']))
  })
})

test('every row says 示例, and the bulletin says it above its sentences', () => {
  for (const file of files) {
    for (const { header, rows } of readTables(bytesOf(file), { limits: FORMAT_LIMITS }).tables) {
      if (file.endsWith('.txt')) expect(rows[0]?.[0]).toContain(LABEL)
      else for (const cells of rows) expect(cells[header.indexOf('备注')]).toBe(LABEL)
    }
  }
})

test('the files that are text are made again byte for byte, the workbook cell for cell', () => {
  const made = airTexts()
  expect(Object.keys(made).sort()).toEqual(files.filter((file) => !file.endsWith('.xlsx')).sort())
  for (const [file, bytes] of Object.entries(made)) expect(Buffer.from(bytes).equals(bytesOf(file)), file).toBe(true)
  const [table] = readTables(bytesOf('sichuan/air-forecast-cities-20261115.xlsx'), { limits: FORMAT_LIMITS }).tables
  expect([table?.header, ...(table?.rows ?? [])].map((row) => row?.map(String))).toEqual(
    cityRows().map((row) => row.map(String)),
  )
})
