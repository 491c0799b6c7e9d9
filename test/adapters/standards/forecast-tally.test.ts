/** Tallies worked by hand; means are divided once and rounded half to even (GB/T 8170-2008 §3.2). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ForecastScore } from '../../../adapters/standards/forecast-score.ts'
import { HITS, type ScorePair, tallyPairs, tallyScores } from '../../../adapters/standards/forecast-tally.ts'

const score = (doubleError: number | null, over: Partial<ForecastScore> = {}): ForecastScore => ({
  classHit: true,
  rangeHit: doubleError === null ? null : true,
  middleHit: doubleError === null ? null : Math.abs(doubleError) <= 30,
  primaryHit: null,
  doubleError,
  width: doubleError === null ? null : 30,
  ...over,
})

describe('scores together', () => {
  test('errors of −9, 4.5 and −15.5 are a bias of −6.7 and a mean absolute error of 9.7', () => {
    // −20 ÷ 3 = −6.67; 29 ÷ 3 = 9.67.
    const all = [score(-18), score(9), score(-31, { width: 31 })]
    expect(tallyScores(all)).toEqual({
      n: 3,
      class: { hits: 3, n: 3, rate: '100.0' },
      middle: { hits: 2, n: 3, rate: '66.7' },
      primary: { hits: 0, n: 0, rate: null },
      range: { hits: 3, n: 3, rate: '100.0' },
      bias: { n: 3, value: '-6.7' },
      mae: { n: 3, value: '9.7' },
      width: { n: 3, value: '30.3' },
    })
  })

  test('each figure has its own number: a class alone has no error, a day of the first class no pollutant', () => {
    const all = [score(null, { classHit: false, primaryHit: true }), score(10), score(20, { primaryHit: false })]
    expect(tallyScores(all)).toMatchObject({
      n: 3,
      class: { hits: 2, n: 3, rate: '66.7' },
      range: { hits: 2, n: 2, rate: '100.0' },
      primary: { hits: 1, n: 2, rate: '50.0' },
      bias: { n: 2, value: '7.5' },
    })
  })

  test.each<[readonly number[], string, string]>([
    // 0.25 → 0.2, 0.75 → 0.8, −0.25 → −0.2; ±0.25 in absolute value is 0.25 → 0.2.
    [[1, 0], '0.2', '0.2'],
    [[3, 0], '0.8', '0.8'],
    [[-1, 0], '-0.2', '0.2'],
    [[7, -7], '0.0', '3.5'],
  ])('of doubled errors %j the bias is %s, the mean absolute error %s', (errors, bias, mae) => {
    const tally = tallyScores(errors.map((error) => score(error)))
    expect([tally.bias.value, tally.mae.value]).toEqual([bias, mae])
  })

  test('of none nothing is said', () => {
    expect(tallyScores([])).toMatchObject({ n: 0, class: { n: 0, rate: null }, bias: { n: 0, value: null } })
  })
})

describe('pairs', () => {
  test('are told by who was nearer, and by differences worked out before rounding', () => {
    // Absolute errors of the joint value 1, 2 and 5, of the side 3, 2 and 4: 8 ÷ 3 = 2.67 against 9 ÷ 3 = 3, −1 ÷ 3 = −0.33.
    const pairs: ScorePair[] = [
      { joint: score(2), other: score(-6, { rangeHit: false }) },
      { joint: score(-4), other: score(4) },
      { joint: score(10, { classHit: false }), other: score(8) },
    ]
    expect(tallyPairs(pairs)).toMatchObject({
      n: 3,
      better: 1,
      equal: 1,
      worse: 1,
      mae: { n: 3, joint: '2.7', other: '3.0', difference: '-0.3' },
      class: { n: 3, joint: '66.7', other: '100.0', difference: '-33.3' },
      range: { n: 3, joint: '100.0', other: '66.7', difference: '33.3' },
      primary: { n: 0, joint: null, other: null, difference: null },
    })
  })

  test('differences are of the figures themselves, not of the rounded ones', () => {
    // 0.25 and 0.75 print as 0.2 and 0.8; they are 0.5 apart.
    const pairs: ScorePair[] = [
      { joint: score(1), other: score(3) },
      { joint: score(0), other: score(0) },
    ]
    expect(tallyPairs(pairs).mae).toEqual({ n: 2, joint: '0.2', other: '0.8', difference: '-0.5' })
  })

  test('a day on which only one gave a range counts for classes alone', () => {
    const tally = tallyPairs([{ joint: score(4), other: score(null) }])
    expect(tally).toMatchObject({
      n: 1,
      better: 0,
      equal: 0,
      worse: 0,
      mae: { n: 0 },
      range: { n: 0 },
      class: { n: 1 },
    })
  })
})

const hit = fc.constantFrom(true, false, null)
const anyScore: fc.Arbitrary<ForecastScore> = fc.record({
  classHit: fc.boolean(),
  rangeHit: hit,
  middleHit: hit,
  primaryHit: hit,
  doubleError: fc.option(fc.integer({ min: -1000, max: 1000 })),
  width: fc.option(fc.integer({ min: 0, max: 500 })),
})
const shuffled = <T>(values: readonly T[], seed: number): readonly T[] =>
  values
    .map((value, at) => ({ value, key: Math.sin(seed * (at + 1)) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value)

describe('whatever the scores', () => {
  test('rates lie between 0 and 100 percent, and hits between none and all', () => {
    fc.assert(
      fc.property(fc.array(anyScore), (scores) => {
        const tally = tallyScores(scores)
        for (const name of Object.keys(HITS)) {
          const { hits, n, rate } = tally[name as keyof typeof HITS]
          expect(hits).toBeLessThanOrEqual(n)
          expect(n).toBeLessThanOrEqual(scores.length)
          if (n === 0) expect(rate).toBeNull()
          else expect(Number(rate) >= 0 && Number(rate) <= 100).toBe(true)
        }
        expect(Math.abs(Number(tally.bias.value))).toBeLessThanOrEqual(Number(tally.mae.value))
      }),
    )
  })

  test('their order changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyScore), fc.array(fc.tuple(anyScore, anyScore)), fc.integer(), (scores, pairs, seed) => {
        expect(tallyScores(shuffled(scores, seed))).toEqual(tallyScores(scores))
        const both = pairs.map(([joint, other]) => ({ joint, other }))
        expect(tallyPairs(shuffled(both, seed))).toEqual(tallyPairs(both))
      }),
    )
  })

  test('held against itself a forecast is nowhere better or worse', () => {
    fc.assert(
      fc.property(fc.array(anyScore), (scores) => {
        const {
          better,
          worse,
          equal,
          mae,
          class: classes,
        } = tallyPairs(scores.map((one) => ({ joint: one, other: one })))
        expect([better, worse, equal]).toEqual([0, 0, mae.n])
        if (mae.n > 0) expect(mae.difference).toBe('0.0')
        if (classes.n > 0) expect(classes.difference).toBe('0.0')
      }),
    )
  })
})
