/** Real files by others through the adapters: 111 national sites of one hour as GeoJSON, and six years of hours of Chengdu. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { readAirObservation } from '../../../contracts/air-observation/read.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { describeShared, sharedPath } from '../../shared.ts'
import { refusal } from '../formats/helpers.ts'
import { observations, rules } from './helpers.ts'

describeShared('one hour of 111 national sites, as GeoJSON', () => {
  const read = (party: PartyId) =>
    observations(party, readFileSync(sharedPath('data/air-cnemc-geojson-2018-02-20/airnow_sc_cq.geojson')))

  test.each<[PartyId, number, number]>([
    ['sc', 94, 17],
    ['cq', 17, 94],
  ])('%s has %i records and refuses the other side’s %i rows by name', (party, own, other) => {
    const { format, rowsIn, records, rejections, duplicates, notes } = read(party)
    expect([format, rowsIn, records.length, rejections.length, duplicates.length]).toEqual(['json', 111, own, other, 0])
    expect(new Set(rejections.map(({ type }) => type))).toEqual(new Set(['row-of-other-side']))
    for (const { value, pointer } of rejections) {
      expect(pointer).toBe('area')
      expect(value === '重庆市').toBe(party === 'sc')
    }
    // Sliding means and maxima are not kept twice; nothing else of 27 properties is lost.
    expect(notes.map(({ rule, sent }) => `${rule} ${sent}`)).toEqual(
      ['co_24h', 'no2_24h', 'o3_24h', 'o3_8h', 'o3_8h_24h', 'pm10_24h', 'pm2_5_24h', 'so2_24h'].map(
        (heading) => `column-derived ${heading}`,
      ),
    )
  })

  test('every record holds by the contract, canonical, an hour ending at seven, at 273.15 K', () => {
    for (const party of ['sc', 'cq'] as const) {
      const { records } = read(party)
      expect(new Set(records.map(({ key }) => key)).size).toBe(records.length)
      for (const { record } of records) {
        const text = JSON.stringify(record)
        expect(text).toBe(canonical(record))
        expect(readAirObservation(Buffer.from(text))).toEqual(record)
        expect(record.interval).toEqual({ end: '2018-02-20T07:00:00+08:00', start: '2018-02-20T06:00:00+08:00' })
        expect([record.averaging, record.originator, record.standard]).toEqual(['1h', 'cnemc', 'HJ 633-2012'])
        expect(record.referenceState?.temperature).toBe('273.15')
        expect(record.site.id).toMatch(/^\d{4}A$/)
        expect(record.site.area?.party).toBe(party)
        expect(record.site.coordinates?.crs).toBe('WGS84')
      }
    }
  })

  test('the index recomputed from the hour’s own means is the one published at 99 of 111 sites, and never below it', () => {
    const records = (['sc', 'cq'] as const).flatMap((party) => read(party).records.map(({ record }) => record))
    const differing = records.filter((record) => rules(record).includes('aqi-differs'))
    expect([records.length, differing.length]).toEqual([111, 12])
    for (const { aqi } of records) expect(aqi.computed ?? 0).toBeGreaterThanOrEqual(aqi.reported ?? 501)
    expect(records.filter((record) => rules(record).includes('class-differs'))).toEqual([])
  })

  test('what is missing (-;) is missing, not 0', () => {
    const [found] = read('cq').records.filter(({ record }) => record.site.name === '两路')
    expect(found?.record.results.pm10).toEqual({ qualifier: 'missing', reported: '-;', unit: 'μg/m³', value: null })
    expect(found?.record.aqi).toMatchObject({ computed: 59, reported: 59, primary: { reported: ['pm25'] } })
  })

  test('names of prefectures as published (凉山州) are those of the register, said so', () => {
    const { records } = read('sc')
    const alias = records.filter(({ record }) => rules(record).includes('area-alias'))
    expect(new Set(alias.map(({ record }) => record.site.area?.name))).toEqual(
      new Set(['凉山彝族自治州', '阿坝藏族羌族自治州', '甘孜藏族自治州']),
    )
  })
})

describeShared('six years of hours of Chengdu', () => {
  let lines: readonly string[] = []
  beforeAll(() => {
    lines = readFileSync(sharedPath('data/air-uci-chengdu/ChengduPM20100101_20151231.csv'), 'utf8').split('\n')
  })
  /** A year of it, its column of PM2.5 headed with its unit, and the city in a column of its own. */
  const year = (wanted: string): string => {
    const [header = '', ...rows] = lines
    const mine = rows.filter((row) => row.split(',')[1] === wanted)
    return [
      `${header.trim().replace('PM_US Post', 'PM2.5(ug/m3)')},城市`,
      ...mine.map((row) => `${row.trim()},成都市`),
    ].join('\n')
  }

  test('is too many rows at once, and as it stands says neither where it is nor what it measured', () => {
    expect(refusal(() => observations('sc', lines.join('\n'))).code).toBe('too-many-rows')
    const error = refusal(() => observations('sc', lines.slice(0, 100).join('\n')))
    expect(error).toMatchObject({ code: 'columns-missing', row: 1 })
    expect(error.detail.zh).toContain('缺少列：城市或站点、监测项目')
  })

  test.each([
    ['2010', 8760],
    ['2012', 8784],
    ['2015', 8760],
  ])('%s, with its heading and city written out, is %i records, one an hour', (wanted, hours) => {
    const { rowsIn, records, rejections, duplicates, notes } = observations('sc', `${year(wanted)}\n`)
    expect([rowsIn, records.length, rejections.length, duplicates.length]).toEqual([hours, hours, 0, 0])
    expect(notes).toContainEqual({ rule: 'column-ignored', sent: 'TEMP' })
    expect(new Set(records.map(({ key }) => key)).size).toBe(hours)
    const sheet = new Map(
      year(wanted)
        .split('\n')
        .slice(1)
        .map((row) => row.split(','))
        .map((cells) => [Number(cells[0]), cells[6]]),
    )
    const first = Math.min(...sheet.keys())
    let figures = 0
    for (const [at, { record }] of records.entries()) {
      const sent = sheet.get(first + at)
      const { value, qualifier, unit } = record.results.pm25 ?? {}
      expect(unit).toBe('μg/m³')
      if (sent === 'NA') expect([value, qualifier]).toEqual([null, 'missing'])
      else {
        expect([value, qualifier]).toEqual([Number(sent), null])
        figures += 1
      }
      // No edition of the index was in force yet.
      expect([record.standard, record.aqi.computed]).toEqual([null, null])
    }
    expect(figures).toBe([...sheet.values()].filter((sent) => sent !== 'NA').length)
    expect(records[0]?.record.interval.end).toBe(`${wanted}-01-01T00:00:00+08:00`)
  })
})
