/** Scores worked by hand from the words of standards §2.5: a range of the middle ±15 is right when the observed AQI lies within it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ObservedDay,
  type ScoredForecast,
  scoreForecast,
  standingOf,
} from '../../../adapters/standards/forecast-score.ts'
import { POLLUTANTS } from '../../../contracts/standards/air-types.ts'

/** 4月12日空气质量等级为良至轻度污染，AQI指数74~104，首要污染物为PM10 */
const DAZHOU: ScoredForecast = { aqi: { max: 104, min: 74 }, class: { max: 3, min: 2 }, primary: ['pm10'] }
const day = (over: Partial<ObservedDay>): ObservedDay => ({
  aqi: 98,
  class: 2,
  complete: true,
  primary: ['pm10'],
  review: 'reviewed',
  ...over,
})

describe('a forecast of 74 to 104, PM10', () => {
  test('hit everything on a day of 98: its middle is 89, 9 too low', () => {
    expect(scoreForecast(DAZHOU, day({}))).toEqual({
      classHit: true,
      rangeHit: true,
      middleHit: true,
      primaryHit: true,
      doubleError: -18,
      width: 30,
    })
  })

  test.each<[number, ObservedDay['class'], boolean, boolean, boolean, number]>([
    // AQI, class, class hit, range hit, middle hit, twice (89 − AQI)
    [74, 2, true, true, true, 30],
    [73, 2, true, false, false, 32],
    [104, 3, true, true, true, -30],
    [105, 3, true, false, false, -32],
    [150, 3, true, false, false, -122],
    [151, 4, false, false, false, -124],
    [50, 1, false, false, false, 78],
  ])('on a day of %d, class %d', (aqi, found, classHit, rangeHit, middleHit, doubleError) => {
    expect(scoreForecast(DAZHOU, day({ aqi, class: found }))).toMatchObject({
      classHit,
      rangeHit,
      middleHit,
      doubleError,
    })
  })

  test.each<[ObservedDay['primary'], boolean]>([
    [['pm10'], true],
    [['pm25'], false],
    [['o3', 'pm10'], true],
    [['o3', 'pm25'], false],
  ])('on a day whose primary pollutants were %j hits these: %s', (primary, hit) => {
    expect(scoreForecast(DAZHOU, day({ primary }))?.primaryHit).toBe(hit)
  })

  test('says nothing of a primary pollutant on a day of the first class', () => {
    expect(scoreForecast(DAZHOU, day({ aqi: 48, class: 1, primary: [] }))?.primaryHit).toBeNull()
  })
})

test('a wide range hits where its middle is far off, and the middle tells', () => {
  const wide: ScoredForecast = { aqi: { max: 120, min: 51 }, class: { max: 3, min: 2 }, primary: ['pm25'] }
  // The middle of 51 and 120 is 85.5; 70 lies 15.5 below.
  expect(scoreForecast(wide, day({ aqi: 70 }))).toMatchObject({
    rangeHit: true,
    middleHit: false,
    doubleError: 31,
    width: 69,
  })
})

test('a forecast of the class alone is scored by class and pollutant, and by nothing else', () => {
  const alone: ScoredForecast = { aqi: null, class: { max: 3, min: 2 }, primary: ['pm25'] }
  expect(scoreForecast(alone, day({ aqi: 120, class: 3, primary: ['pm25'] }))).toEqual({
    classHit: true,
    rangeHit: null,
    middleHit: null,
    primaryHit: true,
    doubleError: null,
    width: null,
  })
})

test('a forecast that names no pollutant misses on a day that had one', () => {
  expect(scoreForecast({ ...DAZHOU, primary: [] }, day({}))?.primaryHit).toBe(false)
})

describe('no score', () => {
  test.each<[string, Partial<ObservedDay>]>([
    ['on a day without an AQI', { aqi: null, class: null, primary: [] }],
    ['on a day of which a pollutant is missing, though its AQI is known', { complete: false }],
  ])('%s', (_, over) => {
    expect(scoreForecast(DAZHOU, day(over))).toBeNull()
  })
})

test('a day counts as reviewed from its review on, before that provisionally', () => {
  expect((['raw', 'reviewed', 'final'] as const).map((review) => standingOf({ review }))).toEqual([
    'provisional',
    'reviewed',
    'reviewed',
  ])
})

test('whatever the forecast, the one of exactly what came errs by nothing and hits', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 51, max: 500 }),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(...POLLUTANTS),
      (aqi, half, pollutant) => {
        const forecast: ScoredForecast = {
          aqi: { max: aqi + half, min: aqi - half },
          class: { max: 6, min: 1 },
          primary: [pollutant],
        }
        expect(scoreForecast(forecast, day({ aqi, class: 3, primary: [pollutant] }))).toEqual({
          classHit: true,
          rangeHit: true,
          middleHit: true,
          primaryHit: true,
          doubleError: 0,
          width: 2 * half,
        })
      },
    ),
  )
})
