/** Forecast values against the table of classes of HJ 633 (0–50, 51–100, 101–150, 151–200, 201–300, over 300), and what holds for any of them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../../contracts/jcs.ts'
import { POLLUTANTS, type Pollutant } from '../../../../contracts/standards/air-types.ts'
import { HJ633_2012, HJ633_2026 } from '../../../../contracts/standards/index.ts'
import {
  forecastValue,
  gradeOf,
  gradesApart,
  overlapOf,
  readForecast,
  unionOf,
} from '../../../../gateway/release/products/air/value.ts'
import type { ForecastValue } from '../../../../gateway/release/release-types.ts'
import { recordOf, value } from './fixture.ts'

const aqi = fc.nat(500)
const range = fc.tuple(aqi, aqi).map(([a, b]) => ({ max: Math.max(a, b), min: Math.min(a, b) }))
const pollutants = fc.subarray([...POLLUTANTS])

/** Sound values: with an AQI range and its classes, or with classes alone. */
const sound: fc.Arbitrary<ForecastValue> = fc.oneof(
  fc.tuple(range, pollutants).map(([own, primary]) => ({
    aqi: own,
    class: gradeOf(own, HJ633_2026),
    primary: own.max <= 50 ? [] : primary,
  })),
  fc.tuple(range, pollutants).map(([own, primary]) => {
    const classes = gradeOf(own, HJ633_2026)
    return { aqi: null, class: classes, primary: classes.max === 1 ? [] : primary }
  }),
)

describe('the classes of an AQI range', () => {
  test.each([
    [0, 0, 1, 1],
    [20, 50, 1, 1],
    [50, 51, 1, 2],
    [51, 100, 2, 2],
    [74, 104, 2, 3],
    [101, 150, 3, 3],
    [135, 165, 3, 4],
    [151, 200, 4, 4],
    [200, 201, 4, 5],
    [300, 301, 5, 6],
    [301, 500, 6, 6],
  ])('%i to %i are %i to %i, in both editions', (min, max, low, high) => {
    for (const edition of [HJ633_2012, HJ633_2026])
      expect(gradeOf({ max, min }, edition)).toEqual({ max: high, min: low })
  })

  test('never fall as the ends rise', () => {
    fc.assert(
      fc.property(range, fc.nat(50), fc.nat(50), ({ max, min }, up, down) => {
        const before = gradeOf({ max, min }, HJ633_2026)
        const after = gradeOf({ max: Math.min(500, max + up), min: Math.max(0, min - down) }, HJ633_2026)
        expect(after.max).toBeGreaterThanOrEqual(before.max)
        expect(after.min).toBeLessThanOrEqual(before.min)
      }),
    )
  })
})

describe('two sides together', () => {
  test.each<[string, ForecastValue, ForecastValue, ForecastValue]>([
    [
      'go from the lower lower end to the upper upper end, with the classes of both and the pollutants of either',
      value([80, 110], [2, 3], ['pm25']),
      value([95, 125], [2, 3], ['pm10', 'o3']),
      value([80, 125], [2, 3], ['o3', 'pm10', 'pm25']),
    ],
    [
      'take in what lies wholly within',
      value([60, 160], [2, 4], ['pm25']),
      value([90, 100], [2, 2], ['pm25']),
      value([60, 160], [2, 4], ['pm25']),
    ],
    [
      'join over what neither says',
      value([20, 40], [1, 1]),
      value([130, 160], [3, 4], ['pm25']),
      value([20, 160], [1, 4], ['pm25']),
    ],
    [
      'have no AQI where one gives the class alone',
      value(null, [1, 2]),
      value([130, 160], [3, 4], ['pm25']),
      value(null, [1, 4], ['pm25']),
    ],
  ])('%s', (_, a, b, both) => {
    expect(unionOf(a, b)).toEqual(both)
    expect(unionOf(b, a)).toEqual(both)
  })

  test('are the same in either order, in any grouping, and with themselves', () => {
    fc.assert(
      fc.property(sound, sound, sound, (a, b, c) => {
        expect(unionOf(a, b)).toEqual(unionOf(b, a))
        expect(unionOf(unionOf(a, b), c)).toEqual(unionOf(a, unionOf(b, c)))
        expect(unionOf(a, a)).toEqual(a)
      }),
    )
  })

  test('are a sound value again, that takes both in', () => {
    fc.assert(
      fc.property(sound, sound, (a, b) => {
        const both = unionOf(a, b)
        expect(readForecast(both, HJ633_2026)).toEqual(both)
        for (const one of [a, b]) {
          expect(both.class.max).toBeGreaterThanOrEqual(one.class.max)
          expect(both.class.min).toBeLessThanOrEqual(one.class.min)
          expect(one.primary.every((pollutant) => both.primary.includes(pollutant))).toBe(true)
          if (both.aqi && one.aqi)
            expect([both.aqi.max >= one.aqi.max, both.aqi.min <= one.aqi.min]).toEqual([true, true])
        }
      }),
    )
  })
})

