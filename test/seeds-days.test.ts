/** The sandbox's made-up days: the same bytes for the same day, every row accounted for, and what the consultations need of them. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readTables } from '../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import { contractOf } from '../contracts/index.ts'
import type { PartyId } from '../contracts/types.ts'
import { bytesOf } from '../gateway/cli/sandbox/bytes.ts'
import { encodeGb18030 } from '../gateway/cli/sandbox/gb18030.ts'
import { aqiOn, CITIES, DISTRICTS } from '../seeds/days/air.ts'
import { addDays, clockOn, dayAt, daysFrom, weekdayOf } from '../seeds/days/day.ts'
import type { DayFile } from '../seeds/days/file.ts'
import { forecastFiles, outlook } from '../seeds/days/forecasts.ts'
import { dailyFiles, hourlyFiles } from '../seeds/days/observations.ts'
import { CORRECTED, correctionFile, waterFiles } from '../seeds/days/water.ts'
import { weatherFiles } from '../seeds/days/weather.ts'
import { forecasts, observations, rules, weather } from './adapters/air/helpers.ts'
import { read } from './adapters/water/helpers.ts'
import { areaNamed } from './gateway/release/air/fixture.ts'

/** A month over the turn of a year, with the days of the sample files in it. */
const DAYS = daysFrom('2026-11-01', '2027-01-20')
const WEEK = { first: '2026-11-16', last: '2026-11-22' }

const READERS = {
  'air-forecast': forecasts,
  'air-observation': observations,
  'air-weather': weather,
  'water-section-quality': read,
} as const

/** What a file of water comes to. */
async function waterOf(file: DayFile, at: number) {
  return read(file.party, await bytesOf(file), { at, mediaType: file.mediaType })
}

/** What a file of forecasts comes to. */
async function forecastOf(file: DayFile, at: number) {
  return forecasts(file.party, await bytesOf(file), { at, mediaType: file.mediaType })
}

/** What any file comes to, each record held against its contract. */
async function outcomeOf(file: DayFile, at: number) {
  const reader = Object.entries(READERS).find(([contract]) => contract === file.contract)?.[1]
  if (!reader) throw new TypeError(`nothing reads ${file.contract}`)
  const outcome = reader(file.party, await bytesOf(file), { at, mediaType: file.mediaType })
  const validate = contractOf(file.contract, '1.0.0')?.validate
  for (const { record, key } of outcome.records) expect(validate?.(record), `${file.name} ${key}`).toBe(true)
  return outcome
}

const midnightAfter = (day: string): number => clockOn(addDays(day, 1), '00:00')

test('days are those of the calendar', () => {
  expect([addDays('2026-12-31', 1), addDays('2028-03-01', -1)]).toEqual(['2027-01-01', '2028-02-29'])
  // 16 November 2026 is a Monday, as the week of the sample files ends.
  expect([weekdayOf('2026-11-16'), weekdayOf('2026-11-22'), weekdayOf('1970-01-01')]).toEqual([0, 6, 3])
  expect(dayAt(Date.parse('2026-11-15T16:00:00Z'))).toBe('2026-11-16')
  expect(daysFrom('2026-11-30', '2026-12-02')).toEqual(['2026-11-30', '2026-12-01', '2026-12-02'])
  expect(daysFrom('2026-12-02', '2026-12-01')).toEqual([])
})

describe('GB 18030', () => {
  test('is written as others write it, characters of one, two and four bytes', () => {
    const han = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
    const mixed = `${han}、～—μ³Ⅱ℃“”，。㎎é☃😀𠮷ABC123\r\n`
    expect(Buffer.from(encodeGb18030(mixed)).equals(iconv.encode(mixed, 'gb18030'))).toBe(true)
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(mixed))).toBe(mixed)
  })

  test('is read again as what it was, whatever the text', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decoder.decode(encodeGb18030(text))).toBe(text)
      }),
    )
  })

  test('is not made of half a character', () => {
    expect(() => encodeGb18030('好\ud800')).toThrow(RangeError)
  })
})

