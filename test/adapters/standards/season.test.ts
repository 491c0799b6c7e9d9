import { describe, expect, test } from 'vitest'
import { type Season, seasonOf } from '../../../adapters/standards/season.ts'

describe('the season of a day', () => {
  test.each<[string, Season]>([
    ['2026-03-01', 'spring'],
    ['2026-05-31', 'spring'],
    ['2026-06-01', 'summer'],
    ['2026-08-31', 'summer'],
    ['2026-09-01', 'autumn'],
    ['2026-11-30', 'autumn'],
    ['2026-12-01', 'winter'],
    ['2027-01-15', 'winter'],
    ['2028-02-29', 'winter'],
  ])('%s is %s', (day, season) => {
    expect(seasonOf(day)).toBe(season)
  })

  test('of no day there is none', () => {
    expect(() => seasonOf('2026-02-30')).toThrow(RangeError)
    expect(() => seasonOf('2026')).toThrow(RangeError)
  })
})
