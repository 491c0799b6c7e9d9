/** Means of hours and how many hours make one valid. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dailyMax8h, dayMean, eightHourMean } from '../../../adapters/standards/air.ts'
import { AIR_QUALITIES, GB3095_2026 } from '../../../contracts/standards/index.ts'

/** 24 hours of one value, those of the given hours (1 to 24) missing. */
const hours = (value: string, ...missing: number[]) =>
  Array.from({ length: 24 }, (_, at) => (missing.includes(at + 1) ? null : value))

describe('a day’s mean', () => {
  test('of 20 hours is valid, of 19 a count without a value', () => {
    for (const standard of AIR_QUALITIES) {
      expect(dayMean('pm25', hours('61', 1, 2, 3, 24), standard)).toEqual({ complete: true, hours: 20, mean: '61' })
      expect(dayMean('pm25', hours('61', 1, 2, 3, 23, 24), standard)).toEqual({
        complete: false,
        hours: 19,
        mean: null,
      })
    }
  })

  test('is rounded once, to integers half to even, CO to one decimal', () => {
    // 12 hours of 60 and 12 of 61: 60.5 → 60; of 61 and 62: 61.5 → 62
    expect(dayMean('pm25', [...hours('60').slice(12), ...hours('61').slice(12)], GB3095_2026).mean).toBe('60')
    expect(dayMean('pm25', [...hours('61').slice(12), ...hours('62').slice(12)], GB3095_2026).mean).toBe('62')
    expect(dayMean('co', [...hours('1.2').slice(12), ...hours('1.3').slice(12)], GB3095_2026).mean).toBe('1.2')
  })

  test('leaves missing hours out rather than count them as 0', () => {
    expect(dayMean('no2', hours('40', 5, 6, 7), GB3095_2026)).toEqual({ complete: true, hours: 21, mean: '40' })
  })

  test('of no hours is a count of 0', () => {
    expect(dayMean('no2', hours('40').fill(null), GB3095_2026)).toEqual({ complete: false, hours: 0, mean: null })
  })
})

describe('an 8-hour mean', () => {
  test('of 6 hours is valid, of 5 not', () => {
    expect(eightHourMean(['100', null, '110', null, '120', '130', '140', '150'], GB3095_2026)).toEqual({
      complete: true,
      hours: 6,
      mean: '125',
    })
    expect(eightHourMean(['100', null, null, null, '120', '130', '140', '150'], GB3095_2026)).toEqual({
      complete: false,
      hours: 5,
      mean: null,
    })
  })
})

describe('the day’s maximum of 8-hour means', () => {
  test('is of the 17 windows within the day, and says when the first largest ends', () => {
    // Hours 11 to 18 are 160, the rest 80: only the window that ends at 18 is 160 throughout.
    const day = Array.from({ length: 24 }, (_, at) => (at >= 10 && at < 18 ? '160' : '80'))
    expect(dailyMax8h(day, GB3095_2026)).toEqual({ complete: true, end: 18, maximum: '160', windows: 17 })
    expect(dailyMax8h(hours('77'), GB3095_2026)).toEqual({ complete: true, end: 8, maximum: '77', windows: 17 })
  })

  test('needs 14 windows: without hours 1 to 5 there are 14, without 1 to 6 only 13', () => {
    expect(dailyMax8h(hours('90', 1, 2, 3, 4, 5), GB3095_2026)).toEqual({
      complete: true,
      end: 11,
      maximum: '90',
      windows: 14,
    })
    expect(dailyMax8h(hours('900', 1, 2, 3, 4, 5, 6), GB3095_2026)).toEqual({
      complete: false,
      end: null,
      maximum: null,
      windows: 13,
    })
  })

  test('passes over a window of too few hours however high', () => {
    const day = hours('50', 2, 3, 4)
    day[0] = '999'
    expect(dailyMax8h(day, GB3095_2026)).toMatchObject({ complete: true, maximum: '50', windows: 15 })
  })

  test('compares windows before rounding', () => {
    // The window that ends at 8 has a mean of 100.5 (rounds to 100), the one that ends at 24 of 100.375 (100): the first is larger.
    const day = [...Array(8).fill('100.5'), ...Array(8).fill('1'), ...Array(5).fill('100'), ...Array(3).fill('101')]
    expect(dailyMax8h(day, GB3095_2026)).toMatchObject({ end: 8, maximum: '100' })
    expect(dailyMax8h(day.toReversed(), GB3095_2026)).toMatchObject({ end: 24, maximum: '100' })
  })
})

describe('what are no hours', () => {
  test('23 places, or 25, or 9 of 8', () => {
    expect(() => dayMean('co', hours('1').slice(1), GB3095_2026)).toThrow(RangeError)
    expect(() => dailyMax8h([...hours('1'), '1'], GB3095_2026)).toThrow(RangeError)
    expect(() => eightHourMean(hours('1').slice(15), GB3095_2026)).toThrow(RangeError)
  })

  test('a value below 0, or no decimal', () => {
    expect(() => dayMean('co', ['-1', ...hours('1').slice(1)], GB3095_2026)).toThrow(RangeError)
    expect(() => dayMean('co', ['NA', ...hours('1').slice(1)], GB3095_2026)).toThrow(TypeError)
  })
})

test('a mean lies between the least and the largest of its hours, and complete is 20 or more', () => {
  const hour = fc.option(fc.integer({ min: 0, max: 500 }).map(String), { freq: 8 })
  fc.assert(
    fc.property(fc.array(hour, { minLength: 24, maxLength: 24 }), (day) => {
      const found = dayMean('pm10', day, GB3095_2026)
      const values = day.filter((value) => value !== null).map(Number)
      expect(found.hours).toBe(values.length)
      expect(found.complete).toBe(values.length >= 20)
      expect(found.mean !== null).toBe(found.complete)
      if (found.mean === null) return
      expect(Number(found.mean)).toBeGreaterThanOrEqual(Math.min(...values))
      expect(Number(found.mean)).toBeLessThanOrEqual(Math.max(...values))
    }),
  )
})
