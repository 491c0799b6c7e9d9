/** Deadlines of consultations, worked by hand from the terms of the register and the notices of the State Council General Office. */
import { describe, expect, test } from 'vitest'
import { formatInstant } from '../../../adapters/tables/time.ts'
import { CONSULTATION_2026_11 } from '../../../contracts/registry/index.ts'
import type { ProductId } from '../../../contracts/registry/types.ts'
import { HOLIDAYS_2026 } from '../../../contracts/standards/holidays.ts'
import { deadlinesOf } from '../../../gateway/release/consultation/deadlines.ts'

/** Agreement and signing, as people read them, of a product's terms. */
function due(product: ProductId, anchor: string, drafted: string): readonly string[] {
  const terms = CONSULTATION_2026_11.products.find(({ id }) => id === product)
  if (!terms) throw new TypeError(`there are no terms of ${product}`)
  const { agreeBy, signBy } = deadlinesOf(terms, anchor, Date.parse(`${drafted}+08:00`), HOLIDAYS_2026)
  return [agreeBy, signBy].map((ms) => formatInstant(ms).slice(0, 16))
}

describe('a weekly bulletin (2 working days, 17:00; 3 working days, 12:00), from the last day of its week', () => {
  test.each([
    // Sunday 8 November: Monday 9, Tuesday 10; Wednesday 11.
    ['drafted on the Monday after', '2026-11-08', '2026-11-09T09:00:00', '2026-11-10T17:00', '2026-11-11T12:00'],
    ['drafted at the last moment', '2026-11-08', '2026-11-10T16:59:59', '2026-11-10T17:00', '2026-11-11T12:00'],
    // At 17:00 the time of its own is over. From Tuesday the 10th: Wednesday 11, Thursday 12; Friday 13.
    ['drafted just too late', '2026-11-08', '2026-11-10T17:00:00', '2026-11-12T17:00', '2026-11-13T12:00'],
    // A correction on Friday the 20th: Monday 23, Tuesday 24; Wednesday 25.
    ['drafted two weeks later', '2026-11-08', '2026-11-20T10:00:00', '2026-11-24T17:00', '2026-11-25T12:00'],
    // Drafted on Saturday the 14th, which is not worked: Monday 16, Tuesday 17; Wednesday 18.
    ['drafted late on a Saturday', '2026-11-08', '2026-11-14T10:00:00', '2026-11-17T17:00', '2026-11-18T12:00'],
    // 国庆节: 1–7 October off, Saturday 10 October worked. Week ends Sunday 27 September: Mon 28, Tue 29; Wed 30.
    ['before the National Day holiday', '2026-09-27', '2026-09-28T09:00:00', '2026-09-29T17:00', '2026-09-30T12:00'],
    // Week ends Sunday 4 October, within it: Thursday 8, Friday 9; then Saturday 10, which is worked.
    ['over the National Day holiday', '2026-10-04', '2026-10-08T09:00:00', '2026-10-09T17:00', '2026-10-10T12:00'],
    // 春节: 15–23 February off, Saturday 14 worked. Week ends Sunday 15: Tuesday 24, Wednesday 25; Thursday 26.
    ['over Spring Festival', '2026-02-15', '2026-02-16T09:00:00', '2026-02-25T17:00', '2026-02-26T12:00'],
  ])('%s', (_title, anchor, drafted, agreeBy, signBy) => {
    expect(due('weekly-water-bulletin', anchor, drafted)).toEqual([agreeBy, signBy])
  })
})

describe('a monthly bulletin (5 and 6 working days), from the last day of its month', () => {
  test('September, over the holiday', () => {
    // From Wednesday 30 September: Thursday 8, Friday 9, Saturday 10 (worked), Monday 12, Tuesday 13; Wednesday 14.
    expect(due('monthly-water-bulletin', '2026-09-30', '2026-10-09T09:00:00')).toEqual([
      '2026-10-13T17:00',
      '2026-10-14T12:00',
    ])
  })

  test('October', () => {
    // From Saturday 31 October: Monday 2 to Friday 6 November; Monday 9.
    expect(due('monthly-water-bulletin', '2026-10-31', '2026-11-01T09:00:00')).toEqual([
      '2026-11-06T17:00',
      '2026-11-09T12:00',
    ])
  })
})

describe('a daily forecast (the same day, 15:30 and 16:00)', () => {
  test.each([
    ['in the morning', '2026-11-26T09:00:00', '2026-11-26T15:30', '2026-11-26T16:00'],
    ['on a Sunday: calendar days know no weekend', '2026-11-29T15:29:59', '2026-11-29T15:30', '2026-11-29T16:00'],
    ['too late for its day, for the next', '2026-11-26T15:30:00', '2026-11-27T15:30', '2026-11-27T16:00'],
    ['between the two deadlines, for the next as well', '2026-11-26T15:45:00', '2026-11-27T15:30', '2026-11-27T16:00'],
    ['at the end of a year', '2026-12-31T20:00:00', '2027-01-01T15:30', '2027-01-01T16:00'],
  ])('drafted %s', (_title, drafted, agreeBy, signBy) => {
    expect(due('daily-air-forecast', drafted.slice(0, 10), drafted)).toEqual([agreeBy, signBy])
  })
})

test('signing never falls due before agreement, when a late draft has moved that on', () => {
  // By the anchor both lie behind; from its own day agreement is the day after and signing, a calendar day, the same day.
  const terms = {
    agreeBy: { days: 1, count: 'working', time: '17:00' },
    signBy: { days: 1, count: 'calendar', time: '18:00' },
  } as const
  // Friday 20 November: the next working day is Monday 23; the next day is Saturday 21.
  const { agreeBy, signBy } = deadlinesOf(terms, '2026-11-01', Date.parse('2026-11-20T10:00:00+08:00'), HOLIDAYS_2026)
  expect([agreeBy, signBy].map(formatInstant)).toEqual(['2026-11-23T17:00:00+08:00', '2026-11-23T17:00:00+08:00'])
})

test('an anchor that is still to come is counted from', () => {
  // A forecast issued for Monday, drafted the Friday before.
  expect(due('weekly-zone-outlook', '2026-11-23', '2026-11-20T10:00:00')).toEqual([
    '2026-11-24T17:00',
    '2026-11-24T18:00',
  ])
})
