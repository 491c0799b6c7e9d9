/** Days out of hours, worked from the table of break points (standards §2.1, 2026) and the least numbers of hours that make a mean (GB 3095: 20 of 24, 6 of 8, 14 windows). */
import { describe, expect, test } from 'vitest'
import type { AirObservationRecord } from '../../../contracts/air-observation/record.ts'
import type { Pollutant } from '../../../contracts/standards/air-types.ts'
import { dayOfHours } from '../../../gateway/scores/day-of-hours.ts'

type Hour = Pick<AirObservationRecord, 'results' | 'review'>
const LOW: Readonly<Record<Pollutant, number>> = { co: 0.8, no2: 20, o3: 60, pm10: 40, pm25: 20, so2: 10 }
const result = (value: number | null) => ({
  qualifier: value === null ? ('missing' as const) : null,
  reported: value === null ? null : String(value),
  unit: '',
  value,
})

function hour(over: Partial<Record<Pollutant, number | null>> = {}, review: Hour['review'] = 'reviewed'): Hour {
  const all = { ...LOW, ...over }
  return {
    results: Object.fromEntries(Object.entries(all).map(([pollutant, value]) => [pollutant, result(value)])),
    review,
  }
}
const hours = (count: number, make: (hour: number) => Hour): ReadonlyMap<number, Hour> =>
  new Map(Array.from({ length: count }, (_, at) => [at + 1, make(at + 1)]))

describe('a day out of its hours', () => {
  test('of PM2.5 at 61 μg/m³ has an AQI of 101', () => {
    expect(
      dayOfHours(
        '2026-11-16',
        hours(24, () => hour({ pm25: 61 })),
      ),
    ).toEqual({
      aqi: 101,
      class: 3,
      complete: true,
      primary: ['pm25'],
      review: 'reviewed',
    })
  })

  test('has the ozone of its largest eight hours', () => {
    // Hours 11 to 18 at 165, the rest at 60: the window that ends at 18 is 165, an index of ⌈104.5⌉.
    const day = dayOfHours(
      '2026-11-16',
      hours(24, (at) => hour({ o3: at > 10 && at <= 18 ? 165 : 60 })),
    )
    expect(day).toMatchObject({ aqi: 105, primary: ['o3'], complete: true })
  })

  test('is complete with 20 hours, and not with 19', () => {
    expect(
      dayOfHours(
        '2026-11-16',
        hours(20, () => hour({ pm25: 61 })),
      ),
    ).toMatchObject({ aqi: 101, complete: true })
    expect(
      dayOfHours(
        '2026-11-16',
        hours(19, () => hour({ pm25: 61 })),
      ),
    ).toMatchObject({ complete: false })
  })

  test('is incomplete where one pollutant has too few hours, whatever the others say', () => {
    const day = dayOfHours(
      '2026-11-16',
      hours(24, (at) => hour({ pm25: 61, so2: at > 19 ? null : 10 })),
    )
    expect(day).toMatchObject({ complete: false })
  })

  test('is incomplete with 13 windows of ozone', () => {
    // Windows end at hours 8 to 24; with hours 1 to 18 each of those ending at 8 to 20 has six hours or more: 13.
    const thirteen = hours(24, (at) => hour({ o3: at <= 18 ? 60 : null }))
    const fourteen = hours(24, (at) => hour({ o3: at <= 19 ? 60 : null }))
    expect([thirteen, fourteen].map((one) => dayOfHours('2026-11-16', one).complete)).toEqual([false, true])
  })

  test('is as far reviewed as its least reviewed hour', () => {
    const review = (of: (at: number) => Hour['review']) =>
      dayOfHours(
        '2026-11-16',
        hours(24, (at) => hour({}, of(at))),
      ).review
    expect(review((at) => (at === 7 ? 'raw' : 'final'))).toBe('raw')
    expect(review((at) => (at === 7 ? 'reviewed' : 'final'))).toBe('reviewed')
    expect(review(() => 'final')).toBe('final')
  })

  test('goes by the edition of its day', () => {
    const both = ['2026-02-28', '2026-03-01'].map(
      (day) =>
        dayOfHours(
          day,
          hours(24, () => hour({ pm25: 75 })),
        ).aqi,
    )
    expect(both).toEqual([100, 114])
    expect(
      dayOfHours(
        '2015-12-31',
        hours(24, () => hour()),
      ),
    ).toMatchObject({ aqi: null, complete: false })
  })
})