describe('a value of unknown origin', () => {
  const base = { aqi: { max: 104, min: 74 }, class: { max: 3, min: 2 }, primary: ['pm25'] }
  test.each<[string, unknown]>([
    ['with its classes', base],
    ['of the class alone', { ...base, aqi: null }],
    ['of one figure', { aqi: { max: 60, min: 60 }, class: { max: 2, min: 2 }, primary: ['o3'] }],
    ['to the end of the scale', { aqi: { max: 500, min: 301 }, class: { max: 6, min: 6 }, primary: ['pm10'] }],
    ['of clean air without a pollutant', { aqi: { max: 50, min: 20 }, class: { max: 1, min: 1 }, primary: [] }],
    ['of the first class alone', { aqi: null, class: { max: 1, min: 1 }, primary: [] }],
    ['whose pollutant is not known', { ...base, primary: [] }],
  ])('%s is taken as it is', (_, told) => {
    expect(readForecast(told, HJ633_2026)).toEqual(told)
  })

  test('has its pollutants in the order of the standard, and its members in that of JCS', () => {
    const told = { primary: ['pm25', 'co', 'pm10'], class: { min: 2, max: 3 }, aqi: { min: 74, max: 104 } }
    const read = readForecast(told, HJ633_2026)
    expect(read?.primary).toEqual(['co', 'pm10', 'pm25'])
    expect(read && canonical(read)).toBe(
      '{"aqi":{"max":104,"min":74},"class":{"max":3,"min":2},"primary":["co","pm10","pm25"]}',
    )
  })

  test.each<[string, unknown]>([
    ['that runs backwards', { ...base, aqi: { max: 74, min: 104 } }],
    ['beyond the scale', { aqi: { max: 501, min: 301 }, class: { max: 6, min: 6 }, primary: [] }],
    ['below it', { ...base, aqi: { max: 104, min: -1 } }],
    ['of half a figure', { ...base, aqi: { max: 104.5, min: 74 } }],
    ['in words', { ...base, aqi: { max: '104', min: '74' } }],
    ['of a better class than its AQI', { ...base, class: { max: 2, min: 2 } }],
    ['of a worse class than its AQI', { ...base, class: { max: 4, min: 2 } }],
    ['of classes that run backwards', { aqi: null, class: { max: 2, min: 3 }, primary: [] }],
    ['of a seventh class', { aqi: null, class: { max: 7, min: 6 }, primary: [] }],
    ['with a pollutant up to 50', { aqi: { max: 50, min: 20 }, class: { max: 1, min: 1 }, primary: ['o3'] }],
    ['with a pollutant in the first class', { aqi: null, class: { max: 1, min: 1 }, primary: ['o3'] }],
    ['with a pollutant twice', { ...base, primary: ['pm25', 'pm25'] }],
    ['with a pollutant that is none', { ...base, primary: ['noise'] }],
    ['with a member too many', { ...base, reason: 'x' }],
    ['with a member too few', { aqi: base.aqi, class: base.class }],
    ['without an AQI, not even null', { class: base.class, primary: [] }],
    ['that is a text', '良'],
    ['that is nothing', null],
    ['that is a list', [base]],
  ])('%s is none', (_, told) => {
    expect(readForecast(told, HJ633_2026)).toBeNull()
  })

  test('is taken exactly when range, class and pollutants agree', () => {
    const ends = fc.integer({ min: -20, max: 520 })
    const classes = fc.integer({ min: 1, max: 6 })
    const any = fc.record({
      aqi: fc.option(fc.record({ max: ends, min: ends })),
      class: fc.record({ max: classes, min: classes }),
      primary: fc.array(fc.constantFrom<Pollutant>(...POLLUTANTS), { maxLength: 3 }),
    })
    const classAt = (index: number) => [50, 100, 150, 200, 300].filter((end) => index > end).length + 1
    fc.assert(
      fc.property(any, ({ aqi: told, class: { max, min }, primary }) => {
        const onScale = !told || (told.min >= 0 && told.min <= told.max && told.max <= 500)
        const graded = !told || (classAt(told.max) === max && classAt(told.min) === min)
        const clean = told ? told.max <= 50 : max === 1
        const once = new Set(primary).size === primary.length
        const right = min <= max && onScale && graded && once && !(clean && primary.length > 0)
        expect(readForecast({ aqi: told, class: { max, min }, primary }, HJ633_2026) !== null).toBe(right)
      }),
      { numRuns: 2000 },
    )
  })

  test('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (told) => readForecast(told, HJ633_2026) === null))
  })
})

