import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ranksOf, rankTrend } from '../../../adapters/standards/rank-trend.ts'
import { HB2011_22 } from '../../../contracts/standards/index.ts'

describe('the rank correlation over several periods', () => {
  // Worked by hand: rs = 1 − 6Σd² ÷ (N³ − N), d the rank less the place in time.
  test.each([
    ['five that only rise: Σd² 0', [0.1, 0.2, 0.3, 0.4, 0.5], '1.000', 'rising'],
    ['five that only fall: Σd² 40, 1 − 240/120', [9, 7, 5, 3, 1], '-1.000', 'falling'],
    [
      'two neighbours changed about: Σd² 2, 1 − 12/120, which is the critical value and not above it',
      [1, 2, 3, 5, 4],
      '0.900',
      'none',
    ],
    ['six, of ranks 6 5 4 3 1 2: Σd² 68, 1 − 408/210', [60, 50, 40, 30, 10, 20], '-0.943', 'falling'],
    ['seven, of ranks 1 2 3 6 5 4 7: Σd² 8, 1 − 48/336', [1, 2, 3, 6, 5, 4, 7], '0.857', 'rising'],
    ['seven, of ranks 3 1 2 4 7 5 6: Σd² 12, 1 − 72/336', [3, 1, 2, 4, 7, 5, 6], '0.786', 'rising'],
    [
      'seven, of ranks 1 4 3 2 7 6 5: Σd² 16, 1 − 96/336, to three places the critical value',
      [1, 4, 3, 2, 7, 6, 5],
      '0.714',
      'none',
    ],
    ['eight in pairs changed about: Σd² 8, 1 − 48/504', [2, 1, 4, 3, 6, 5, 8, 7], '0.905', 'rising'],
    ['nine, of ranks 5 1 2 3 4 9 8 7 6: Σd² 40, 1 − 240/720', [5, 1, 2, 3, 4, 9, 8, 7, 6], '0.667', 'rising'],
    ['ten there and back: Σd² 140, 1 − 840/990', [1, 3, 5, 7, 9, 10, 8, 6, 4, 2], '0.152', 'none'],
    // Ranks 1 2.5 2.5 4 5: Sxy 9.5, Syy 9.5, Sxx 10, 9.5 ÷ √95 = 0.97468.
    ['two equal values, which share 2.5', [1, 2, 2, 3, 4], '0.975', 'rising'],
    ['all equal', [7, 7, 7, 7, 7], '0.000', 'none'],
  ])('of %s', (_what, values, rs, trend) => {
    expect(rankTrend(values)).toMatchObject({ rs, trend, periods: values.length })
  })

  test('is not told of four periods, nor of more than there are critical values of', () => {
    expect(rankTrend([1, 2, 3, 4])).toBeNull()
    expect(rankTrend([])).toBeNull()
    expect(rankTrend(Array.from({ length: 11 }, (_, at) => at))).toBeNull()
  })

  test('is held against the one-tailed critical values of 0.05 for that many periods', () => {
    // As three public tables of statistics print them.
    const printed = ['0.900', '0.829', '0.714', '0.643', '0.600', '0.564']
    expect(HB2011_22.trend.periods.critical.map(({ value }) => value)).toEqual(printed)
    expect(
      [5, 6, 7, 8, 9, 10].map((count) => rankTrend(Array.from({ length: count }, (_, at) => at))?.critical),
    ).toEqual(printed)
  })

  test('turns about with time, and does not change with the scale of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 10 }), (values) => {
        const [forth, back, scaled] = [values, values.toReversed(), values.map((value) => value * 7 + 3)].map((one) =>
          rankTrend(one),
        )
        expect(Number(back?.rs)).toBeCloseTo(-Number(forth?.rs), 10)
        expect(scaled).toEqual(forth)
        expect(Math.abs(Number(forth?.rs))).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('gives ranks that add up to those of different values', () => {
    expect(ranksOf([3, 1, 2])).toEqual([3, 1, 2])
    expect(ranksOf([5, 5, 5, 1])).toEqual([3, 3, 3, 1])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }), (values) => {
        const sum = ranksOf(values).reduce((left, rank) => left + rank, 0)
        expect(sum).toBe((values.length * (values.length + 1)) / 2)
      }),
    )
  })
})
