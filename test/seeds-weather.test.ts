/** The sandbox's samples of the weather: what both sides' adapters make of them, that they can be made again, and that they go with the made-up air. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readTables } from '../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import { WEATHER_FIGURES } from '../contracts/air-weather/record.ts'
import { contractOf } from '../contracts/index.ts'
import { DIVISIONS_2026_11, divisionIndex } from '../contracts/registry/index.ts'
import { bytesOf } from '../gateway/cli/sandbox/bytes.ts'
import { CITIES, DISTRICTS, stagnation } from '../seeds/days/air.ts'
import { clockOn, daysFrom } from '../seeds/days/day.ts'
import { OFFICES, weatherFiles, weatherOn } from '../seeds/days/weather.ts'
import { WEATHER_SEED_FILES, WEATHER_SHEET, weatherRows, weatherText } from '../seeds/weather.ts'
import { rules, weather } from './adapters/air/helpers.ts'

const FOLDER = join(import.meta.dirname, '../seeds')
const AT = Date.parse('2026-11-16T00:00:00+08:00')
const sampleOf = (file: string) => readFileSync(join(FOLDER, file))
const DAYS = daysFrom('2026-10-25', '2026-12-25')

const OUTCOMES = WEATHER_SEED_FILES.map(({ party, file, mediaType }) => ({
  party,
  file,
  outcome: weather(party, sampleOf(file), { at: AT, mediaType }),
}))

describe('the sample files', () => {
  test('are all that lie in the folders', () => {
    const found = ['chongqing', 'sichuan'].flatMap((folder) =>
      readdirSync(join(FOLDER, folder))
        .filter((name) => name.startsWith('air-weather-'))
        .map((name) => `${folder}/${name}`),
    )
    expect(found.sort()).toEqual(WEATHER_SEED_FILES.map(({ file }) => file).sort())
  })

  // 13 areas and 2 beyond the boundary; 21 cities and 1 beyond it; three days each.
  test.each([
    ['chongqing/air-weather-20261115.csv', 'csv', 'gb18030', 15 * 3],
    ['sichuan/air-weather-20261115.xlsx', 'xlsx', 'utf-8', 22 * 3],
  ])('%s is %s in %s: %i rows, each a record by the contract', (name, format, encoding, rows) => {
    const found = OUTCOMES.find(({ file }) => file === name)?.outcome
    const counts = [found?.format, found?.encoding, found?.rowsIn, found?.records.length]
    expect(counts).toEqual([format, encoding, rows, rows])
    expect([found?.rejections, found?.duplicates, found?.notes]).toEqual([[], [], []])
    const validate = contractOf('air-weather', '1.0.0')?.validate
    for (const { record } of found?.records ?? [])
      expect(validate?.(record), JSON.stringify(validate?.errors)).toBe(true)
  })

  test('can be made again', () => {
    expect(sampleOf('chongqing/air-weather-20261115.csv').equals(iconv.encode(weatherText(), 'gb18030'))).toBe(true)
    const [table] = readTables(sampleOf('sichuan/air-weather-20261115.xlsx'), { limits: FORMAT_LIMITS }).tables
    expect(table?.name).toBe(WEATHER_SHEET)
    expect([table?.header, ...(table?.rows ?? [])]).toEqual(weatherRows())
  })

  test('are by the weather services, who alone may publish it, and 示例 by name', () => {
    for (const { party, outcome } of OUTCOMES) {
      for (const { record } of outcome.records) {
        expect(record.issuer).toEqual({ office: OFFICES[party], party })
        expect([record.originator, record.publication]).toEqual(['meteorological', 'none'])
      }
    }
    for (const office of Object.values(OFFICES)) expect(office).toMatch(/气象台（示例）$/)
  })
})

describe('the days', () => {
  const recordsOn = async (day: string) =>
    (
      await Promise.all(
        weatherFiles(day).map(async (file) =>
          weather(file.party, await bytesOf(file), {
            at: clockOn(day, '12:00'),
            mediaType: file.mediaType,
          }).records.map(({ record }) => record),
        ),
      )
    ).flat()

  test('tell of every area that both sides forecast, for three days, before the air is forecast', async () => {
    const index = divisionIndex(DIVISIONS_2026_11)
    const records = await recordsOn('2026-11-20')
    const own = records.filter(({ area, issuer }) => area.party === issuer.party)
    expect(new Set(own.map(({ area }) => area.id)).size).toBe(CITIES.length + DISTRICTS.length)
    for (const record of records) {
      expect(index.byId(record.area.id)?.name).toBe(record.area.name)
      expect([24, 48, 72]).toContain(record.horizonHours)
      expect(record.issued).toBe('2026-11-20T08:20:00+08:00')
    }
    const beyond = records.filter(({ area, issuer }) => area.party !== issuer.party)
    expect(new Set(beyond.map(({ area }) => area.name))).toEqual(new Set(['广安市', '泸州市', '重庆市']))
    for (const record of beyond) expect(rules(record)).toContain('second-opinion')
  })

  test('leave out what nobody tells: no mixing height of the highlands, and it is no zero', async () => {
    const records = await recordsOn('2026-11-20')
    const high = records.filter(({ area }) => /阿坝|甘孜/.test(area.name))
    expect(high).toHaveLength(2 * 3)
    for (const { conditions } of high) expect(conditions.boundaryLayer).toBeUndefined()
    for (const { area, conditions } of records.filter((one) => !high.includes(one)))
      for (const figure of WEATHER_FIGURES) expect(conditions[figure], `${area.name} ${figure}`).toBeDefined()
  })

  test('are plausible: calm, dry and low where the air stands, windy and high where it does not', () => {
    const [still, stirred] = DAYS.toSorted((a, b) => stagnation(b) - stagnation(a)).reduce<[string[], string[]]>(
      ([first, last], day, at, all) => [at < 8 ? [...first, day] : first, at >= all.length - 8 ? [...last, day] : last],
      [[], []],
    )
    const mean = (days: readonly string[], of: (day: string) => number): number =>
      days.reduce((sum, day) => sum + of(day), 0) / days.length
    const at = (day: string) => weatherOn(OFFICES.sc, { name: '自贡市' }, day)
    expect(mean(still, (day) => Number(at(day).speed[1]))).toBeLessThan(
      mean(stirred, (day) => Number(at(day).speed[0])),
    )
    expect(mean(still, (day) => at(day).mixing?.[1] ?? 0)).toBeLessThan(
      mean(stirred, (day) => at(day).mixing?.[1] ?? 0),
    )
    expect(mean(still, (day) => at(day).level)).toBeGreaterThan(mean(stirred, (day) => at(day).level) + 2)
    expect(mean(still, (day) => Number(at(day).rain))).toBe(0)
    for (const day of DAYS) {
      for (const { name } of [...CITIES, ...DISTRICTS]) {
        const { highest, humidity, level, lowest, rain, speed } = weatherOn(OFFICES.cq, { name }, day)
        expect(lowest).toBeLessThan(highest)
        expect(Number(speed[0])).toBeLessThanOrEqual(Number(speed[1]))
        expect(humidity[0] < humidity[1] && humidity[1] <= 100 && Number(rain) >= 0).toBe(true)
        expect([1, 2, 3, 4, 5, 6]).toContain(level)
      }
    }
  })

  test('of two services on one place are near but not the same; of one they are the same each time', () => {
    const of = (office: string) =>
      daysFrom('2026-11-01', '2026-11-30').map((day) => weatherOn(office, { name: '泸州市' }, day))
    expect(of(OFFICES.sc)).toEqual(of(OFFICES.sc))
    expect(of(OFFICES.sc)).not.toEqual(of(OFFICES.cq))
    expect(of(OFFICES.sc).map(({ level }) => level)).toEqual(of(OFFICES.cq).map(({ level }) => level))
  })
})