describe('a record’s value', () => {
  test('has the class of its AQI range, not the one reported', () => {
    const record = recordOf({ area: '成都市', by: 'sc', day: '2026-11-16', aqi: [74, 104] })
    const odd = { ...record, class: { max: 2, min: 2, reported: { max: 2, min: 2 } } } as const
    expect(forecastValue(odd, HJ633_2026)).toEqual(value([74, 104], [2, 3], ['pm25']))
  })

  test('of the class alone keeps it', () => {
    const record = recordOf({ area: '成都市', by: 'sc', day: '2026-11-16', classes: [1, 2], primary: ['pm25', 'o3'] })
    expect(forecastValue(record, HJ633_2026)).toEqual(value(null, [1, 2], ['o3', 'pm25']))
  })
})

describe('two forecasts', () => {
  test.each([
    [value(null, [2, 2]), value(null, [2, 2]), 0],
    [value(null, [2, 2]), value(null, [2, 3]), 1],
    [value(null, [1, 2]), value(null, [2, 3]), 1],
    [value(null, [1, 4]), value(null, [2, 2]), 2],
    [value(null, [1, 1]), value(null, [6, 6]), 5],
  ])('are so many grades apart as the end that differs more', (a, b, grades) => {
    expect(gradesApart(a, b)).toBe(grades)
    expect(gradesApart(b, a)).toBe(grades)
  })

  test.each([
    [[74, 104], [90, 120], { max: 104, min: 90 }],
    [[74, 104], [104, 134], { max: 104, min: 104 }],
    [[74, 104], [105, 135], { apart: 1 }],
    [[74, 104], [120, 150], { apart: 16 }],
    [[74, 104], [80, 90], { max: 90, min: 80 }],
  ] as const)('share %j and %j: %j', (a, b, shared) => {
    expect(overlapOf(value(a, [2, 3]), value(b, [2, 3]))).toEqual(shared)
    expect(overlapOf(value(b, [2, 3]), value(a, [2, 3]))).toEqual(shared)
  })

  test('share nothing that can be told where one has no AQI', () => {
    expect(overlapOf(value(null, [2, 3]), value([74, 104], [2, 3]))).toBeNull()
  })
})
