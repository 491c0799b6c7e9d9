/** Indices of single pollutants: the vectors of the standard's text, its break points, its caps, and exactness. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { iaqi, roundConcentration } from '../../../adapters/standards/air.ts'
import { truncateDecimal } from '../../../adapters/standards/rounding.ts'
import { AVERAGINGS, type Averaging, POLLUTANTS, type Pollutant } from '../../../contracts/standards/air-types.ts'
import { AIR_INDICES, HJ633_2012, HJ633_2026 } from '../../../contracts/standards/index.ts'

describe('vectors worked by hand', () => {
  test.each([
    ['35', 50, 50],
    ['50', 69, 80],
    ['60', 82, 100],
    ['61', 83, 101],
    ['75', 100, 114],
    ['115', 150, 150],
    ['116', 152, 152],
    ['150', 200, 200],
    ['151', 201, 201],
  ])('PM2.5 of %s in a day is %i by HJ 633-2012 and %i by HJ 633-2026', (concentration, first, second) => {
    expect(iaqi('pm25', '24h', concentration, HJ633_2012)).toBe(first)
    expect(iaqi('pm25', '24h', concentration, HJ633_2026)).toBe(second)
  })

  test.each([
    ['50', 50, 50],
    ['100', 75, 86],
    ['120', 85, 100],
    ['121', 86, 101],
    ['150', 100, 112],
    ['151', 101, 112],
    ['250', 150, 150],
  ])('PM10 of %s in a day is %i by HJ 633-2012 and %i by HJ 633-2026', (concentration, first, second) => {
    expect(iaqi('pm10', '24h', concentration, HJ633_2012)).toBe(first)
    expect(iaqi('pm10', '24h', concentration, HJ633_2026)).toBe(second)
  })

  test.each<[Pollutant, Averaging, string, number]>([
    // 50 + 50 ÷ 40 × 1 = 51.25
    ['no2', '24h', '41', 52],
    // 100 + 50 ÷ 55 × 1 = 100.9…
    ['o3', '8h', '161', 101],
    // 50 ÷ 2 × 0.9 = 22.5
    ['co', '24h', '0.9', 23],
    // 150 + 50 ÷ 325 × 1 = 150.2: the break point of 24 hours at 150 is 475, not the hour's 650.
    ['so2', '24h', '476', 151],
    // 50 + 50 ÷ 350 × 326 = 96.57…
    ['so2', '1h', '476', 97],
    // 300 + 100 ÷ 200 × 100
    ['o3', '1h', '900', 350],
    ['no2', '1h', '1', 1],
    ['so2', '24h', '0', 0],
  ])('%s in %s of %s is %i under both editions', (pollutant, averaging, concentration, expected) => {
    for (const edition of AIR_INDICES) expect(iaqi(pollutant, averaging, concentration, edition)).toBe(expected)
  })

  test.each<[Averaging, string, number, number]>([
    // 50 + 50 ÷ 2 × 0.2 = 55; 200 + 100 ÷ 30 × 5.4 = 218; 400 + 100 ÷ 30 × 28.8 = 496.
    ['24h', '2.2', 55, Math.ceil((50 / 2) * (2.2 - 2) + 50)],
    ['1h', '65.4', 218, Math.ceil((100 / 30) * (65.4 - 60) + 200)],
    ['1h', '148.8', 496, Math.ceil((100 / 30) * (148.8 - 120) + 400)],
  ])('CO in %s of %s is %i, where binary fractions make it %i', (averaging, concentration, expected, binary) => {
    expect(binary).toBe(expected + 1)
    for (const edition of AIR_INDICES) expect(iaqi('co', averaging, concentration, edition)).toBe(expected)
  })
})

describe('rounding before the formula', () => {
  test('60.5 is 60 and its index 100; 60.6 is 61 and its index 101', () => {
    expect(roundConcentration('pm25', '60.5', HJ633_2026)).toBe('60')
    expect(iaqi('pm25', '24h', '60.5', HJ633_2026)).toBe(100)
    expect(roundConcentration('pm25', '60.6', HJ633_2026)).toBe('61')
    expect(iaqi('pm25', '24h', '60.6', HJ633_2026)).toBe(101)
  })

  test('61.5 is 62, to the even side; CO keeps one decimal', () => {
    expect(roundConcentration('pm25', '61.5', HJ633_2026)).toBe('62')
    expect(roundConcentration('co', '1.25', HJ633_2026)).toBe('1.2')
    expect(roundConcentration('co', '1.35', HJ633_2012)).toBe('1.4')
  })

  test('another method is by name: truncated, or none', () => {
    expect(iaqi('pm25', '24h', '60.9', HJ633_2026, { rounding: 'truncate' })).toBe(100)
    expect(iaqi('pm25', '24h', '60.01', HJ633_2026, { rounding: 'none' })).toBe(101)
    expect(roundConcentration('co', '1.39', HJ633_2026, 'truncate')).toBe('1.3')
    expect(roundConcentration('co', '1.39', HJ633_2026, 'none')).toBe('1.39')
  })

  test('truncation cuts towards zero and pads', () => {
    expect(['0.29', '-0.29', '7', '1e-7'].map((value) => truncateDecimal(value, 1))).toEqual([
      '0.2',
      '-0.2',
      '7.0',
      '0.0',
    ])
    expect(() => truncateDecimal('x', 1)).toThrow(TypeError)
    expect(() => truncateDecimal('1', -1)).toThrow(TypeError)
  })
})

describe('above a column', () => {
  test('SO2 hours above 800 have no index in 2012 and 200 in 2026', () => {
    expect([HJ633_2012, HJ633_2026].map((edition) => iaqi('so2', '1h', '800', edition))).toEqual([200, 200])
    expect([HJ633_2012, HJ633_2026].map((edition) => iaqi('so2', '1h', '801', edition))).toEqual([null, 200])
    expect([HJ633_2012, HJ633_2026].map((edition) => iaqi('so2', '1h', '9999', edition))).toEqual([null, 200])
  })

  test('ozone 8 hours above 800 have no index in 2012 and 300 in 2026', () => {
    expect([HJ633_2012, HJ633_2026].map((edition) => iaqi('o3', '8h', '800', edition))).toEqual([300, 300])
    expect([HJ633_2012, HJ633_2026].map((edition) => iaqi('o3', '8h', '800.5', edition))).toEqual([300, 300])
    expect([HJ633_2012, HJ633_2026].map((edition) => iaqi('o3', '8h', '801', edition))).toEqual([null, 300])
  })

  test('every other column ends at 500', () => {
    for (const edition of AIR_INDICES) {
      for (const { pollutant, averaging, breakpoints } of edition.columns) {
        if (breakpoints.length < 8) continue
        expect(iaqi(pollutant, averaging, String(Number(breakpoints[7]) + 1), edition)).toBe(500)
        expect(iaqi(pollutant, averaging, '1e9', edition)).toBe(500)
      }
    }
  })
})

describe('columns', () => {
  test('an hour of particles is read on the 24-hour column', () => {
    expect(iaqi('pm25', '1h', '61', HJ633_2026)).toBe(101)
    expect(iaqi('pm10', '1h', '151', HJ633_2012)).toBe(101)
  })

  test.each<[Pollutant, Averaging]>([
    ['o3', '24h'],
    ['co', '8h'],
    ['no2', '8h'],
    ['pm10', '8h'],
    ['pm25', '8h'],
    ['so2', '8h'],
  ])('%s in %s has none', (pollutant, averaging) => {
    for (const edition of AIR_INDICES) expect(iaqi(pollutant, averaging, '10', edition)).toBeNull()
  })

  test('break points are exact in every column of both editions', () => {
    for (const edition of AIR_INDICES) {
      for (const { pollutant, averaging, breakpoints } of edition.columns) {
        breakpoints.forEach((concentration, at) => {
          const index = edition.indices[at]
          expect(iaqi(pollutant, averaging, concentration, edition), `${pollutant} ${averaging}`).toBe(index)
        })
      }
    }
  })
})

describe('what is no concentration', () => {
  test.each(['', '-', 'NA', '6 1', '１'])('%j is a TypeError', (text) => {
    expect(() => iaqi('pm25', '24h', text, HJ633_2026)).toThrow(TypeError)
  })

  test.each(['-1', '-0.1'])('%s is a RangeError, also where it would round to 0', (text) => {
    expect(() => iaqi('pm25', '24h', text, HJ633_2026)).toThrow(RangeError)
  })
})

describe('for any concentration', () => {
  const edition = fc.constantFrom(...AIR_INDICES)
  const pollutant = fc.constantFrom(...POLLUTANTS)
  const averaging = fc.constantFrom(...AVERAGINGS)
  const tenths = fc.oneof(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 45_000 }))
  const written = (value: number) => `${Math.trunc(value / 10)}.${value % 10}`

  test('more is never a lower index', () => {
    fc.assert(
      fc.property(edition, pollutant, averaging, tenths, tenths, (standard, of, over, one, other) => {
        const low = iaqi(of, over, written(Math.min(one, other)), standard)
        const high = iaqi(of, over, written(Math.max(one, other)), standard)
        if (low === null || high === null) return
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })

  test('the index is a whole number from 0 to 500', () => {
    fc.assert(
      fc.property(edition, pollutant, averaging, tenths, (standard, of, over, value) => {
        const index = iaqi(of, over, written(value), standard)
        if (index !== null) expect(Number.isInteger(index) && index >= 0 && index <= 500).toBe(true)
      }),
    )
  })

  test('unrounded, it is the least whole number at or above the line between two break points', () => {
    fc.assert(
      fc.property(edition, fc.nat(), tenths, (standard, pick, value) => {
        const { columns, indices } = standard
        const column = columns[pick % columns.length]
        if (!column) return
        const limits = column.breakpoints.map((text) => Number(text) * 10)
        const at = limits.findIndex((limit) => limit >= value)
        if (at < 0) return
        const [low = 0, high = 0] = at === 0 ? limits : [limits[at - 1], limits[at]]
        const [from = 0, to = 0] = at === 0 ? indices : [indices[at - 1], indices[at]]
        const index = iaqi(column.pollutant, column.averaging, written(value), standard, { rounding: 'none' }) ?? -1
        // (I − I_lo)(C_hi − C_lo) ≥ (I_hi − I_lo)(C − C_lo) > (I − 1 − I_lo)(C_hi − C_lo), all in whole numbers.
        const line = (to - from) * (value - low)
        expect((index - from) * (high - low)).toBeGreaterThanOrEqual(line)
        expect((index - 1 - from) * (high - low)).toBeLessThan(line === 0 ? 1 : line)
      }),
    )
  })

  test('other ways of writing the same number have the same index', () => {
    fc.assert(
      fc.property(edition, pollutant, averaging, tenths, (standard, of, over, value) => {
        const index = iaqi(of, over, written(value), standard)
        expect(iaqi(of, over, `${value}e-1`, standard)).toBe(index)
        expect(iaqi(of, over, `0${written(value)}00`, standard)).toBe(index)
      }),
    )
  })
})
