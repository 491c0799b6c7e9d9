/** Grouping and pairing over any forecasts: everything is counted once, and nothing is paired but what met. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ForecastScore } from '../../../adapters/standards/forecast-score.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { type Forecast, type Meeting, type Outcome, UNSCORED, VOICES } from '../../../gateway/scores/basis.ts'
import { divergences, TELLERS } from '../../../gateway/scores/divergence.ts'
import { asked, countsOf, groupPairs, groupScores } from '../../../gateway/scores/groups.ts'
import { GROUPINGS } from '../../../gateway/scores/question.ts'
import { areaNamed, value } from '../release/air/fixture.ts'

const AREAS = ['泸州市', '广安市', '重庆市', '荣昌区'].map((name) => areaNamed(name))
const DAYS = ['2026-02-28', '2026-03-01', '2026-06-30', '2026-11-16', '2026-12-01']

const score: fc.Arbitrary<ForecastScore> = fc.integer({ min: -200, max: 200 }).map((doubleError) => ({
  classHit: Math.abs(doubleError) < 60,
  rangeHit: Math.abs(doubleError) < 40,
  middleHit: Math.abs(doubleError) <= 30,
  primaryHit: doubleError % 3 === 0 ? null : doubleError > 0,
  doubleError,
  width: 30,
}))
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ standing: fc.constantFrom('reviewed' as const, 'provisional' as const), score }),
  fc.record({ unscored: fc.constantFrom(...UNSCORED) }),
)
const forecast: fc.Arbitrary<Forecast> = fc.record({
  voice: fc.constantFrom(...VOICES),
  side: fc.constantFrom(...PARTIES, null),
  area: fc.constantFrom(...AREAS),
  day: fc.constantFrom(...DAYS),
  horizonHours: fc.constantFrom(24, 48, 72),
  revisedLate: fc.boolean(),
  outcome,
})
const word = fc.record({ value: fc.constantFrom(value([74, 104], [2, 3], ['pm10']), value([62, 92], [2, 2])), outcome })
const meeting: fc.Arbitrary<Meeting> = fc.record({
  joint: fc.record({
    area: fc.constantFrom(...AREAS),
    basis: fc.constant(9),
    consultation: fc.constant('sample'),
    day: fc.constantFrom(...DAYS),
    daysAhead: fc.constantFrom(1, 2),
    publishedAt: fc.constant('2026-02-27T08:00:00Z'),
    reason: fc.constant(null),
    release: fc.constant('sample'),
    take: fc.constant('sc' as const),
    value: fc.constant(value([74, 104], [2, 3], ['pm10'])),
  }),
  horizonHours: fc.constantFrom(24, 48),
  outcome,
  observed: fc.constant({ aqi: 89, class: 2 as const, complete: true, primary: [], review: 'final' as const }),
  words: fc.record({ cq: word, sc: word, guidance: word }, { requiredKeys: [] }),
})
const grouping = fc.subarray([...GROUPINGS])
const ALL = { horizon: null, party: null }

describe('whatever the forecasts', () => {
  test('each is scored once, or there is one reason why it is not', () => {
    fc.assert(
      fc.property(fc.array(forecast), grouping, (forecasts, group) => {
        const { forecasts: all, revisedLate, ...rest } = countsOf(forecasts)
        expect(all).toBe(forecasts.length)
        expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(all)
        expect(revisedLate).toBeLessThanOrEqual(all)
        const groups = groupScores(forecasts, group)
        expect(groups.reduce((sum, { reviewed }) => sum + reviewed.n, 0)).toBe(rest.reviewed)
        expect(groups.reduce((sum, { provisional }) => sum + provisional.n, 0)).toBe(rest.provisional)
      }),
    )
  })

  test('their order changes nothing, and no group comes twice', () => {
    fc.assert(
      fc.property(fc.array(forecast), grouping, (forecasts, group) => {
        const groups = groupScores(forecasts, group)
        expect(groupScores(forecasts.toReversed(), group)).toEqual(groups)
        const names = groups.map(({ voice, side, horizonHours, season, area }) =>
          JSON.stringify([voice, side, horizonHours, season, area?.id]),
        )
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })

  test('asked of one side nothing of the other is left', () => {
    fc.assert(
      fc.property(fc.array(forecast), fc.constantFrom(...PARTIES), (forecasts, party) => {
        const left = asked(forecasts, { horizon: 24, party })
        expect(left.every(({ side, horizonHours }) => horizonHours === 24 && (side === null || side === party))).toBe(
          true,
        )
      }),
    )
  })
})

describe('whatever met', () => {
  test('a joint value is held only against what was said of the same area and day, and scored there too', () => {
    fc.assert(
      fc.property(fc.array(meeting), grouping, (meetings, group) => {
        const met = meetings.flatMap(({ outcome: joint, words }) =>
          'score' in joint ? Object.values(words).filter((one) => one && 'score' in one.outcome) : [],
        )
        const pairs = groupPairs(meetings, { ...ALL, group })
        expect(pairs.reduce((sum, { reviewed, provisional }) => sum + reviewed.n + provisional.n, 0)).toBe(met.length)
        for (const {
          reviewed: { better, equal, worse, mae },
        } of pairs)
          expect(better + equal + worse).toBe(mae.n)
        expect(groupPairs(meetings.toReversed(), { ...ALL, group })).toEqual(pairs)
      }),
    )
  })

  test('a divergence is told of where the sides differ and nowhere else, nearest only with all three errors', () => {
    fc.assert(
      fc.property(fc.array(meeting), (meetings) => {
        const differing = meetings.filter(
          ({ words: { cq, sc } }) => cq && sc && JSON.stringify(cq.value) !== JSON.stringify(sc.value),
        )
        const found = divergences(meetings)
        expect(found).toHaveLength(differing.length)
        for (const { errors, nearest, observed, unscored } of found) {
          const known = TELLERS.filter((teller) => errors[teller] !== null)
          expect(nearest.length > 0).toBe(known.length === TELLERS.length)
          expect(observed?.aqi).toBe(89)
          if (unscored !== null) expect(known).not.toContain('joint')
          const least = Math.min(...TELLERS.map((teller) => Math.abs(Number(errors[teller]))))
          for (const teller of nearest) expect(Math.abs(Number(errors[teller]))).toBe(least)
        }
      }),
    )
  })
})