describe('the same day', () => {
  test('gives the same bytes', async () => {
    const made = () => [
      ...forecastFiles('2026-11-20', 'apart'),
      ...weatherFiles('2026-11-20'),
      ...dailyFiles('2026-11-20'),
      ...hourlyFiles('2026-11-20', 24),
      ...waterFiles(WEEK),
      correctionFile(WEEK),
    ]
    const [one, other] = [made(), made()]
    for (const [at, file] of one.entries()) {
      const again = other[at]
      if (!again) throw new RangeError(file.name)
      expect(Buffer.from(await bytesOf(file)).equals(Buffer.from(await bytesOf(again))), file.name).toBe(true)
    }
    expect(new Set(one.map(({ party, name }) => `${party}/${name}`)).size).toBe(one.length)
  })

  test('and another are not alike', async () => {
    const [one, other] = [dailyFiles('2026-11-20')[0], dailyFiles('2026-11-21')[0]]
    const figures = (file: DayFile | undefined, day: string) =>
      file && 'text' in file.body ? file.body.text.replaceAll(day, '') : ''
    expect(figures(one, '2026-11-20')).not.toBe(figures(other, '2026-11-21'))
  })
})

describe('every file is taken whole', () => {
  test.each(DAYS.filter((_, at) => at % 7 === 3))('the forecasts and measurements of %s', async (day) => {
    const { areas, zones } = { areas: 3, zones: 7 }
    // Guidance for 7; 13 areas of Chongqing and 6 of Sichuan by Chongqing, 4 zones; 3 zones and 21 cities and 4 of Chongqing's by Sichuan.
    const rows = [7 * areas, 19 * areas, 4 * zones, 3 * zones, 25 * areas]
    for (const [at, file] of forecastFiles(day, 'apart').entries()) {
      const { rowsIn, records, rejections, duplicates, notes } = await outcomeOf(file, clockOn(day, '12:00'))
      expect([rowsIn, records.length, rejections, duplicates, notes], file.name).toEqual([
        rows[at],
        rows[at],
        [],
        [],
        [],
      ])
    }
    // 13 areas of Chongqing and 2 of Sichuan by Chongqing; 21 cities and 1 of Chongqing's by Sichuan.
    const told = [15 * areas, 22 * areas]
    for (const [at, file] of weatherFiles(day).entries()) {
      const { rowsIn, records, rejections, duplicates, notes } = await outcomeOf(file, clockOn(day, '12:00'))
      expect([rowsIn, records.length, rejections, duplicates, notes], file.name).toEqual([
        told[at],
        told[at],
        [],
        [],
        [],
      ])
    }
    for (const file of [...dailyFiles(day), ...hourlyFiles(day, 24)]) {
      const { rowsIn, records, rejections, duplicates, notes } = await outcomeOf(file, midnightAfter(day))
      expect(records.length, file.name).toBe(rowsIn)
      expect([rejections, duplicates, notes], file.name).toEqual([[], [], []])
    }
  })

  test('a week of water, but for the station without a time and rows that the platform repeats', async () => {
    const [chongqing, sichuan] = waterFiles(WEEK)
    if (!chongqing || !sichuan) throw new RangeError('expected two files')
    const at = midnightAfter(WEEK.last)
    const one = await outcomeOf(chongqing, at)
    expect([one.rowsIn, one.records.length, one.rejections.map(({ type }) => type), one.duplicates.length]).toEqual([
      22 * 42 + 15 + 1,
      22 * 42,
      ['time-missing'],
      15,
    ])
    const other = await outcomeOf(sichuan, at)
    expect([other.rowsIn, other.records.length, other.rejections.map(({ type }) => type)]).toEqual([
      17 * 42 + 1,
      17 * 42,
      ['time-missing'],
    ])
    for (const { record, end, key } of [...one.records, ...other.records]) {
      expect(end > clockOn(WEEK.first, '00:00') && end <= at, key).toBe(true)
      expect(rules(record), key).not.toContain('class-differs')
    }
  })

  test('a correction has the records of one section, and other figures', async () => {
    const at = midnightAfter(WEEK.last)
    await outcomeOf(correctionFile(WEEK), at)
    const { records } = await waterOf(correctionFile(WEEK), at)
    const [, sichuan] = waterFiles(WEEK)
    if (!sichuan) throw new RangeError('expected two files')
    const before = new Map((await waterOf(sichuan, at)).records.map(({ key, record }) => [key, record.results.tp]))
    expect(records).toHaveLength(42)
    expect(new Set(records.map(({ record }) => record.section.name))).toEqual(new Set([CORRECTED]))
    expect(records.every(({ key }) => before.has(key))).toBe(true)
    expect(records.some(({ key, record }) => record.results.tp?.value !== before.get(key)?.value)).toBe(true)
  })
})

describe('measurements', () => {
  test('print the index, class and primary pollutants that the gateway works out', async () => {
    for (const day of DAYS) {
      for (const file of dailyFiles(day)) {
        for (const { record, key } of (await outcomeOf(file, midnightAfter(day))).records) {
          expect(
            rules(record).filter((rule) => rule.endsWith('differs')),
            `${file.name} ${key}`,
          ).toEqual([])
        }
      }
    }
  })
})

