/** When a rating may be shown publicly: between its beginning and its expiry, never after repair. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastShownDay, publicOn } from '../../../contracts/enterprise-credit/display.ts'
import { rating } from './records.ts'

const shownOn = (record: ReturnType<typeof rating>, days: readonly string[]) =>
  days.filter((day) => publicOn(record, day))

describe('a rating is shown', () => {
  test('from the first day of its validity to the last, both included', () => {
    const days = ['2026-08-12', '2026-08-13', '2027-08-12', '2027-08-13']
    expect(shownOn(rating(), days)).toEqual(['2026-08-13', '2027-08-12'])
  })

  test('from the first day of its public notice, which comes before its validity', () => {
    const publicationBasis = { document: null, notice: { from: '2026-08-03', to: '2026-08-12' } }
    const days = ['2026-08-02', '2026-08-03', '2026-08-12', '2026-08-13']
    expect(shownOn(rating({ publicationBasis }), days)).toEqual(['2026-08-03', '2026-08-12', '2026-08-13'])
  })

  test('without a stated end until the end of the second year after the rating year, by the terms', () => {
    const record = rating({ validity: { from: null, to: null } })
    expect(lastShownDay(record)).toBe('2027-12-31')
    expect(shownOn(record, ['2020-01-01', '2027-12-31', '2028-01-01'])).toEqual(['2020-01-01', '2027-12-31'])
  })

  test('no longer from the day repair is granted', () => {
    const record = rating({ repair: { date: '2026-10-09', state: 'granted' } })
    expect(shownOn(record, ['2026-10-08', '2026-10-09', '2026-10-10'])).toEqual(['2026-10-08'])
  })

  test('not at all when repair was granted on a day that is not stated', () => {
    expect(publicOn(rating({ repair: { date: null, state: 'granted' } }), '2026-09-01')).toBe(false)
  })

  test.each(['none', 'applied', 'refused'] as const)('still while repair is %s', (state) => {
    expect(publicOn(rating({ repair: { date: '2026-08-20', state } }), '2026-09-01')).toBe(true)
  })

  test('also while an appeal is pending', () => {
    expect(publicOn(rating({ appeal: { date: '2026-08-20', state: 'pending' } }), '2026-09-01')).toBe(true)
  })

  test.each(['none', 'joint'] as const)(
    'never while its publication is %s: its authority has not made it public',
    (publication) => {
      expect(publicOn(rating({ publication, publicationBasis: null }), '2026-09-01')).toBe(false)
    },
  )
})

test('other terms show it otherwise', () => {
  const display = { goneOn: [], yearsWithoutValidity: 5, zh: '示例', en: 'sample' } as const
  const record = rating({ repair: { date: '2026-10-09', state: 'granted' } })
  expect(publicOn(record, '2030-01-01', display)).toBe(true)
  expect(lastShownDay(rating({ validity: { from: null, to: null } }), display)).toBe('2030-12-31')
})

test('a day is a civil day or a mistake of the caller', () => {
  for (const day of ['', '2026-8-1', '2026-08-01T00:00:00Z']) expect(() => publicOn(rating(), day)).toThrow(TypeError)
})

test('what is gone stays gone, whatever the record', () => {
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  const record = fc
    .record({
      repair: fc.option(
        fc.record({ date: fc.option(day), state: fc.constantFrom('none', 'applied', 'granted', 'refused') }),
      ),
      validity: fc.record({ from: fc.option(day), to: fc.option(day) }),
      ratingYear: fc.integer({ min: 2021, max: 2026 }),
    })
    .map((change) => rating(change))
  fc.assert(
    fc.property(record, day, day, day, (one, a, b, c) => {
      const [first = '', second = '', third = ''] = [a, b, c].sort()
      // Shown, then not: never again.
      if (publicOn(one, first) && !publicOn(one, second)) expect(publicOn(one, third)).toBe(false)
      if (third > lastShownDay(one)) expect(publicOn(one, third)).toBe(false)
    }),
    { numRuns: 500 },
  )
})
