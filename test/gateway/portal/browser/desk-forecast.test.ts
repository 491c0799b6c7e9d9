/** The browser's arithmetic against the gateway's, which judges its values again: the same classes, the same unions, the same faults. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { POLLUTANTS, type Pollutant } from '../../../../contracts/standards/air-types.ts'
import { HJ633_2026 } from '../../../../contracts/standards/index.ts'
import {
  classText,
  gradeOf,
  ownValue,
  rangeText,
  takenValue,
  unionOf,
  valueText,
  wantedValue,
} from '../../../../gateway/portal/browser/desk-forecast.js'
import { OUTLOOK_VALUE } from '../../../../gateway/release/products/air/kind.ts'
import { classPhrase } from '../../../../gateway/release/products/air/phrases.ts'
import {
  gradeOf as gatewayGrade,
  unionOf as gatewayUnion,
  readForecast,
} from '../../../../gateway/release/products/air/value.ts'
import type { ForecastValue } from '../../../../gateway/release/release-types.ts'

/** The edition as `/desk/{id}/table` gives it. */
const EDITION = {
  classes: HJ633_2026.classes.map((one) => ({ class: one.class, min: one.min, title: one.title.zh })),
  clean: HJ633_2026.primary.above,
  end: HJ633_2026.indices.at(-1) ?? 0,
}

const ranges = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })).map(([a, b]) => ({
  max: Math.max(a, b),
  min: Math.min(a, b),
}))
const pollutants = fc.uniqueArray(fc.constantFrom<Pollutant>(...POLLUTANTS))
const values: fc.Arbitrary<ForecastValue> = fc.tuple(ranges, pollutants, fc.boolean()).map(([aqi, primary, bare]) => ({
  aqi: bare ? null : aqi,
  class: gatewayGrade(aqi, HJ633_2026),
  primary: POLLUTANTS.filter((one) => primary.includes(one)),
}))

describe('a class', () => {
  // HJ 633-2026, table of classes: 0–50, 51–100, 101–150, 151–200, 201–300, above 300.
  test.each([
    [0, 1],
    [50, 1],
    [51, 2],
    [100, 2],
    [101, 3],
    [150, 3],
    [151, 4],
    [200, 4],
    [201, 5],
    [300, 5],
    [301, 6],
    [500, 6],
  ])('of AQI %i is %i', (aqi, found) => {
    expect(gradeOf({ max: aqi, min: aqi }, EDITION)).toEqual({ max: found, min: found })
  })

  test('of every range is the gateway’s', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        expect(gradeOf(range, EDITION)).toEqual(gatewayGrade(range, HJ633_2026))
      }),
    )
  })
})

describe('two sides together', () => {
  test('are what the gateway makes of them', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(unionOf(a, b)).toEqual(gatewayUnion(a, b))
      }),
    )
  })

  test('of several days are read from all of these days', () => {
    const days = fc.uniqueArray(fc.constantFrom('2026-11-16', '2026-11-17', '2026-11-18'), { minLength: 1 })
    const bases = fc.option(fc.record({ days, derived: fc.boolean() }))
    const outlooks = fc.tuple(values, bases).map(([value, basis]) => ({ ...value, basis }))
    fc.assert(
      fc.property(outlooks, outlooks, (a, b) => {
        expect(unionOf(a, b)).toEqual(OUTLOOK_VALUE.union(a, b))
      }),
    )
  })

  test('are nothing where one side is silent', () => {
    const value = { aqi: { max: 90, min: 60 }, class: { max: 2, min: 2 }, primary: ['pm25'] }
    expect(takenValue('union', { cq: value, sc: null })).toBeNull()
    expect(takenValue('sc', { cq: value, sc: null })).toBeNull()
    expect(takenValue('cq', { cq: value, sc: null })).toBe(value)
  })

  test('are wanted as the sides say them by now, and one’s own as it was written', () => {
    const [old, now] = [60, 70].map((min) => ({ aqi: { max: 90, min }, class: { max: 2, min: 2 }, primary: ['pm25'] }))
    const sides = { cq: now ?? null, sc: null }
    expect(wantedValue({ take: 'cq', value: old }, sides)).toBe(now)
    expect(wantedValue({ take: 'sc', value: old }, sides)).toBeNull()
    expect(wantedValue({ take: 'own', value: old }, sides)).toBe(old)
  })
})

describe('a value of one’s own', () => {
  test('that is taken here is one the gateway takes, and what is refused here it refuses', () => {
    const typed = fc.record({
      min: fc.integer({ min: 0, max: 520 }),
      max: fc.integer({ min: 0, max: 520 }),
      primary: pollutants,
    })
    fc.assert(
      fc.property(typed, ({ min, max, primary }) => {
        const own = ownValue({ max: String(max), min: String(min), primary }, EDITION)
        if (own.value) expect(readForecast(own.value, HJ633_2026)).toEqual(own.value)
        else if (max <= 500 && min <= 500)
          expect(
            readForecast({ aqi: { max, min }, class: gatewayGrade({ max, min }, HJ633_2026), primary }, HJ633_2026),
          ).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['', '90', 'range'],
    ['60', '', 'range'],
    ['-1', '90', 'range'],
    ['60.5', '90', 'range'],
    ['1e2', '200', 'range'],
    ['91', '90', 'range'],
    ['60', '501', 'range'],
    ['20', '50', 'primary'],
  ])('from %j to %j with PM2.5 is refused for its %s', (min, max, fault) => {
    expect(ownValue({ max, min, primary: ['pm25'] }, EDITION)).toEqual({ value: null, fault })
  })
})

test('words are the page’s own', () => {
  const value = { aqi: { max: 113, min: 83 }, class: { max: 3, min: 2 }, primary: ['pm25', 'pm10'] }
  expect(valueText(value, EDITION, 'zh', { onlyClass: '仅等级' })).toBe('良～轻度污染 83–113 PM10、PM2.5')
  expect(classText({ max: 3, min: 2 }, EDITION, 'zh')).toBe(classPhrase({ max: 3, min: 2 }, HJ633_2026).zh)
  expect(valueText({ ...value, aqi: null, primary: [] }, EDITION, 'zh', { onlyClass: '仅等级' })).toBe(
    '良～轻度污染 仅等级',
  )
  expect(rangeText({ max: 75, min: 75 })).toBe('75')
})