describe('forecasts of areas that both sides forecast', () => {
  async function words(day: string, mood: 'alike' | 'apart') {
    const by: Record<PartyId | 'guidance', Map<string, string>> = { cq: new Map(), sc: new Map(), guidance: new Map() }
    for (const file of forecastFiles(day, mood)) {
      for (const { record } of (await forecastOf(file, clockOn(day, '12:00'))).records) {
        const who = record.issuer.office?.startsWith('西南区域空气质量预测预报中心') ? 'guidance' : file.party
        if (record.area.kind !== 'zone')
          by[who].set(`${record.area.id}/${record.validDate}`, JSON.stringify([record.aqi, record.class]))
      }
    }
    const both = [...by.cq].filter(([cell]) => by.sc.has(cell))
    return { both: both.length, apart: both.filter(([cell, said]) => by.sc.get(cell) !== said).length, by }
  }

  test.each([
    ['alike', 1],
    ['apart', 7],
  ] as const)('are %s in all but so many cells: %i', async (mood, cells) => {
    for (const day of DAYS.filter((_, at) => at % 16 === 0)) {
      const { both, apart, by } = await words(day, mood)
      // Six cities, Chongqing as a whole and three districts.
      expect([both, apart], day).toEqual([10 * 3, cells])
      expect(by.guidance.size).toBe(7 * 3)
    }
  })

  test('are told in a statement of the days they are of', () => {
    expect(outlook('2026-11-29')).toMatch(/^30日至2日.+（示例）$/)
  })

  test('never calls days good on the whole and says nothing of where they are not', () => {
    // By HJ 633 the grades end at 50, 100, 150, 200 and 300.
    const ends = { 优至良: 100, 良至轻度: 150, 轻度至中度: 200 }
    let local = 0
    for (const day of DAYS) {
      const text = outlook(day)
      const most = Math.max(
        ...daysFrom(addDays(day, 1), addDays(day, 3)).flatMap((one) =>
          [...CITIES, ...DISTRICTS].map((area) => aqiOn(area, one)),
        ),
      )
      const [, upTo = 0] = Object.entries(ends).find(([words]) => text.includes(`以${words}`)) ?? []
      const word = most > 300 ? '严重' : most > 200 ? '重度' : most > 150 ? '中度' : '轻度'
      expect(text.includes('局地可达'), text).toBe(most > upTo)
      if (most > upTo) {
        local++
        expect(text).toContain(`局地可达${word}污染`)
      }
    }
    expect(local).toBeGreaterThan(0)
    expect(local).toBeLessThan(DAYS.length)
  })

  test('are right of the day after in most places and not in all, and less often the further ahead', async () => {
    const [hits, all] = [
      [0, 0, 0],
      [0, 0, 0],
    ]
    for (const day of DAYS.filter((_, at) => at % 4 === 0)) {
      const { by } = await words(day, 'alike')
      for (const [cell, said] of by.sc) {
        const [id = '', valid = ''] = cell.split('/')
        const area = CITIES.find(({ name }) => name.endsWith('市') && areaNamed(name).id === id)
        const [aqi] = JSON.parse(said)
        if (!area) continue
        const ahead = daysFrom(day, valid).length - 2
        const observed = aqiOn(area, valid)
        all[ahead] = (all[ahead] ?? 0) + 1
        hits[ahead] = (hits[ahead] ?? 0) + Number(observed >= aqi.min && observed <= aqi.max)
      }
    }
    const rates = hits.map((hit, at) => hit / (all[at] ?? 1))
    expect(Math.min(...all)).toBeGreaterThan(100)
    expect(rates.toSorted((a, b) => b - a)).toEqual(rates)
    for (const rate of rates) expect(rate > 0.5 && rate < 0.95, String(rates)).toBe(true)
  })
})

test('every row says 示例, and the bulletin says it above its sentences', async () => {
  const files = [
    ...forecastFiles('2026-11-20', 'alike'),
    ...dailyFiles('2026-11-20'),
    ...waterFiles(WEEK),
    ...weatherFiles('2026-11-20'),
  ]
  for (const file of [...files, ...hourlyFiles('2026-11-20', 3), correctionFile(WEEK)]) {
    for (const { header, rows } of readTables(await bytesOf(file), { limits: FORMAT_LIMITS }).tables) {
      if (file.name.endsWith('.txt')) expect(rows[0]?.[0]).toContain('示例数据')
      else for (const cells of rows) expect(cells[header.indexOf('备注')], file.name).toBe('示例数据')
    }
  }
})
