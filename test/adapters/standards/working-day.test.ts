/** Working days and deadlines, worked by hand from the notices for 2025 and 2026 and a wall calendar. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, deadlineAt, workingDay } from '../../../adapters/standards/working-day.ts'
import { CONSULTATION_2026_11, type ProductId } from '../../../contracts/registry/index.ts'
import { HOLIDAYS_2026 } from '../../../contracts/standards/index.ts'
import { readHolidayCalendar } from '../../../contracts/standards/read-holidays.ts'

describe('a day', () => {
  test.each<[string, boolean, string | null]>([
    ['2026-02-13', true, null], // Friday
    ['2026-02-14', true, '因春节调休上班（国办发明电〔2025〕7号）'], // Saturday
    ['2026-02-15', false, '春节放假（国办发明电〔2025〕7号）'], // Sunday
    ['2026-02-17', false, '春节放假（国办发明电〔2025〕7号）'], // Tuesday, the first of the first month
    ['2026-02-23', false, '春节放假（国办发明电〔2025〕7号）'], // Monday
    ['2026-02-24', true, null],
    ['2026-02-28', true, '因春节调休上班（国办发明电〔2025〕7号）'], // Saturday
    ['2026-03-01', false, null], // Sunday
    ['2026-09-20', true, '因国庆节调休上班（国办发明电〔2025〕7号）'], // Sunday
    ['2026-10-01', false, '国庆节放假（国办发明电〔2025〕7号）'],
    ['2026-10-10', true, '因国庆节调休上班（国办发明电〔2025〕7号）'], // Saturday
    ['2026-10-11', false, null], // Sunday
    ['2025-04-27', true, '因劳动节调休上班（国办发明电〔2024〕12号）'], // Sunday
    ['2025-10-08', false, '国庆节、中秋节放假（国办发明电〔2024〕12号）'], // Wednesday
    ['2026-12-31', true, null], // Thursday
  ])('%s is worked: %s, because %s', (day, working, why) => {
    const found = workingDay(day)
    expect(found).toMatchObject({ working, established: true })
    expect(found.why?.zh ?? null).toBe(why)
  })

  test.each<[string, boolean]>([
    ['2024-12-31', true], // Tuesday
    ['2027-01-01', true], // Friday, surely a holiday, but no notice held says so
    ['2027-01-02', false], // Saturday
    ['2027-01-04', true], // Monday
  ])('%s, of a year without a notice, goes by its weekday and says so', (day, working) => {
    const { why, ...rest } = workingDay(day)
    expect(rest).toEqual({ working, established: false })
    expect(why?.zh).toContain(`${day.slice(0, 4)}年的放假安排未载入`)
    expect(why?.en).toContain('Monday to Friday')
  })

  test('of 2025 and of 2026, 248 are worked: 365 less 104 of weekends and the 13 holidays of the regulation', () => {
    for (const year of [2025, 2026]) {
      const days = Array.from({ length: 365 }, (_, at) =>
        new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10),
      )
      expect(days.filter((day) => workingDay(day).working)).toHaveLength(248)
    }
  })

  test('must be one', () => {
    for (const day of ['2026-02-29', '2026-2-1', '2026-02-01T00:00', '', '今天']) {
      expect(() => workingDay(day), day).toThrow(RangeError)
      expect(() => addWorkingDays(day, 1), day).toThrow(RangeError)
      expect(() => deadlineAt(day, { days: 0, count: 'calendar', time: '17:00' }), day).toThrow(RangeError)
    }
  })
})

describe('so many working days later', () => {
  test.each<[string, number, string]>([
    // Spring Festival 2026: Saturday the 14th is worked, then nine days off; Saturday the 28th is worked.
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-15', 1, '2026-02-24'],
    ['2026-02-20', 3, '2026-02-26'],
    ['2026-02-27', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-02'],
    ['2026-02-13', 7, '2026-03-02'],
    // Mid-Autumn and National Day 2026: Sunday the 20th is worked; Saturday the 10th as well.
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-24', 1, '2026-09-28'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    // Labour Day and National Day 2025.
    ['2025-04-25', 1, '2025-04-27'],
    ['2025-04-30', 1, '2025-05-06'],
    ['2025-09-30', 3, '2025-10-11'],
    // New Year 2026: the first three days off, Sunday the 4th worked.
    ['2025-12-31', 1, '2026-01-04'],
    ['2025-12-31', 2, '2026-01-05'],
    // Year end 2026: 2027 has no arrangement, so New Year's Day counts by its weekday for now.
    ['2026-12-30', 1, '2026-12-31'],
    ['2026-12-30', 2, '2027-01-01'],
    ['2026-12-30', 3, '2027-01-04'],
    ['2026-02-15', 0, '2026-02-15'],
  ])('%s and %i come to %s', (day, n, expected) => {
    expect(addWorkingDays(day, n)).toBe(expected)
  })

  test('are a whole number, not below 0', () => {
    for (const n of [-1, 0.5, 1001, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => addWorkingDays('2026-02-13', n)).toThrow(RangeError)
  })

  const days = fc
    .integer({ min: 0, max: 365 * 4 })
    .map((at) => new Date(Date.UTC(2024, 6, 1 + at)).toISOString().slice(0, 10))
  const counts = fc.integer({ min: 0, max: 60 })

  test('always end on a working day, with as many on the way', () => {
    fc.assert(
      fc.property(days, counts, (day, n) => {
        const end = addWorkingDays(day, n)
        let worked = 0
        for (let at = Date.parse(day) + 86_400_000; at <= Date.parse(end); at += 86_400_000)
          if (workingDay(new Date(at).toISOString().slice(0, 10)).working) worked++
        expect(worked).toBe(n)
        if (n > 0) expect(workingDay(end).working).toBe(true)
      }),
    )
  })

  test('are later for a later day and for more days', () => {
    fc.assert(
      fc.property(days, days, counts, (one, other, n) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        expect(addWorkingDays(early, n) <= addWorkingDays(late, n)).toBe(true)
        expect(addWorkingDays(one, n) < addWorkingDays(one, n + 1)).toBe(true)
      }),
    )
  })

  test('come to the same in one step or in two', () => {
    fc.assert(
      fc.property(days, counts, counts, (day, a, b) => {
        expect(addWorkingDays(addWorkingDays(day, a), b)).toBe(addWorkingDays(day, a + b))
      }),
    )
  })
})

describe('a deadline', () => {
  const product = (id: ProductId) => {
    const found = CONSULTATION_2026_11.products.find((one) => one.id === id)
    if (!found) throw new Error(`${id} has no terms`)
    return found
  }
  const both = (id: ProductId, anchor: string) => {
    const { agreeBy, signBy } = product(id)
    return [deadlineAt(anchor, agreeBy), deadlineAt(anchor, signBy)].map(({ at, established }) =>
      established ? at : `${at}?`,
    )
  }

  test.each<[ProductId, string, string, string]>([
    // The week of 9 to 15 November 2026 ends on a Sunday: Tuesday and Wednesday.
    ['weekly-water-bulletin', '2026-11-15', '2026-11-17T17:00:00+08:00', '2026-11-18T12:00:00+08:00'],
    // The week before Spring Festival ends on its first day.
    ['weekly-water-bulletin', '2026-02-15', '2026-02-25T17:00:00+08:00', '2026-02-26T12:00:00+08:00'],
    // September 2026: five working days after the 30th are 8, 9, 10 (a Saturday), 12 and 13 October.
    ['monthly-water-bulletin', '2026-09-30', '2026-10-13T17:00:00+08:00', '2026-10-14T12:00:00+08:00'],
    // A forecast of a Sunday, and one within the holidays, are agreed the same day.
    ['daily-air-forecast', '2026-11-22', '2026-11-22T15:30:00+08:00', '2026-11-22T16:00:00+08:00'],
    ['daily-air-forecast', '2026-02-17', '2026-02-17T15:30:00+08:00', '2026-02-17T16:00:00+08:00'],
    ['weekly-zone-outlook', '2026-11-20', '2026-11-23T17:00:00+08:00', '2026-11-23T18:00:00+08:00'],
    ['weekly-zone-outlook', '2026-02-13', '2026-02-14T17:00:00+08:00', '2026-02-14T18:00:00+08:00'],
    ['warning-suggestion', '2026-12-31', '2026-12-31T17:30:00+08:00', '2026-12-31T18:00:00+08:00'],
    // From Wednesday 1 April 2026: 2, 3, 7, 8, 9, 10, 13, 14, 15, 16, then 17 and 20 April.
    ['annual-credit-list', '2026-04-01', '2026-04-16T17:00:00+08:00', '2026-04-20T17:00:00+08:00'],
  ])('of %s over %s is %s, then %s', (id, anchor, agree, sign) => {
    expect(both(id, anchor)).toEqual([agree, sign])
  })

  test('that counts a day of a year without a notice is not established, and one of calendar days always is', () => {
    // 31 December 2026 is a Thursday.
    expect(both('weekly-zone-outlook', '2026-12-30')).toEqual([
      '2026-12-31T17:00:00+08:00',
      '2026-12-31T18:00:00+08:00',
    ])
    expect(both('weekly-water-bulletin', '2026-12-29')).toEqual([
      '2026-12-31T17:00:00+08:00',
      '2027-01-01T12:00:00+08:00?',
    ])
    expect(both('monthly-water-bulletin', '2026-12-31')).toEqual([
      '2027-01-07T17:00:00+08:00?',
      '2027-01-08T12:00:00+08:00?',
    ])
    expect(both('daily-air-forecast', '2027-01-01')).toEqual(['2027-01-01T15:30:00+08:00', '2027-01-01T16:00:00+08:00'])
    // The way there passes 2024, though the end lies in a year that is known.
    expect(deadlineAt('2024-12-30', { days: 2, count: 'working', time: '17:00' })).toEqual({
      at: '2025-01-02T17:00:00+08:00',
      established: false,
    })
  })

  test('moves, and is established, once a calendar has the year', () => {
    const [first, second] = HOLIDAYS_2026.years
    if (!first || !second) throw new Error('the calendar has two years')
    // No notice: made up, to show what one would do. It begins in the December before.
    const newYear = {
      title: { zh: '元旦', en: 'New Year' },
      from: '2026-12-31',
      to: '2027-01-03',
      worked: ['2026-12-27'],
    }
    const calendar = readHolidayCalendar({
      ...HOLIDAYS_2026,
      id: 'holidays-2027',
      years: [first, second, { ...second, year: 2027, holidays: [newYear] }],
    })
    const rule = { days: 2, count: 'working', time: '17:00' } as const
    expect(deadlineAt('2026-12-30', rule)).toEqual({ at: '2027-01-01T17:00:00+08:00', established: false })
    expect(deadlineAt('2026-12-30', rule, calendar)).toEqual({ at: '2027-01-05T17:00:00+08:00', established: true })
    expect(addWorkingDays('2026-12-26', 1, calendar)).toBe('2026-12-27')
    expect(workingDay('2026-12-31', calendar)).toMatchObject({ working: false, established: true })
    // The usual calendar is not touched by the other.
    expect(addWorkingDays('2026-12-26', 1)).toBe('2026-12-28')
  })
})
